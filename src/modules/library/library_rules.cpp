#include "modules/library/library_rules.h"

namespace interregio {

void check_rules(const Image& image, const RuleContext& context) {
    if (image.focal_x.has_value() != image.focal_y.has_value())
        context.report(image.focal_x ? "focal_x" : "focal_y", {"refusal.rule.focal_point_incomplete", {}});
}

void check_rules(const Document&, const RuleContext&) {}

} // namespace interregio
