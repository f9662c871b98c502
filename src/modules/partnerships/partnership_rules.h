#pragma once
// Rules of partnerships, agreements and the site; see modules/record/rules.h.

#include "modules/partnerships/partnership.h"
#include "modules/record/rules.h"

namespace interregio {

void check_rules(const FieldOfAction& field, const RuleContext& context);
/// The review does not lie before the beginning.
void check_rules(const Partnership& partnership, const RuleContext& context);
/// Nothing is signed in the future; at most one statement of the signing is preferred.
void check_rules(const Agreement& agreement, const RuleContext& context);
/// The key is "site"; every language is listed once and spoken by the program.
void check_rules(const Site& site, const RuleContext& context);

} // namespace interregio
