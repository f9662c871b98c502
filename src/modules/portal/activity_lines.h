#pragma once
// The lists on an activity's page, made from the rows of its record. A part of activity_page.cpp.

#include "modules/portal/activity_page.h"

namespace interregio::portal {

/// Fills date statements, organisations, people, groups, programme and outcomes.
void add_lines(const Reading& reading, const Activity& activity, ActivityPage& page);

} // namespace interregio::portal
