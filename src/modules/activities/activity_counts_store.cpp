#include "modules/activities/activity_counts.h"
#include "modules/activities/kept_tallies.h"

#include <algorithm>
#include <iterator>

namespace interregio {
namespace {

int year_of(const Activity& activity) { return static_cast<int>(activity.date.first_day().year()); }

void count_up(db::Connection& connection, const CountedBy& by, int year) {
    connection.execute("INSERT INTO activity_counts (dimension, value, year, activities) "
                       "VALUES (:dimension, :value, :year, 1) ON CONFLICT (dimension, value, year) "
                       "DO UPDATE SET activities = activity_counts.activities + 1",
                       {{"dimension", by.first}, {"value", by.second}, {"year", year}});
}

void count_down(db::Connection& connection, const CountedBy& by, int year) {
    connection.execute("DELETE FROM activity_counts WHERE dimension = :dimension AND value = :value AND year = :year "
                       "AND activities <= 1",
                       {{"dimension", by.first}, {"value", by.second}, {"year", year}});
    connection.execute("UPDATE activity_counts SET activities = activities - 1 "
                       "WHERE dimension = :dimension AND value = :value AND year = :year",
                       {{"dimension", by.first}, {"value", by.second}, {"year", year}});
}

} // namespace

void keep_derived(db::Connection& connection, const Activity* before, const Activity* after) {
    keep_tallies(connection, before, after);
    std::set<CountedBy> gone;
    std::set<CountedBy> come;
    if (before != nullptr) gone = counted_by(*before);
    if (after != nullptr) come = counted_by(*after);
    if (before != nullptr && after != nullptr && year_of(*before) == year_of(*after)) {
        std::vector<CountedBy> same;
        std::ranges::set_intersection(gone, come, std::back_inserter(same));
        for (const CountedBy& by : same) {
            gone.erase(by);
            come.erase(by);
        }
    }
    for (const CountedBy& by : gone) count_down(connection, by, year_of(*before));
    for (const CountedBy& by : come) count_up(connection, by, year_of(*after));
}

std::vector<YearCount> kept_counts(db::Connection& connection, const CountedBy& by) {
    connection.reads_list(RecordKind::activity);
    auto rows = connection.query("SELECT year, activities FROM activity_counts "
                                 "WHERE dimension = :dimension AND value = :value ORDER BY year DESC",
                                 {{"dimension", by.first}, {"value", by.second}});
    std::vector<YearCount> counts;
    while (rows.next()) counts.push_back({rows.get<int>(0), rows.get<std::int64_t>(1)});
    return counts;
}

std::int64_t kept_count(db::Connection& connection, const CountedBy& by) {
    std::int64_t sum = 0;
    for (const YearCount& year : kept_counts(connection, by)) sum += year.activities;
    return sum;
}

std::vector<Uuid> kept_records(db::Connection& connection, std::string_view dimension, RecordKind kind) {
    connection.reads_list(RecordKind::activity);
    connection.reads_list(kind);
    return db::stored_uuids(connection.query(
        "SELECT r.id FROM " + std::string(plural_of(kind)) +
            " r WHERE EXISTS (SELECT 1 FROM activity_counts WHERE dimension = :dimension AND value = r.id)",
        {{"dimension", dimension}}));
}

std::vector<std::string> kept_values(db::Connection& connection, std::string_view dimension) {
    connection.reads_list(RecordKind::activity);
    auto rows = connection.query("SELECT DISTINCT value FROM activity_counts WHERE dimension = :dimension",
                                 {{"dimension", dimension}});
    std::vector<std::string> values;
    while (rows.next()) values.push_back(rows.get<std::string>(0));
    return values;
}

} // namespace interregio
