#pragma once
// Which records refer to records of a kind, found by the descriptions of all kinds.

#include "base/id.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <vector>

namespace interregio {

struct ReferringRecord {
    RecordKind kind = RecordKind::activity;
    Uuid id;
    Uuid to;
};

/// All references to records of a kind that the connection sees, other than those of a record to itself.
[[nodiscard]] std::vector<ReferringRecord> references_to(db::Connection& connection, RecordKind kind);

} // namespace interregio
