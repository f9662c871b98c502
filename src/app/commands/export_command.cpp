#include "app/commands/commands.h"
#include "modules/exchange/export.h"

#include <nlohmann/json.hpp>

namespace interregio {

ExitCode run(const CommandContext& context, const ExportCommand& command) {
    Terminal& terminal = context.terminal;
    const auto database = open_database(context, Absent::refuse, Version::newest, Unwritable::read);
    if (!database) {
        terminal.refuse(database.error());
        return ExitCode::refused;
    }
    const db::Reader reader = (*database)->read();
    const auto counts =
        export_folder(*reader, command.folder, [&](std::string_view, std::size_t done, std::size_t total) {
            terminal.progress("export.step", static_cast<double>(done) / static_cast<double>(total));
        });
    if (!counts) {
        terminal.refuse(counts.error());
        return ExitCode::refused;
    }
    terminal.say_count("cli.exported", static_cast<std::int64_t>(counts->records),
                       {{"files", std::to_string(counts->files)}, {"folder", command.folder}});
    terminal.print_json(nlohmann::ordered_json{{"files", counts->files}, {"records", counts->records}}.dump());
    return ExitCode::success;
}

} // namespace interregio
