#pragma once
// Rules of visibility between records: a record may not be seen by more people than what it cannot be without. What it
// refers to besides is left out for those who may not see it (sights.h).

#include "base/id.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <string>
#include <vector>

namespace interregio {

/// A record that more people may see than what it needs.
struct SeenTooWidely {
    RecordKind kind = RecordKind::activity;
    Uuid id;
    std::string key;
    std::string field;
    RecordKind needed_kind = RecordKind::activity;
    std::string needed_key;
};

/// All of them; on a connection that sees everything, after a change and before it is committed.
[[nodiscard]] std::vector<SeenTooWidely> seen_too_widely(db::Connection& connection);

} // namespace interregio
