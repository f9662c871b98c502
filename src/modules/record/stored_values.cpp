#include "modules/record/stored_values.h"

namespace interregio {

void unreadable(std::string_view text) {
    throw db::Error("the database holds a value this program cannot read: \"" + std::string(text) + "\"");
}

Uuid stored_uuid(std::string_view text) {
    const auto uuid = Uuid::parse(text);
    if (!uuid) unreadable(text);
    return *uuid;
}

std::vector<Uuid> stored_uuids(db::Rows rows) {
    std::vector<Uuid> uuids;
    while (rows.next()) uuids.push_back(stored_uuid(rows.text(0)));
    return uuids;
}

} // namespace interregio
