#include "modules/open_data/open_data_store.h"

#include "platform/db/stored_values.h"

#include <algorithm>

namespace interregio::open_data::store {
namespace {

std::vector<Uuid> column_of(db::Connection& connection, std::string_view sql, const Uuid& activity) {
    connection.reads(activity);
    const auto id = activity.text();
    return db::stored_uuids(connection.query(sql, {{"id", id}}));
}

} // namespace

std::string last_changed(db::Connection& connection, const Uuid& record) {
    connection.reads(record);
    const auto id = record.text();
    auto rows =
        connection.query("SELECT at FROM journal WHERE record_id = :id ORDER BY sequence DESC LIMIT 1", {{"id", id}});
    return rows.next() ? rows.get<std::string>(0) : std::string{};
}

std::string first_seen(db::Connection& connection, const Uuid& record) {
    connection.reads(record);
    const auto id = record.text();
    auto rows =
        connection.query("SELECT at FROM journal WHERE record_id = :id ORDER BY sequence LIMIT 1", {{"id", id}});
    return rows.next() ? rows.get<std::string>(0) : std::string{};
}

std::vector<Uuid> ids_after(db::Connection& connection, RecordKind kind, std::string_view key, std::size_t limit) {
    connection.reads_list(kind);
    return db::stored_uuids(connection.query("SELECT id FROM " + std::string(plural_of(kind)) +
                                                 " WHERE key > :key ORDER BY key LIMIT :limit",
                                             {{"key", key}, {"limit", static_cast<std::int64_t>(limit)}}));
}

std::vector<ActivityChange> activities_changed_last(db::Connection& connection, std::size_t limit,
                                                    std::int64_t most_entries) {
    connection.reads_everything();
    auto rows = connection.query("SELECT record_id, at, kind FROM journal ORDER BY sequence DESC LIMIT :most",
                                 {{"most", most_entries}});
    std::vector<ActivityChange> list;
    while (list.size() < limit && rows.next()) {
        if (rows.text(2) != name_of(RecordKind::activity)) continue;
        const Uuid id = db::stored_uuid(rows.text(0));
        if (std::ranges::find(list, id, &ActivityChange::activity) == list.end())
            list.push_back({id, rows.get<std::string>(1)});
    }
    return list;
}

std::vector<Uuid> places_of(db::Connection& connection, const Uuid& activity) {
    return column_of(connection, "SELECT target_id FROM activity_places WHERE owner_id = :id ORDER BY position",
                     activity);
}

std::vector<Uuid> organisations_of(db::Connection& connection, const Uuid& activity) {
    return column_of(
        connection, "SELECT organisation FROM activity_organisations WHERE owner_id = :id ORDER BY position", activity);
}

std::vector<Uuid> fields_of(db::Connection& connection, const Uuid& activity) {
    return column_of(connection, "SELECT target_id FROM activity_fields WHERE owner_id = :id ORDER BY position",
                     activity);
}

std::optional<Uuid> series_of(db::Connection& connection, const Uuid& activity) {
    const auto found =
        column_of(connection, "SELECT series FROM activities WHERE id = :id AND series IS NOT NULL", activity);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

} // namespace interregio::open_data::store
