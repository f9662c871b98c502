#pragma once
// Reads what the table of activities is made from: of all that the connection sees, or of some. Internal to the module.

#include "modules/editing/activity_table.h"

#include <map>
#include <span>

namespace interregio::editing {

/// No more than most_table_rows_at_once; none means all.
using Wanted = std::span<const Uuid>;

/// What is filtered and sorted by and stands in the activity itself.
struct ActivityHead {
    Uuid id;
    ActivityKind kind = ActivityKind::other;
    ActivityStatus status = ActivityStatus::idea;
    std::int32_t day = 0; ///< the earliest it can mean: 20260131
    std::uint8_t precision = 0;
    Uuid series; ///< nil for none
    Visibility visible_to;
};
void read_heads(db::Connection& connection, Wanted wanted, const std::function<void(ActivityHead)>& take);

using TakeTitle = std::function<void(const Uuid& id, Language language, bool original, std::string_view body)>;
void read_titles(db::Connection& connection, Wanted wanted, const TakeTitle& take);

using TakeGaps = std::function<void(const Uuid& id, TranslationGaps gaps)>;
/// Of those that have any.
void read_gaps(db::Connection& connection, Wanted wanted, const TakeGaps& take);

using TakeChange = std::function<void(const Uuid& id, std::int64_t sequence)>;
/// The last entry of the journal that the connection sees of each.
void read_changes(db::Connection& connection, Wanted wanted, const TakeChange& take);

enum class Relation { organisation, field, place, outcome, picture, source };
using TakeRelation = std::function<void(const Uuid& id, const Uuid& target)>;
/// In the order of the record; of outcomes, which are rows and refer to nothing, the target is nil, and next steps are
/// none.
void read_relation(db::Connection& connection, Relation relation, Wanted wanted, const TakeRelation& take);

/// What has changed in the record, as a connection tells that sees everything.
struct ChangesSince {
    bool too_many = false;       ///< more than were to be listed
    bool sight = false;          ///< of a record that is no activity: who sees it
    std::set<Uuid> activities{}; ///< each that was made, changed or removed
};
/// Between two entries of the journal, the later one included.
[[nodiscard]] ChangesSince changes_since(db::Connection& everything, std::int64_t after, std::int64_t until,
                                         std::size_t most);

} // namespace interregio::editing
