#include "modules/activities/activities.h"

#include "platform/db/stored_values.h"

namespace interregio {

std::vector<Id<Series>> series_of(db::Connection& connection, std::optional<Id<Partnership>> partnership) {
    connection.reads_list(RecordKind::series);
    if (!partnership) return db::stored_ids<Series>(connection.query("SELECT id FROM series ORDER BY key"));
    return db::stored_ids<Series>(
        connection.query("SELECT s.id FROM series_partnerships x JOIN series s ON s.id = x.owner_id "
                         "WHERE x.target_id = :id ORDER BY s.key",
                         {{"id", partnership->text()}}));
}

} // namespace interregio
