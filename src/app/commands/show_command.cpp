#include "app/commands/commands.h"
#include "modules/exchange/show.h"

#include <iostream>

namespace interregio {

ExitCode run(const CommandContext& context, const ShowCommand& command) {
    Terminal& terminal = context.terminal;
    const auto kind = record_kind_named(command.kind);
    if (!kind) {
        std::string allowed;
        for (const RecordKind known : all_record_kinds)
            allowed += (allowed.empty() ? "" : ", ") + std::string(name_of(known));
        terminal.fail("refusal.value.choice", {{"found", command.kind}, {"allowed", allowed}});
        return ExitCode::refused;
    }
    const auto database = open_database(context, Absent::refuse, Version::newest, Unwritable::read);
    if (!database) {
        terminal.refuse(database.error());
        return ExitCode::refused;
    }
    const db::Reader reader = (*database)->read();
    const auto sequence = command.at > 0 ? std::optional(command.at) : std::nullopt;
    const auto yaml = show_record(*reader, *kind, command.key, sequence);
    if (!yaml) {
        terminal.refuse(yaml.error());
        return ExitCode::refused;
    }
    std::cout << *yaml;
    return ExitCode::success;
}

} // namespace interregio
