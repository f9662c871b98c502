#pragma once
// Ids and names of enumerations as columns hold them. What this program cannot read was written by another one or is
// damaged: that is an error (db::Error), never skipped and never taken for something else.

#include "base/id.h"
#include "modules/record/description.h"
#include "platform/db/database.h"

#include <string_view>
#include <vector>

namespace interregio {

/// Throws db::Error, naming the text.
[[noreturn]] void unreadable(std::string_view text);

[[nodiscard]] Uuid stored_uuid(std::string_view text);

template <class T> [[nodiscard]] Id<T> stored_id(std::string_view text) { return Id<T>(stored_uuid(text)); }

template <NamedEnum E> [[nodiscard]] E stored_enum(std::string_view text) {
    const auto value = enum_named<E>(text);
    if (!value) unreadable(text);
    return *value;
}

/// The first column of all rows.
[[nodiscard]] std::vector<Uuid> stored_uuids(db::Rows rows);

template <class T> [[nodiscard]] std::vector<Id<T>> stored_ids(db::Rows rows) {
    std::vector<Id<T>> ids;
    while (rows.next()) ids.push_back(stored_id<T>(rows.text(0)));
    return ids;
}

} // namespace interregio
