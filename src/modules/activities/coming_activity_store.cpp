// What is still to come: declared in activities.h.
#include "modules/activities/activity_store.h"

namespace interregio {

std::vector<ActivityRow> coming_activities(db::Connection& connection, const ActivityFilter& filter,
                                           std::chrono::year_month_day today, std::size_t limit) {
    ActivityQuery query(connection, activity_row_columns, filter, ActivityQuery::Purpose::page);
    query.condition("a.date_first >= :coming_since AND a.date_last >= :coming_today");
    query.condition("a.status IN ('announced', 'planned')");
    query.parameter("coming_since", iso_day(today.year() / std::chrono::January / 1));
    query.parameter("coming_today", iso_day(today));
    query.parameter("limit", static_cast<std::int64_t>(limit));
    auto rows = query.run("ORDER BY a.date_first, a.date_precision, a.key LIMIT :limit");
    std::vector<ActivityRow> list;
    while (rows.next()) list.push_back(activity_row(rows));
    return list;
}

} // namespace interregio
