#pragma once
// The SQL of the open data. Internal to the module.

#include "base/id.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::open_data::store {

/// When the record was changed last; empty when the journal does not know it.
[[nodiscard]] std::string last_changed(db::Connection& connection, const Uuid& record);
/// When the journal speaks of it first; empty as above.
[[nodiscard]] std::string first_seen(db::Connection& connection, const Uuid& record);

/// Records of a kind by key, beginning after that key.
[[nodiscard]] std::vector<Uuid> ids_after(db::Connection& connection, RecordKind kind, std::string_view key,
                                          std::size_t limit);

/// A change that a feed tells of.
struct ActivityChange {
    Uuid activity;
    std::string at; ///< of its last change
};
/// The activities that were changed last, the last one first, each once. Looks at the last `most_entries` changes.
[[nodiscard]] std::vector<ActivityChange> activities_changed_last(db::Connection& connection, std::size_t limit,
                                                                  std::int64_t most_entries);

/// Of an activity, in order.
[[nodiscard]] std::vector<Uuid> places_of(db::Connection& connection, const Uuid& activity);
[[nodiscard]] std::vector<Uuid> organisations_of(db::Connection& connection, const Uuid& activity);
[[nodiscard]] std::vector<Uuid> fields_of(db::Connection& connection, const Uuid& activity);
[[nodiscard]] std::optional<Uuid> series_of(db::Connection& connection, const Uuid& activity);

} // namespace interregio::open_data::store
