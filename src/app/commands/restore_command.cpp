#include "app/commands/commands.h"
#include "platform/db/sqlite_database.h"

#include <nlohmann/json.hpp>

namespace interregio {
namespace {

/// Whether the file is a backup of ours that this program can read; one that still has to be migrated is.
std::expected<void, Refusal> check_backup(const std::string& file) {
    if (!std::filesystem::is_regular_file(file))
        return std::unexpected(Refusal{"refusal.database.none", {{"found", file}}});
    const auto version = look_at_database(file);
    if (!version && version.error().key != "refusal.database.older") return version;
    return {};
}

} // namespace

ExitCode run(const CommandContext& context, const RestoreCommand& command) {
    namespace fs = std::filesystem;
    Terminal& terminal = context.terminal;
    const std::string& database = context.options.database;
    if (!command.replace && fs::exists(database) && fs::file_size(database) > 0) {
        terminal.fail("refusal.restore.exists", {{"found", database}});
        return ExitCode::refused;
    }
    if (const auto usable = check_backup(command.file); !usable) {
        terminal.refuse(usable.error());
        return ExitCode::refused;
    }
    db::restore_sqlite(command.file, database, [&](double fraction) { terminal.progress("restore.step", fraction); });
    terminal.say("cli.restored", {{"file", command.file}, {"database", database}});
    terminal.print_json(nlohmann::ordered_json{{"database", database}}.dump());
    return ExitCode::success;
}

} // namespace interregio
