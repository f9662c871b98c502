#pragma once
// Reads what records are called. Internal to the module.

#include "base/id.h"
#include "base/localized_text.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <optional>
#include <string>
#include <vector>

namespace interregio::editing {

struct StoredName {
    Uuid id;
    std::string key;
    LocalizedText text; ///< empty for people
    std::string other;  ///< of people the whole name, of organisations the short one
};
/// Of one record; nothing when the connection does not see it.
[[nodiscard]] std::optional<StoredName> stored_name(db::Connection& connection, RecordKind kind, const Uuid& id);
/// Of all records of a kind that the connection sees.
[[nodiscard]] std::vector<StoredName> names_of_kind(db::Connection& connection, RecordKind kind);

} // namespace interregio::editing
