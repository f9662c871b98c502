#pragma once
// What can be asked of the activities: lists, counts, neighbours. The module's door for reading; single records come
// from modules/record/records.h. All functions take a connection inside a transaction and are as thread-safe as that.
// None reads more rows than it gives, but where it says so.

#include "modules/activities/activity.h"
#include "platform/db/database.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio {

/// Which activities; all conditions that are given must hold.
struct ActivityFilter {
    std::optional<Id<Partnership>> partnership;
    std::optional<ActivityKind> kind;
    std::optional<ActivityStatus> status;
    std::optional<Id<FieldOfAction>> field;
    std::optional<Id<Organisation>> organisation; ///< takes part, in whatever role
    std::optional<Id<Series>> series;
    std::optional<int> year;                         ///< in which it begins, by the earliest day it can mean
    std::optional<std::chrono::year_month_day> from; ///< begins on that day or later, counted as `year`
    std::optional<std::chrono::year_month_day> to;   ///< begins on that day or earlier

    friend bool operator==(const ActivityFilter&, const ActivityFilter&) = default;
};

/// The part of an activity that lists need; texts are read apart, for those that are shown.
struct ActivityRow {
    Id<Activity> id;
    std::string key;
    ActivityKind kind = ActivityKind::other;
    ActivityStatus status = ActivityStatus::idea;
    PartialDate date;
    Form form = Form::on_site;
    std::optional<Audience> audience;
    std::optional<std::int64_t> edition;
};

/// Which part of a list: at most `limit`, beginning at the newest, or beyond the activity with that key.
struct ActivitySlice {
    std::size_t limit = 20;
    std::optional<std::string> older_than; ///< key of an activity; unknown keys give an empty list
    std::optional<std::string> newer_than; ///< as that; not together with older_than
};

/// Newest first: by earliest possible day, precision and key, each descending. With newer_than, those nearest to that
/// activity, still newest first.
[[nodiscard]] std::vector<ActivityRow> list_activities(db::Connection& connection, const ActivityFilter& filter,
                                                       const ActivitySlice& slice);

/// What is still to come on `today`: announced or planned, not over yet, and beginning in this year or later (a date as
/// vague as "this year" begins on its first day). The soonest first. Reads an index entry for each activity since the
/// beginning of the year, until it has found `limit`.
[[nodiscard]] std::vector<ActivityRow> coming_activities(db::Connection& connection, const ActivityFilter& filter,
                                                         std::chrono::year_month_day today, std::size_t limit);

/// The activity before and the one after in time, among all.
struct ActivityNeighbours {
    std::optional<ActivityRow> earlier;
    std::optional<ActivityRow> later;
};
[[nodiscard]] ActivityNeighbours neighbours_of(db::Connection& connection, std::string_view key);

struct YearCount {
    int year = 0;
    std::int64_t activities = 0;
};

/// For each year in which one begins, the newest year first; the filter's own year is ignored. With at most one other
/// condition this reads a row a year; with several, the activities of the condition that the fewest meet.
[[nodiscard]] std::vector<YearCount> count_by_year(db::Connection& connection, const ActivityFilter& filter);
/// All that the filter lets through; costs what count_by_year() costs.
[[nodiscard]] std::int64_t count_activities(db::Connection& connection, const ActivityFilter& filter);

/// The kinds, and the statuses, that activities have, in the order of the enum.
[[nodiscard]] std::vector<ActivityKind> kinds_in_use(db::Connection& connection);
[[nodiscard]] std::vector<ActivityStatus> statuses_in_use(db::Connection& connection);
/// The fields that activities work on, and the organisations that take part in them, without order.
[[nodiscard]] std::vector<Id<FieldOfAction>> fields_in_activities(db::Connection& connection);
[[nodiscard]] std::vector<Id<Organisation>> organisations_in_activities(db::Connection& connection);

/// Series that belong to a partnership, or all, by key.
[[nodiscard]] std::vector<Id<Series>> series_of(db::Connection& connection, std::optional<Id<Partnership>> partnership);

} // namespace interregio
