#include "modules/partnerships/partnerships.h"

#include "platform/db/stored_values.h"

namespace interregio {
std::optional<Id<Site>> the_site(db::Connection& connection) {
    connection.reads_list(RecordKind::site);
    const auto sites = db::stored_ids<Site>(connection.query("SELECT id FROM sites ORDER BY key LIMIT 1"));
    return sites.empty() ? std::nullopt : std::optional(sites.front());
}

std::vector<Language> site_languages(db::Connection& connection) {
    connection.reads_list(RecordKind::site);
    auto rows = connection.query("SELECT value FROM site_languages ORDER BY position");
    std::vector<Language> list;
    while (rows.next()) list.push_back(db::stored_language(rows.text(0)));
    return list;
}

std::vector<Id<Partnership>> all_partnerships(db::Connection& connection) {
    connection.reads_list(RecordKind::partnership);
    return db::stored_ids<Partnership>(connection.query("SELECT id FROM partnerships ORDER BY key"));
}

std::vector<Id<Partnership>> partnerships_of(db::Connection& connection, Id<Organisation> organisation) {
    connection.reads_list(RecordKind::partnership);
    const auto id = organisation.text();
    return db::stored_ids<Partnership>(
        connection.query("SELECT p.id FROM partnership_parties x JOIN partnerships p ON p.id = x.owner_id "
                         "WHERE x.target_id = :id ORDER BY p.key",
                         {{"id", id}}));
}

std::vector<Id<Partnership>> partnerships_on(db::Connection& connection, Id<FieldOfAction> field) {
    connection.reads_list(RecordKind::partnership);
    const auto id = field.text();
    return db::stored_ids<Partnership>(
        connection.query("SELECT p.id FROM partnership_fields x JOIN partnerships p ON p.id = x.owner_id "
                         "WHERE x.target_id = :id ORDER BY p.key",
                         {{"id", id}}));
}

std::vector<Id<Agreement>> agreements_of(db::Connection& connection, Id<Partnership> partnership) {
    connection.reads_list(RecordKind::agreement);
    const auto id = partnership.text();
    return db::stored_ids<Agreement>(
        connection.query("SELECT a.id FROM agreements a WHERE a.partnership = :id "
                         "ORDER BY (SELECT MIN(s.date_first) FROM agreement_signings s WHERE s.owner_id = a.id), a.key",
                         {{"id", id}}));
}

std::vector<Id<Agreement>> agreements_on(db::Connection& connection, Id<FieldOfAction> field) {
    connection.reads_list(RecordKind::agreement);
    const auto id = field.text();
    return db::stored_ids<Agreement>(
        connection.query("SELECT DISTINCT a.id, a.key FROM agreement_fields x JOIN agreements a ON "
                         "a.id = x.owner_id WHERE x.field = :id ORDER BY a.key",
                         {{"id", id}}));
}

std::vector<Id<FieldOfAction>> all_fields(db::Connection& connection) {
    connection.reads_list(RecordKind::field_of_action);
    return db::stored_ids<FieldOfAction>(connection.query("SELECT id FROM fields_of_action ORDER BY key"));
}

} // namespace interregio
