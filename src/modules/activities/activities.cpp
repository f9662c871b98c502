#include "modules/activities/activities.h"

#include "modules/activities/activity_counts.h"
#include "modules/record/stored_enum.h"

#include <algorithm>

namespace interregio {
namespace {

template <NamedEnum E> std::vector<E> in_use(db::Connection& connection, std::string_view dimension) {
    std::vector<E> used;
    for (const std::string& name : kept_values(connection, dimension)) used.push_back(stored_enum<E>(name));
    std::ranges::sort(used);
    return used;
}

template <class T> std::vector<Id<T>> ids_in_use(db::Connection& connection, std::string_view dimension) {
    std::vector<Id<T>> used;
    for (const Uuid& id : kept_records(connection, dimension, T::kind)) used.push_back(Id<T>(id));
    return used;
}

} // namespace

std::vector<ActivityKind> kinds_in_use(db::Connection& connection) { return in_use<ActivityKind>(connection, "kind"); }
std::vector<ActivityStatus> statuses_in_use(db::Connection& connection) {
    return in_use<ActivityStatus>(connection, "status");
}
std::vector<Id<FieldOfAction>> fields_in_activities(db::Connection& connection) {
    return ids_in_use<FieldOfAction>(connection, "field");
}
std::vector<Id<Organisation>> organisations_in_activities(db::Connection& connection) {
    return ids_in_use<Organisation>(connection, "organisation");
}

std::int64_t count_activities(db::Connection& connection, const ActivityFilter& filter) {
    std::int64_t sum = 0;
    for (const YearCount& year : count_by_year(connection, filter))
        if (!filter.year || *filter.year == year.year) sum += year.activities;
    return sum;
}

} // namespace interregio
