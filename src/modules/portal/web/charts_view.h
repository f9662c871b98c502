#pragma once
// The activities in numbers, to be looked at: charts, each with its table.

#include "modules/portal/charts_page.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

/// Nothing where there is nothing to compare. `conditions` are those of the page, for the links into the timeline.
[[nodiscard]] html::Node charts_section(const View& view, const ChartsPage& page,
                                        const TimelineRequest& conditions = {});

} // namespace interregio::portal::web
