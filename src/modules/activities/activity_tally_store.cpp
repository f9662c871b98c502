#include "modules/activities/activity_store.h"

#include "modules/activities/activity_tally_queries.h"
#include "modules/record/stored_enum.h"

#include <algorithm>
#include <map>

namespace interregio {

std::vector<YearTally> tally_years_of(db::Connection& connection, const ActivityFilter& filter) {
    ActivityQuery query(connection, "SUBSTR(a.date_first, 1, 4), a.status, COUNT(*)", filter,
                        ActivityQuery::Purpose::all);
    auto rows = query.run("GROUP BY SUBSTR(a.date_first, 1, 4), a.status ORDER BY 1");
    std::vector<YearTally> list;
    while (rows.next()) {
        const int year = std::stoi(rows.get<std::string>(0));
        if (list.empty() || list.back().year != year) list.push_back({year, {}});
        list.back().activities.add(stored_enum<ActivityStatus>(rows.text(1)), rows.get<std::int64_t>(2));
    }
    return list;
}

std::vector<FieldYearTally> tally_years_and_fields_of(db::Connection& connection, const ActivityFilter& filter) {
    ActivityQuery query(connection, "SUBSTR(a.date_first, 1, 4), f.target_id, a.status, COUNT(*)", filter,
                        ActivityQuery::Purpose::all);
    query.join("JOIN activity_fields f ON f.owner_id = a.id");
    auto rows = query.run("GROUP BY SUBSTR(a.date_first, 1, 4), f.target_id, a.status ORDER BY 1, 2");
    std::vector<FieldYearTally> list;
    while (rows.next()) {
        const int year = std::stoi(rows.get<std::string>(0));
        const auto field = db::stored_id<FieldOfAction>(rows.text(1));
        if (list.empty() || list.back().year != year || list.back().field != field) list.push_back({year, field, {}});
        list.back().activities.add(stored_enum<ActivityStatus>(rows.text(2)), rows.get<std::int64_t>(3));
    }
    return list;
}

std::vector<PlacesTally> tally_places_of(db::Connection& connection, const ActivityFilter& filter, std::size_t most) {
    std::map<std::vector<Id<Place>>, Tally> found;
    for (const auto& row : list_activities(connection, filter, {most, std::nullopt, std::nullopt})) {
        const auto id = row.id.text();
        auto rows = connection.query("SELECT target_id FROM activity_places WHERE owner_id = :id ORDER BY target_id",
                                     {{"id", id}});
        std::vector<Id<Place>> places;
        while (rows.next()) places.push_back(db::stored_id<Place>(rows.text(0)));
        found[places].add(row.status, 1);
    }
    std::vector<PlacesTally> list;
    for (const auto& [places, activities] : found) list.push_back({places, activities});
    return list;
}

std::vector<HeadTally> tally_heads_of(db::Connection& connection, const ActivityFilter& filter) {
    ActivityFilter held = filter;
    held.status = ActivityStatus::held;
    ActivityQuery query(connection, "g.organisation, g.head_count, COUNT(*), COALESCE(SUM(g.number), 0)", held,
                        ActivityQuery::Purpose::all);
    query.join("JOIN activity_participants g ON g.owner_id = a.id");
    auto rows = query.run("GROUP BY g.organisation, g.head_count");
    std::vector<HeadTally> list;
    while (rows.next())
        list.push_back({rows.null(0) ? std::nullopt : std::optional(db::stored_id<Organisation>(rows.text(0))),
                        stored_enum<HeadCount>(rows.text(1)), rows.get<std::int64_t>(2), rows.get<std::int64_t>(3)});
    return list;
}

} // namespace interregio
