#pragma once
// Rules of activities and series; see modules/record/rules.h.

#include "modules/activities/activity.h"
#include "modules/record/rules.h"

namespace interregio {

void check_rules(const Series& series, const RuleContext& context);

/// What is held, or said by a source to have been held, does not lie in the future. An edition belongs to a series. The
/// number of participants is there exactly when it is known; ages are in order. Programme items end after they begin
/// and lie on the activity's days. Only next steps have a state.
void check_rules(const Activity& activity, const RuleContext& context);

} // namespace interregio
