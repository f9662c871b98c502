#pragma once
// The activities in numbers: by year, field of action, town and participant. Part of the module's door, as
// activities.h. What was held, what lies ahead and what was called off are always counted apart: adding them up would
// show as done what was only announced. As thread-safe as the connection, which must be inside a transaction.
//
// Without a condition, and by one field of action, these read what is kept with every change (a row for each value,
// year and status). With other conditions they read every activity that the filter lets through.

#include "modules/activities/activities.h"

namespace interregio {

/// How many activities, by what became of them.
struct Tally {
    std::int64_t held = 0;
    std::int64_t ahead = 0;      ///< idea, planned or announced
    std::int64_t called_off = 0; ///< postponed or cancelled

    void add(ActivityStatus status, std::int64_t activities);
    void add(const Tally& other);
    [[nodiscard]] bool empty() const { return held == 0 && ahead == 0 && called_off == 0; }
    friend bool operator==(const Tally&, const Tally&) = default;
};

struct YearTally {
    int year = 0; ///< in which it begins, by the earliest day it can mean
    Tally activities;
};
/// For each year in which one begins, the oldest first. The filter's own year is ignored.
[[nodiscard]] std::vector<YearTally> tally_by_year(db::Connection& connection, const ActivityFilter& filter);

struct FieldYearTally {
    int year = 0;
    Id<FieldOfAction> field;
    Tally activities;
};
/// As tally_by_year(), for each year and each field worked on in it, without order. An activity counts once in each of
/// its fields.
[[nodiscard]] std::vector<FieldYearTally> tally_by_year_and_field(db::Connection& connection,
                                                                  const ActivityFilter& filter);

struct PlacesTally {
    std::vector<Id<Place>> places; ///< none: the activity names no place, for example because it is online
    Tally activities;
};
/// For each set of places that activities name together, so that whoever knows which places are one town can count
/// an activity with two venues in it once. Without order. With a condition, of the newest `most` at most.
[[nodiscard]] std::vector<PlacesTally> tally_by_places(db::Connection& connection, const ActivityFilter& filter,
                                                       std::size_t most);

/// The heads of participant groups of one organisation, or of those without one, that are known in the same way.
struct HeadTally {
    std::optional<Id<Organisation>> organisation;
    HeadCount head_count = HeadCount::not_known;
    std::int64_t groups = 0;
    std::int64_t heads = 0; ///< 0 for `not_known`
};
/// Of activities that were held; by organisation and HeadCount, without order.
[[nodiscard]] std::vector<HeadTally> tally_heads(db::Connection& connection, const ActivityFilter& filter);

} // namespace interregio
