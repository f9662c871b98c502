#include "platform/db/migrations.h"

#include "base/sha256.h"

#include <algorithm>
#include <charconv>

namespace interregio::db {
namespace {

struct Migration {
    std::int64_t number;
    EmbeddedFile file;
};

std::vector<Migration> in_order(std::span<const EmbeddedFile> files) {
    std::vector<Migration> list;
    for (const EmbeddedFile& file : files) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(file.name.data(), file.name.data() + file.name.size(), number);
        if (error != std::errc{} || *end != '_') throw Error("not a migration: " + std::string(file.name));
        list.push_back({number, file});
    }
    std::ranges::sort(list, {}, &Migration::number);
    return list;
}

std::string checksum(std::string_view text) { return sha256(std::as_bytes(std::span(text.data(), text.size()))); }

bool has_table(Connection& connection, std::string_view table) {
    // The one question for which the engines have no common words.
    Rows rows = connection.query("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE :name",
                                 {{"name", table}});
    rows.next();
    return rows.get<std::int64_t>(0) > 0;
}

/// The migrations that are still to be applied.
std::expected<std::vector<Migration>, Refusal> missing(Connection& connection, const std::vector<Migration>& known) {
    if (!has_table(connection, "migrations")) {
        if (has_table(connection, "%")) return std::unexpected(Refusal{"refusal.database.foreign", {}});
        return known;
    }
    std::vector<Migration> rest = known;
    Rows rows = connection.query("SELECT number, name, checksum FROM migrations ORDER BY number");
    while (rows.next()) {
        const auto number = rows.get<std::int64_t>(0);
        const auto found = std::ranges::find(rest, number, &Migration::number);
        if (found == rest.end())
            return std::unexpected(Refusal{"refusal.database.newer",
                                           {{"found", std::to_string(number)},
                                            {"known", std::to_string(known.empty() ? 0 : known.back().number)}}});
        if (checksum(found->file.contents) != rows.text(2))
            return std::unexpected(
                Refusal{"refusal.database.changed_migration", {{"name", std::string(found->file.name)}}});
        rest.erase(found);
    }
    return rest;
}

} // namespace

std::expected<std::vector<std::string>, Refusal> migrate(Database& database, std::span<const EmbeddedFile> migrations,
                                                         const Clock& clock) {
    using Result = std::expected<std::vector<std::string>, Refusal>;
    const std::vector<Migration> known = in_order(migrations);
    return database.write([&](Connection& connection) -> Result {
        const auto rest = missing(connection, known);
        if (!rest) return std::unexpected(rest.error());
        std::vector<std::string> applied;
        for (const Migration& migration : *rest) {
            connection.execute_script(migration.file.contents);
            connection.execute("INSERT INTO migrations (number, name, checksum, applied_at) "
                               "VALUES (:number, :name, :checksum, :applied_at)",
                               {{"number", migration.number},
                                {"name", migration.file.name},
                                {"checksum", checksum(migration.file.contents)},
                                {"applied_at", timestamp(clock.now())}});
            applied.emplace_back(migration.file.name);
        }
        return applied;
    });
}

std::expected<void, Refusal> check_version(Database& database, std::span<const EmbeddedFile> migrations) {
    const std::vector<Migration> known = in_order(migrations);
    const Reader reader = database.read();
    const auto rest = missing(*reader, known);
    if (!rest) return std::unexpected(rest.error());
    if (rest->empty()) return {};
    return std::unexpected(
        Refusal{"refusal.database.older",
                {{"found", std::to_string(rest->front().number - 1)}, {"known", std::to_string(known.back().number)}}});
}

} // namespace interregio::db
