#include "app/commands/commands.h"
#include "base/embedded_file.h"
#include "platform/db/migrations.h"
#include "platform/db/sqlite_database.h"

#include <nlohmann/json.hpp>

namespace interregio {

ExitCode run(const CommandContext& context, const MigrateCommand&) {
    Terminal& terminal = context.terminal;
    const std::filesystem::path file = context.options.database;
    if (std::filesystem::exists(file) && std::filesystem::file_size(file) > 0) {
        const auto version = look_at_database(file);
        if (!version && version.error().key != "refusal.database.older") {
            terminal.refuse(version.error());
            return ExitCode::refused;
        }
    }
    const auto database = db::open_sqlite(file, db::OpenMode::create);
    const auto applied = db::migrate(*database, embedded::migrations::files(), context.clock);
    if (!applied) {
        terminal.refuse(applied.error());
        return ExitCode::refused;
    }
    for (const std::string& name : *applied) terminal.say("cli.migrated", {{"name", name}});
    if (applied->empty()) terminal.say("cli.nothing_to_migrate");
    terminal.print_json(nlohmann::ordered_json{{"applied", *applied}}.dump());
    return ExitCode::success;
}

} // namespace interregio
