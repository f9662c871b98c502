#pragma once
// The same tallies counted from the activities themselves, for filters by which none are kept. Internal to the module.

#include "modules/activities/activity_tallies.h"

namespace interregio {

[[nodiscard]] std::vector<YearTally> tally_years_of(db::Connection& connection, const ActivityFilter& filter);
[[nodiscard]] std::vector<FieldYearTally> tally_years_and_fields_of(db::Connection& connection,
                                                                    const ActivityFilter& filter);
[[nodiscard]] std::vector<PlacesTally> tally_places_of(db::Connection& connection, const ActivityFilter& filter,
                                                       std::size_t most);
[[nodiscard]] std::vector<HeadTally> tally_heads_of(db::Connection& connection, const ActivityFilter& filter);

} // namespace interregio
