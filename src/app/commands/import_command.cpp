#include "app/commands/commands.h"
#include "modules/exchange/import.h"
#include "modules/search/indexer.h"

#include <nlohmann/json.hpp>

namespace interregio {

ExitCode run(const CommandContext& context, const ImportCommand& command) {
    Terminal& terminal = context.terminal;
    const auto database = open_database(context, Absent::create);
    if (!database) {
        terminal.refuse(database.error());
        return ExitCode::refused;
    }
    const ImportOptions options{.actor = command.actor,
                                .missing = command.remove_missing ? Missing::remove : Missing::keep,
                                .spoken = Catalogue::spoken()};
    const auto show_progress = [&](std::string_view step, std::size_t done, std::size_t total) {
        terminal.progress(step, total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total));
    };
    const auto counts = import_folder(**database, command.folder, options, context.clock, show_progress);
    if (!counts) {
        show_problems(terminal, counts.error());
        return ExitCode::refused;
    }
    // The record is stored by now. What does not get done here, a server does when it starts.
    search::Indexer(context.clock).catch_up(**database, [&](std::size_t done, std::size_t total) {
        show_progress("import.step.search", done, total);
    });
    terminal.say_count("cli.imported.created", static_cast<std::int64_t>(counts->created));
    terminal.say_count("cli.imported.changed", static_cast<std::int64_t>(counts->changed));
    terminal.say_count("cli.imported.unchanged", static_cast<std::int64_t>(counts->unchanged));
    if (counts->removed > 0) terminal.say_count("cli.imported.removed", static_cast<std::int64_t>(counts->removed));
    if (counts->not_in_folder > 0)
        terminal.say_count("cli.imported.not_in_folder", static_cast<std::int64_t>(counts->not_in_folder));
    terminal.print_json(nlohmann::ordered_json{{"created", counts->created},
                                               {"changed", counts->changed},
                                               {"unchanged", counts->unchanged},
                                               {"removed", counts->removed},
                                               {"not_in_folder", counts->not_in_folder}}
                            .dump());
    return ExitCode::success;
}

} // namespace interregio
