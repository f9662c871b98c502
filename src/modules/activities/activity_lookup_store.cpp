#include "modules/activities/activity_lookup_store.h"

#include "modules/activities/activities.h"

namespace interregio {
namespace {

Uuid uuid_of(std::string_view text) {
    const auto uuid = Uuid::parse(text);
    if (!uuid) throw db::Error("the database holds an id this program cannot read: \"" + std::string(text) + "\"");
    return *uuid;
}

} // namespace

bool any_of_kind(db::Connection& connection, std::string_view kind) {
    connection.reads_list(RecordKind::activity);
    return connection.query("SELECT 1 FROM activities WHERE kind = :kind LIMIT 1", {{"kind", kind}}).next();
}

bool any_of_status(db::Connection& connection, std::string_view status) {
    connection.reads_list(RecordKind::activity);
    return connection.query("SELECT 1 FROM activities WHERE status = :status LIMIT 1", {{"status", status}}).next();
}

bool in_use(db::Connection& connection, Id<FieldOfAction> field) {
    connection.reads_list(RecordKind::activity);
    const auto id = field.text();
    return connection.query("SELECT 1 FROM activity_fields WHERE target_id = :id LIMIT 1", {{"id", id}}).next();
}

bool in_use(db::Connection& connection, Id<Organisation> organisation) {
    connection.reads_list(RecordKind::activity);
    const auto id = organisation.text();
    return connection.query("SELECT 1 FROM activity_organisations WHERE organisation = :id LIMIT 1", {{"id", id}})
        .next();
}

std::vector<Id<Organisation>> organisations_in_activities(db::Connection& connection) {
    connection.reads_list(RecordKind::activity);
    // From one value of the index to the next, so that a hundred thousand activities of five organisations cost five
    // steps.
    auto rows =
        connection.query("WITH RECURSIVE used(id) AS ("
                         "SELECT MIN(organisation) FROM activity_organisations "
                         "UNION ALL "
                         "SELECT (SELECT MIN(organisation) FROM activity_organisations WHERE organisation > used.id) "
                         "FROM used WHERE used.id IS NOT NULL) "
                         "SELECT id FROM used WHERE id IS NOT NULL");
    std::vector<Id<Organisation>> list;
    while (rows.next()) list.emplace_back(uuid_of(rows.text(0)));
    return list;
}

std::vector<Id<Series>> series_of(db::Connection& connection, std::optional<Id<Partnership>> partnership) {
    connection.reads_list(RecordKind::series);
    std::vector<Id<Series>> list;
    if (!partnership) {
        auto rows = connection.query("SELECT id FROM series ORDER BY key");
        while (rows.next()) list.emplace_back(uuid_of(rows.text(0)));
        return list;
    }
    const auto id = partnership->text();
    auto rows = connection.query("SELECT s.id FROM series_partnerships x JOIN series s ON s.id = x.owner_id "
                                 "WHERE x.target_id = :id ORDER BY s.key",
                                 {{"id", id}});
    while (rows.next()) list.emplace_back(uuid_of(rows.text(0)));
    return list;
}

} // namespace interregio
