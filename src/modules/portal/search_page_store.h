#pragma once
// The SQL of the search page. Internal to the module.

#include "base/id.h"
#include "base/partial_date.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <optional>
#include <string>
#include <vector>

namespace interregio::portal::store {

/// What a result says besides its texts: the kind of an activity (else empty), and when it was.
struct ResultHead {
    std::string activity_kind;
    std::optional<PartialDate> date;
};
[[nodiscard]] ResultHead result_head(db::Connection& connection, RecordKind kind, const Uuid& id);

/// The kind of a record that may be a place, a person, a document or what else results are found by.
[[nodiscard]] std::optional<RecordKind> kind_of(db::Connection& connection, const Uuid& id);

} // namespace interregio::portal::store
