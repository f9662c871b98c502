#pragma once
// Ids, languages, kinds of records and dates as columns hold them. What this program cannot read was written by another
// one or is damaged: that is an error (db::Error), never skipped and never taken for something else. For enumerations
// see modules/record/stored_enum.h.

#include "base/id.h"
#include "base/language.h"
#include "base/partial_date.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <string_view>
#include <vector>

namespace interregio::db {

/// Throws Error, naming the text.
[[noreturn]] void unreadable(std::string_view text);

[[nodiscard]] Uuid stored_uuid(std::string_view text);
[[nodiscard]] Language stored_language(std::string_view tag);
[[nodiscard]] RecordKind stored_record_kind(std::string_view name);
[[nodiscard]] PartialDate stored_date(std::string_view edtf);

template <class T> [[nodiscard]] Id<T> stored_id(std::string_view text) { return Id<T>(stored_uuid(text)); }

/// The first column of all rows.
[[nodiscard]] std::vector<Uuid> stored_uuids(Rows rows);

template <class T> [[nodiscard]] std::vector<Id<T>> stored_ids(Rows rows) {
    std::vector<Id<T>> ids;
    while (rows.next()) ids.push_back(stored_id<T>(rows.text(0)));
    return ids;
}

} // namespace interregio::db
