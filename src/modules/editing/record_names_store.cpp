#include "modules/editing/record_names_store.h"

#include "modules/editing/record_names.h"
#include "modules/texts/texts.h"
#include "platform/db/stored_values.h"

namespace interregio::editing {

std::string_view naming_field(RecordKind kind) {
    switch (kind) {
    case RecordKind::person:
        return {};
    case RecordKind::image:
        return "alt";
    case RecordKind::source:
    case RecordKind::document:
    case RecordKind::series:
    case RecordKind::agreement:
    case RecordKind::activity:
        return "title";
    case RecordKind::site:
    case RecordKind::place:
    case RecordKind::organisation:
    case RecordKind::field_of_action:
    case RecordKind::partnership:
        break;
    }
    return "name";
}

namespace {

/// In SQL: of people the whole name, of organisations the short one.
std::string_view other_name(RecordKind kind) {
    if (kind == RecordKind::person) return "given_name || ' ' || family_name";
    return kind == RecordKind::organisation ? "COALESCE(short_name, '')" : "''";
}

} // namespace

std::optional<StoredName> stored_name(db::Connection& connection, RecordKind kind, const Uuid& id) {
    connection.reads(id);
    auto rows = connection.query("SELECT key, " + std::string(other_name(kind)) + " FROM " +
                                     std::string(plural_of(kind)) + " WHERE id = :id",
                                 {{"id", id.text()}});
    if (!rows.next()) return std::nullopt;
    StoredName name{id, rows.get<std::string>(0), {}, rows.get<std::string>(1)};
    if (const std::string_view field = naming_field(kind); !field.empty()) name.text = find_text(connection, id, field);
    return name;
}

std::vector<StoredName> names_of_kind(db::Connection& connection, RecordKind kind) {
    const std::string_view field = naming_field(kind);
    auto texts = field.empty() ? decltype(find_texts(connection, kind, field)){} : find_texts(connection, kind, field);
    auto rows =
        connection.query("SELECT id, key, " + std::string(other_name(kind)) + " FROM " + std::string(plural_of(kind)));
    std::vector<StoredName> names;
    while (rows.next()) {
        StoredName name{db::stored_uuid(rows.text(0)), rows.get<std::string>(1), {}, rows.get<std::string>(2)};
        if (const auto text = texts.find(name.id); text != texts.end()) name.text = std::move(text->second);
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace interregio::editing
