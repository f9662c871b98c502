#include "modules/activities/activities.h"

#include "modules/activities/activity_lookup_store.h"

namespace interregio {

std::vector<ActivityKind> kinds_in_use(db::Connection& connection) {
    std::vector<ActivityKind> used;
    constexpr auto names = enum_names(ActivityKind{});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (any_of_kind(connection, names[i])) used.push_back(static_cast<ActivityKind>(i));
    return used;
}

std::vector<ActivityStatus> statuses_in_use(db::Connection& connection) {
    std::vector<ActivityStatus> used;
    constexpr auto names = enum_names(ActivityStatus{});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (any_of_status(connection, names[i])) used.push_back(static_cast<ActivityStatus>(i));
    return used;
}

} // namespace interregio
