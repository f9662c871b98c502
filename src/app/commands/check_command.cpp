#include "app/commands/commands.h"
#include "modules/exchange/import.h"

#include <nlohmann/json.hpp>

namespace interregio {

ExitCode run(const CommandContext& context, const CheckCommand& command) {
    Terminal& terminal = context.terminal;
    const auto counts = check_folder(
        command.folder, Catalogue::spoken(), context.clock,
        [&](std::string_view step, std::size_t done, std::size_t total) {
            terminal.progress(step, total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total));
        });
    if (!counts) {
        show_problems(terminal, counts.error());
        return ExitCode::refused;
    }
    terminal.say_count("cli.checked", static_cast<std::int64_t>(counts->records),
                       {{"files", std::to_string(counts->files)}});
    terminal.print_json(nlohmann::ordered_json{{"files", counts->files}, {"records", counts->records}}.dump());
    return ExitCode::success;
}

} // namespace interregio
