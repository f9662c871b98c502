#include "platform/db/stored_values.h"

namespace interregio::db {

void unreadable(std::string_view text) {
    throw Error("the database holds a value this program cannot read: \"" + std::string(text) + "\"");
}

Uuid stored_uuid(std::string_view text) {
    const auto uuid = Uuid::parse(text);
    if (!uuid) unreadable(text);
    return *uuid;
}

Language stored_language(std::string_view tag) {
    const auto language = Language::parse(tag);
    if (!language) unreadable(tag);
    return *language;
}

RecordKind stored_record_kind(std::string_view name) {
    const auto kind = record_kind_named(name);
    if (!kind) unreadable(name);
    return *kind;
}

PartialDate stored_date(std::string_view edtf) {
    const auto date = PartialDate::parse(edtf);
    if (!date) unreadable(edtf);
    return *date;
}

std::vector<Uuid> stored_uuids(Rows rows) {
    std::vector<Uuid> uuids;
    while (rows.next()) uuids.push_back(stored_uuid(rows.text(0)));
    return uuids;
}

} // namespace interregio::db
