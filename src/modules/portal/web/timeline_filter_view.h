#pragma once
// The form above the timeline, and what it has been set to. A part of timeline_view.cpp.

#include "modules/portal/timeline_page.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

[[nodiscard]] html::Node timeline_filter(const View& view, const TimelinePage& page);
/// "Shown: Festival, 2025"; empty when all is shown.
[[nodiscard]] html::Node timeline_conditions(const View& view, const TimelinePage& page);
[[nodiscard]] bool filtered(const TimelinePage& page);

} // namespace interregio::portal::web
