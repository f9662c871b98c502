#include "app/commands/commands.h"

#include <nlohmann/json.hpp>

namespace interregio {

ExitCode run(const CommandContext& context, const BackupCommand& command) {
    namespace fs = std::filesystem;
    Terminal& terminal = context.terminal;
    if (fs::exists(command.file)) {
        terminal.fail("refusal.backup.exists", {{"found", command.file}});
        return ExitCode::refused;
    }
    const auto database = open_database(context, Absent::refuse, Version::older_too, Unwritable::read);
    if (!database) {
        terminal.refuse(database.error());
        return ExitCode::refused;
    }
    // Under another name first: a file with the wanted name is always a whole backup.
    const std::string unfinished = command.file + ".unfinished";
    fs::remove(unfinished);
    try {
        (*database)->backup(unfinished, [&](double fraction) { terminal.progress("backup.step", fraction); });
        fs::rename(unfinished, command.file);
    } catch (...) {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
        throw;
    }
    const auto size = static_cast<std::int64_t>(fs::file_size(command.file));
    terminal.say("cli.backed_up", {{"file", command.file}, {"size", terminal.words().file_size(size)}});
    terminal.print_json(nlohmann::ordered_json{{"file", command.file}, {"bytes", size}}.dump());
    return ExitCode::success;
}

} // namespace interregio
