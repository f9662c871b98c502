#include "app/commands/commands.h"

#include "base/embedded_file.h"
#include "modules/kinds/sights.h"
#include "platform/db/migrations.h"
#include "platform/db/sqlite_database.h"

#include <iostream>
#include <nlohmann/json.hpp>

namespace interregio {

std::expected<std::unique_ptr<db::Database>, Refusal> open_database(const CommandContext& context, Absent absent,
                                                                    Version version, Unwritable unwritable) {
    const std::filesystem::path file = context.options.database;
    const bool there = std::filesystem::exists(file);
    if (!there && absent == Absent::refuse)
        return std::unexpected(Refusal{"refusal.database.none", {{"found", file.string()}}});
    const bool empty = !there || std::filesystem::file_size(file) == 0;
    // Stays open until the database is: after a crash, SQLite would read the whole log a second time otherwise.
    std::unique_ptr<db::Database> looked_at;
    if (!empty) {
        looked_at = db::open_sqlite_copy(file);
        const auto ready = db::check_version(*looked_at, embedded::migrations::files());
        const bool will_do = ready || (version == Version::older_too && ready.error().key == "refusal.database.older");
        if (!will_do) return std::unexpected(ready.error());
    }
    const db::OpenMode mode = !there                                      ? db::OpenMode::create
                              : empty || unwritable == Unwritable::refuse ? db::OpenMode::existing
                                                                          : db::OpenMode::existing_or_read_only;
    auto database = db::open_sqlite(file, mode);
    database->look_through(sights_of_the_record());
    if (empty) {
        const auto applied = db::migrate(*database, embedded::migrations::files(), context.clock);
        if (!applied) return std::unexpected(applied.error());
    }
    return database;
}

std::expected<void, Refusal> look_at_database(const std::filesystem::path& file) {
    return db::check_version(*db::open_sqlite_copy(file), embedded::migrations::files());
}

void show_problems(Terminal& terminal, const std::vector<Problem>& problems) {
    const Catalogue& words = terminal.words();
    terminal.finish_progress();
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Problem& problem : problems) {
        const std::string message = words.text(problem.refusal);
        std::string where = problem.file;
        if (problem.mark.line > 0)
            where += ":" + std::to_string(problem.mark.line) + ":" + std::to_string(problem.mark.column);
        std::cerr << where << (where.empty() ? "" : ": ") << problem.path << (problem.path.empty() ? "" : ": ")
                  << message << '\n';
        list.push_back({{"file", problem.file},
                        {"line", problem.mark.line},
                        {"column", problem.mark.column},
                        {"path", problem.path},
                        {"key", problem.refusal.key},
                        {"message", message}});
    }
    std::cerr << words.count("cli.problems", static_cast<std::int64_t>(problems.size())) << '\n';
    terminal.print_json(
        nlohmann::ordered_json{{"problems", list}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace interregio
