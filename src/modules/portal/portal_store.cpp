#include "modules/portal/portal_store.h"

#include "modules/record/stored_enum.h"

namespace interregio::portal::store {
std::string key_of(db::Connection& connection, RecordKind kind, const Uuid& id) {
    connection.reads(id);
    const auto text = id.text();
    auto rows = connection.query("SELECT key FROM " + std::string(plural_of(kind)) + " WHERE id = :id", {{"id", text}});
    return rows.next() ? rows.get<std::string>(0) : std::string{};
}

std::optional<std::string> short_name_of(db::Connection& connection, const Uuid& organisation) {
    connection.reads(organisation);
    const auto id = organisation.text();
    auto rows = connection.query("SELECT short_name FROM organisations WHERE id = :id", {{"id", id}});
    return rows.next() ? rows.get<std::optional<std::string>>(0) : std::nullopt;
}

Uuid town_of(db::Connection& connection, const Uuid& place) {
    Uuid town = place;
    constexpr int most_steps = 8; // a hall in a park in a district of a town; also ends a circle
    for (int step = 0; step < most_steps; ++step) {
        connection.reads(town);
        const auto id = town.text();
        auto rows = connection.query("SELECT \"within\" FROM places WHERE id = :id", {{"id", id}});
        if (!rows.next() || rows.null(0)) break;
        town = db::stored_uuid(rows.text(0));
    }
    return town;
}

std::vector<Uuid> places_of(db::Connection& connection, const Uuid& activity) {
    connection.reads(activity);
    const auto id = activity.text();
    return db::stored_uuids(
        connection.query("SELECT target_id FROM activity_places WHERE owner_id = :id ORDER BY position", {{"id", id}}));
}

std::optional<Uuid> first_image_of(db::Connection& connection, const Uuid& activity) {
    connection.reads(activity);
    const auto id = activity.text();
    const auto images = db::stored_uuids(connection.query(
        "SELECT target_id FROM activity_images WHERE owner_id = :id ORDER BY position LIMIT 1", {{"id", id}}));
    return images.empty() ? std::nullopt : std::optional(images.front());
}

std::vector<Uuid> hosts_of(db::Connection& connection, const Uuid& activity) {
    connection.reads(activity);
    const auto id = activity.text();
    return db::stored_uuids(connection.query("SELECT organisation FROM activity_organisations "
                                             "WHERE owner_id = :id AND role = 'host' ORDER BY position",
                                             {{"id", id}}));
}

std::optional<Uuid> series_of(db::Connection& connection, const Uuid& activity) {
    connection.reads(activity);
    const auto id = activity.text();
    auto rows = connection.query("SELECT series FROM activities WHERE id = :id", {{"id", id}});
    return rows.next() && !rows.null(0) ? std::optional(db::stored_uuid(rows.text(0))) : std::nullopt;
}

std::optional<std::string> site_email(db::Connection& connection) {
    connection.reads_list(RecordKind::site);
    auto rows = connection.query("SELECT email FROM sites ORDER BY key LIMIT 1");
    return rows.next() ? rows.get<std::optional<std::string>>(0) : std::nullopt;
}

std::vector<Id<Organisation>> parties_of(db::Connection& connection, const Uuid& partnership) {
    connection.reads(partnership);
    const auto id = partnership.text();
    return db::stored_ids<Organisation>(connection.query(
        "SELECT target_id FROM partnership_parties WHERE owner_id = :id ORDER BY position", {{"id", id}}));
}

std::optional<Uuid> seat_of(db::Connection& connection, const Uuid& organisation) {
    connection.reads(organisation);
    const auto id = organisation.text();
    auto rows = connection.query("SELECT seat FROM organisations WHERE id = :id", {{"id", id}});
    return rows.next() && !rows.null(0) ? std::optional(db::stored_uuid(rows.text(0))) : std::nullopt;
}

std::vector<OrganisationRow> all_organisations(db::Connection& connection) {
    connection.reads_list(RecordKind::organisation);
    auto rows = connection.query("SELECT id, kind FROM organisations");
    std::vector<OrganisationRow> list;
    while (rows.next()) list.push_back({db::stored_uuid(rows.text(0)), stored_enum<OrganisationKind>(rows.text(1))});
    return list;
}

std::optional<MediaRow> find_media(db::Connection& connection, std::string_view hash, std::string_view file_name) {
    auto rows = connection.query("SELECT b.media_type, 0 FROM images i JOIN blobs b ON b.hash = i.file_hash "
                                 "WHERE i.file_hash = :hash AND i.file_name = :name "
                                 "UNION ALL "
                                 "SELECT b.media_type, 1 FROM documents d JOIN blobs b ON b.hash = d.file_hash "
                                 "WHERE d.file_hash = :hash AND d.file_name = :name LIMIT 1",
                                 {{"hash", hash}, {"name", file_name}});
    if (!rows.next()) return std::nullopt;
    return MediaRow{rows.get<std::int64_t>(1) == 0 ? RecordKind::image : RecordKind::document,
                    rows.get<std::string>(0)};
}

void each_address(db::Connection& connection, RecordKind kind, std::int64_t offset, std::int64_t limit,
                  const std::function<void(const std::string& key, const Slugs& slugs)>& each) {
    connection.reads_everything();
    auto rows =
        connection.query("SELECT r.key, s.language, s.slug FROM (SELECT id, key FROM " + std::string(plural_of(kind)) +
                             " ORDER BY key LIMIT :limit OFFSET :offset) AS r "
                             "LEFT JOIN slugs s ON s.record_id = r.id ORDER BY r.key, s.language, s.position",
                         {{"limit", limit}, {"offset", offset}});
    std::string key;
    Slugs slugs;
    bool any = false;
    while (rows.next()) {
        if (!any || rows.text(0) != key) {
            if (any) each(key, slugs);
            key = rows.text(0);
            slugs.clear();
            any = true;
        }
        if (rows.null(1)) continue;
        slugs[db::stored_language(rows.text(1))] = rows.text(2); // the last one is current
    }
    if (any) each(key, slugs);
}

std::int64_t count_of(db::Connection& connection, RecordKind kind) {
    connection.reads_list(kind);
    auto rows = connection.query("SELECT COUNT(*) FROM " + std::string(plural_of(kind)));
    return rows.next() ? rows.get<std::int64_t>(0) : 0;
}

} // namespace interregio::portal::store
