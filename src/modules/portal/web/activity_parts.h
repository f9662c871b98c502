#pragma once
// The sections of an activity's page; each is empty when there is nothing to show. Parts of activity_view.cpp.

#include "modules/portal/activity_page.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

[[nodiscard]] html::Node activity_glance(const View& view, const ActivityPage& page);
[[nodiscard]] html::Node activity_people(const View& view, const ActivityPage& page);
[[nodiscard]] html::Node activity_groups(const View& view, const ActivityPage& page);
[[nodiscard]] html::Node activity_programme(const View& view, const ActivityPage& page);
[[nodiscard]] html::Node activity_outcomes(const View& view, const ActivityPage& page);
[[nodiscard]] html::Node activity_series(const View& view, const ActivityPage& page);

} // namespace interregio::portal::web
