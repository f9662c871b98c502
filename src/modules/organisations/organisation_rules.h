#pragma once
// Rules of organisations, people, places and sources; see modules/record/rules.h.

#include "modules/organisations/organisation.h"
#include "modules/record/rules.h"

namespace interregio {

/// A source is retrieved on or after the day it was published, and not in the future.
void check_rules(const Source& source, const RuleContext& context);
/// Latitude and longitude come together; a place does not lie within itself.
void check_rules(const Place& place, const RuleContext& context);
/// Facts have what their measure needs: dates a date, counts a number, `other` a label and a number, date or note. An
/// organisation is not its own parent or member. Of several statements of a measure at most one is preferred.
void check_rules(const Organisation& organisation, const RuleContext& context);
/// Appointments do not end before they begin.
void check_rules(const Person& person, const RuleContext& context);

/// Whether the measure is a date.
[[nodiscard]] bool measures_date(Measure measure);

} // namespace interregio
