#include "modules/activities/activity_tallies.h"

#include "modules/activities/activity_counts.h"
#include "modules/activities/activity_tally_queries.h"
#include "modules/activities/kept_tallies.h"
#include "modules/record/records.h"
#include "modules/record/stored_enum.h"

#include <algorithm>
#include <array>
#include <set>

namespace interregio {
namespace {

/// The filter without its year, which these functions ignore.
ActivityFilter of_any_year(ActivityFilter filter) {
    filter.year.reset();
    return filter;
}

/// Those that the reader may know of.
std::vector<Id<Place>> places_in(std::string_view joined, const std::set<Uuid>& seen) {
    std::vector<Id<Place>> places;
    while (!joined.empty()) {
        const auto end = std::min(joined.find('+'), joined.size());
        const auto place = db::stored_id<Place>(joined.substr(0, end));
        if (seen.contains(place.uuid())) places.push_back(place);
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return places;
}

std::set<Uuid> ids_of(db::Connection& connection, RecordKind kind) {
    std::set<Uuid> ids;
    for_each_key(connection, kind, [&](const Uuid& id, std::string_view) { ids.insert(id); });
    return ids;
}

Tally& at_year(std::map<int, Tally>& years, int year) { return years[year]; }

std::vector<YearTally> listed(const std::map<int, Tally>& years) {
    std::vector<YearTally> list;
    for (const auto& [year, activities] : years) list.push_back({year, activities});
    return list;
}

} // namespace

void Tally::add(ActivityStatus status, std::int64_t activities) {
    switch (status) {
    case ActivityStatus::held:
        held += activities;
        return;
    case ActivityStatus::idea:
    case ActivityStatus::planned:
    case ActivityStatus::announced:
        ahead += activities;
        return;
    case ActivityStatus::postponed:
    case ActivityStatus::cancelled:
        called_off += activities;
        return;
    }
}

void Tally::add(const Tally& other) {
    held += other.held;
    ahead += other.ahead;
    called_off += other.called_off;
}

std::map<TalliedBy, TalliedNumber> tallied_by(const Activity& activity) {
    std::map<TalliedBy, TalliedNumber> by;
    for (const auto& field : activity.fields) by[{"field", field.text()}] = {1, 0};
    std::set<std::string> places;
    for (const auto& place : activity.places) places.insert(place.text());
    std::string joined;
    for (const auto& place : places) joined += (joined.empty() ? "" : "+") + place;
    by[{"places", joined}] = {1, 0};
    for (const auto& group : activity.participants) {
        const std::string organisation = group.organisation ? group.organisation->text() : "";
        auto& number = by[{"participants", organisation + "/" + std::string(name_of(group.head_count))}];
        number.number += 1;
        number.heads += group.number.value_or(0);
    }
    return by;
}

std::vector<YearTally> tally_by_year(db::Connection& connection, const ActivityFilter& filter) {
    std::map<int, Tally> years;
    const ActivityFilter any_year = of_any_year(filter);
    if (any_year == ActivityFilter{}) {
        constexpr auto names = enum_names(ActivityStatus{});
        for (std::size_t i = 0; i < names.size(); ++i)
            for (const auto& [year, activities] : kept_counts(connection, {"status", std::string(names[i])}))
                at_year(years, year).add(static_cast<ActivityStatus>(i), activities);
    } else if (any_year == ActivityFilter{.field = filter.field}) {
        for (const auto& kept : kept_tallies(connection, "field", filter.field->text()))
            at_year(years, kept.year).add(kept.status, kept.number.number);
    } else {
        return tally_years_of(connection, any_year);
    }
    return listed(years);
}

std::vector<FieldYearTally> tally_by_year_and_field(db::Connection& connection, const ActivityFilter& filter) {
    const ActivityFilter any_year = of_any_year(filter);
    if (any_year != ActivityFilter{}) return tally_years_and_fields_of(connection, any_year);
    std::vector<FieldYearTally> list;
    for (const auto& kept : kept_tallies(connection, "field")) {
        const auto field = db::stored_id<FieldOfAction>(kept.value);
        if (list.empty() || list.back().year != kept.year || list.back().field != field)
            list.push_back({kept.year, field, {}});
        list.back().activities.add(kept.status, kept.number.number);
    }
    return list;
}

std::vector<PlacesTally> tally_by_places(db::Connection& connection, const ActivityFilter& filter, std::size_t most) {
    if (filter != ActivityFilter{}) return tally_places_of(connection, filter, most);
    std::vector<PlacesTally> list;
    std::string_view before = "-";
    const auto all = kept_tallies(connection, "places");
    const auto seen = ids_of(connection, RecordKind::place);
    for (const auto& kept : all) {
        if (kept.value != before) list.push_back({places_in(kept.value, seen), {}});
        before = kept.value;
        list.back().activities.add(kept.status, kept.number.number);
    }
    return list;
}

std::vector<HeadTally> tally_heads(db::Connection& connection, const ActivityFilter& filter) {
    if (filter != ActivityFilter{}) return tally_heads_of(connection, filter);
    std::map<std::string, HeadTally> by_value;
    const auto seen = ids_of(connection, RecordKind::organisation);
    for (const auto& kept : kept_tallies(connection, "participants")) {
        if (kept.status != ActivityStatus::held) continue;
        auto& tally = by_value[kept.value];
        const auto slash = kept.value.find('/');
        if (slash > 0) {
            const auto organisation = db::stored_id<Organisation>(std::string_view(kept.value).substr(0, slash));
            if (seen.contains(organisation.uuid())) tally.organisation = organisation;
        }
        tally.head_count = stored_enum<HeadCount>(std::string_view(kept.value).substr(slash + 1));
        tally.groups += kept.number.number;
        tally.heads += kept.number.heads;
    }
    std::vector<HeadTally> list;
    for (const auto& [_, tally] : by_value) list.push_back(tally);
    return list;
}

} // namespace interregio
