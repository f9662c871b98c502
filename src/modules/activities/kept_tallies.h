#pragma once
// What activity_tallies.h reads where it need not read the activities: a table that is kept with every change of an
// activity, in the same transaction. Internal to the module.

#include "modules/activities/activity_tallies.h"

#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace interregio {

/// Dimension and value; see db/migrations/0005_activity_tallies.sql.
using TalliedBy = std::pair<std::string_view, std::string>;
struct TalliedNumber {
    std::int64_t number = 0;
    std::int64_t heads = 0;
    friend bool operator==(const TalliedNumber&, const TalliedNumber&) = default;
};
/// All that an activity counts for.
[[nodiscard]] std::map<TalliedBy, TalliedNumber> tallied_by(const Activity& activity);

/// Called with every change, in its transaction.
void keep_tallies(db::Connection& connection, const Activity* before, const Activity* after);

struct KeptTally {
    std::string value;
    int year = 0;
    ActivityStatus status = ActivityStatus::idea;
    TalliedNumber number;
};
/// By value, year and status. All values of the dimension, or one.
[[nodiscard]] std::vector<KeptTally> kept_tallies(db::Connection& connection, std::string_view dimension,
                                                  const std::optional<std::string>& value = std::nullopt);

} // namespace interregio
