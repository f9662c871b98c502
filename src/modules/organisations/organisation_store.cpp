#include "modules/organisations/organisations.h"

#include "platform/db/stored_values.h"

namespace interregio {
std::vector<Id<Organisation>> member_of(db::Connection& connection, Id<Organisation> organisation) {
    connection.reads_list(RecordKind::organisation);
    const auto id = organisation.text();
    return db::stored_ids<Organisation>(
        connection.query("SELECT o.id FROM organisation_members m JOIN organisations o ON o.id = m.owner_id "
                         "WHERE m.target_id = :id ORDER BY o.key",
                         {{"id", id}}));
}

std::vector<Id<Organisation>> subsidiaries_of(db::Connection& connection, Id<Organisation> organisation) {
    connection.reads_list(RecordKind::organisation);
    const auto id = organisation.text();
    return db::stored_ids<Organisation>(
        connection.query("SELECT id FROM organisations WHERE parent = :id ORDER BY key", {{"id", id}}));
}

} // namespace interregio
