#include "modules/editing/changes.h"

namespace interregio::editing {

std::int64_t version_of(db::Connection& connection, const Uuid& id) {
    connection.reads(id);
    auto rows = connection.query("SELECT COALESCE(MAX(sequence), 0) FROM journal WHERE record_id = :record",
                                 {{"record", id.text()}});
    return rows.next() ? rows.get<std::int64_t>(0) : 0;
}

} // namespace interregio::editing
