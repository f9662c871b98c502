#include "modules/activities/activities.h"

namespace interregio {

std::vector<Id<Series>> series_of(db::Connection& connection, std::optional<Id<Partnership>> partnership) {
    connection.reads_list(RecordKind::series);
    const auto ids = [](db::Rows rows) {
        std::vector<Id<Series>> list;
        while (rows.next()) {
            const auto id = Uuid::parse(rows.text(0));
            if (!id) throw db::Error("the database holds an id this program cannot read");
            list.emplace_back(*id);
        }
        return list;
    };
    if (!partnership) return ids(connection.query("SELECT id FROM series ORDER BY key"));
    return ids(connection.query("SELECT s.id FROM series_partnerships x JOIN series s ON s.id = x.owner_id "
                                "WHERE x.target_id = :id ORDER BY s.key",
                                {{"id", partnership->text()}}));
}

} // namespace interregio
