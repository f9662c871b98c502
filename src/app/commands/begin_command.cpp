// The beginning of a record on an empty server: the first office and the first account, from the command line.
#include "app/commands/account_link.h"
#include "app/commands/commands.h"
#include "modules/editing/beginning.h"
#include "platform/locale/catalogue.h"

#include <algorithm>

namespace interregio {
namespace {

std::expected<editing::Beginning, Refusal> beginning_of(const BeginCommand& command) {
    editing::Beginning beginning{command.organisation, command.given_name, command.family_name, command.email, {}, {}};
    const auto language = spoken_language(command.language);
    if (!language) return std::unexpected(language.error());
    beginning.language = *language;
    beginning.languages = {*language};
    const auto add = [&](Language more) {
        if (std::ranges::find(beginning.languages, more) == beginning.languages.end())
            beginning.languages.push_back(more);
    };
    for (const std::string& tag : command.languages) {
        const auto more = spoken_language(tag);
        if (!more) return std::unexpected(more.error());
        add(*more);
    }
    if (command.languages.empty()) std::ranges::for_each(Catalogue::spoken(), add);
    return beginning;
}

} // namespace

ExitCode run(const CommandContext& context, const BeginCommand& command) {
    const auto beginning = beginning_of(command);
    if (!beginning) {
        context.terminal.refuse(beginning.error());
        return ExitCode::refused;
    }
    const auto database = open_database(context, Absent::create);
    if (!database) {
        context.terminal.refuse(database.error());
        return ExitCode::refused;
    }
    const auto begun = (*database)->write(
        [&](db::Connection& connection) { return editing::begin(connection, *beginning, context.clock); });
    if (!begun) {
        context.terminal.refuse(begun.error());
        return ExitCode::refused;
    }
    const auto account = accounts::find_for(*(*database)->read(), accounts::By::operator_of_server(), begun->account);
    return show_account_link(context.terminal, account.value(), begun->link, command.base_url);
}

} // namespace interregio
