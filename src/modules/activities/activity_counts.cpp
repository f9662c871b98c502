#include "modules/activities/activity_counts.h"

namespace interregio {

std::set<CountedBy> counted_by(const Activity& activity) {
    std::set<CountedBy> by{{"all", ""},
                           {"kind", std::string(name_of(activity.activity_kind))},
                           {"status", std::string(name_of(activity.status))}};
    if (activity.series) by.emplace("series", activity.series->text());
    for (const auto& field : activity.fields) by.emplace("field", field.text());
    for (const auto& part : activity.organisations) by.emplace("organisation", part.organisation.text());
    for (const auto& partnership : activity.partnerships) by.emplace("partnership", partnership.text());
    for (const auto& place : activity.places) by.emplace("place", place.text());
    return by;
}

std::vector<CountedBy> counted_by(const ActivityFilter& filter) {
    std::vector<CountedBy> by;
    if (filter.partnership) by.emplace_back("partnership", filter.partnership->text());
    if (filter.kind) by.emplace_back("kind", name_of(*filter.kind));
    if (filter.status) by.emplace_back("status", name_of(*filter.status));
    if (filter.field) by.emplace_back("field", filter.field->text());
    if (filter.organisation) by.emplace_back("organisation", filter.organisation->text());
    if (filter.series) by.emplace_back("series", filter.series->text());
    if (by.empty()) by.emplace_back("all", "");
    return by;
}

} // namespace interregio
