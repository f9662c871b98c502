#pragma once
// Rules of images and documents; see modules/record/rules.h.

#include "modules/library/library_item.h"
#include "modules/record/rules.h"

namespace interregio {

/// The focal point has both coordinates or none.
void check_rules(const Image& image, const RuleContext& context);
void check_rules(const Document& document, const RuleContext& context);

} // namespace interregio
