#include "modules/activities/kept_tallies.h"

#include "modules/record/stored_enum.h"

namespace interregio {
namespace {

struct Row {
    std::int64_t year = 0;
    std::string_view status;
};

Row row_of(const Activity& activity) {
    return {static_cast<int>(activity.date.first_day().year()), name_of(activity.status)};
}

void add(db::Connection& connection, const TalliedBy& by, const Row& row, const TalliedNumber& number) {
    connection.execute("INSERT INTO activity_tallies (dimension, value, year, status, number, heads) "
                       "VALUES (:dimension, :value, :year, :status, :number, :heads) "
                       "ON CONFLICT (dimension, value, year, status) DO UPDATE SET "
                       "number = activity_tallies.number + :number, heads = activity_tallies.heads + :heads",
                       {{"dimension", by.first},
                        {"value", by.second},
                        {"year", row.year},
                        {"status", row.status},
                        {"number", number.number},
                        {"heads", number.heads}});
}

void remove(db::Connection& connection, const TalliedBy& by, const Row& row, const TalliedNumber& number) {
    add(connection, by, row, {-number.number, -number.heads});
    connection.execute("DELETE FROM activity_tallies WHERE dimension = :dimension AND value = :value AND year = :year "
                       "AND status = :status AND number = 0",
                       {{"dimension", by.first}, {"value", by.second}, {"year", row.year}, {"status", row.status}});
}

} // namespace

void keep_tallies(db::Connection& connection, const Activity* before, const Activity* after) {
    std::map<TalliedBy, TalliedNumber> gone;
    std::map<TalliedBy, TalliedNumber> come;
    if (before != nullptr) gone = tallied_by(*before);
    if (after != nullptr) come = tallied_by(*after);
    const bool same_row = before != nullptr && after != nullptr && row_of(*before).year == row_of(*after).year &&
                          before->status == after->status;
    if (same_row && gone == come) return;
    for (const auto& [by, number] : gone) remove(connection, by, row_of(*before), number);
    for (const auto& [by, number] : come) add(connection, by, row_of(*after), number);
}

std::vector<KeptTally> kept_tallies(db::Connection& connection, std::string_view dimension,
                                    const std::optional<std::string>& value) {
    connection.reads_list(RecordKind::activity);
    auto rows = value ? connection.query("SELECT value, year, status, number, heads FROM activity_tallies "
                                         "WHERE dimension = :dimension AND value = :value ORDER BY value, year, status",
                                         {{"dimension", dimension}, {"value", *value}})
                      : connection.query("SELECT value, year, status, number, heads FROM activity_tallies "
                                         "WHERE dimension = :dimension ORDER BY value, year, status",
                                         {{"dimension", dimension}});
    std::vector<KeptTally> list;
    while (rows.next()) {
        list.push_back({rows.get<std::string>(0),
                        rows.get<int>(1),
                        stored_enum<ActivityStatus>(rows.text(2)),
                        {rows.get<std::int64_t>(3), rows.get<std::int64_t>(4)}});
    }
    return list;
}

} // namespace interregio
