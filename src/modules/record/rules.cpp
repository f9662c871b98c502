#include "modules/record/rules.h"

namespace interregio {

void refuse_future(const RuleContext& context, const std::string& path, const PartialDate& date) {
    if (date.first_day() > context.today)
        context.report(path, {"refusal.rule.future", {{"found", date.edtf()}, {"today", iso_day(context.today)}}});
}

void refuse_disorder(const RuleContext& context, const std::string& path, const std::optional<PartialDate>& from,
                     const std::optional<PartialDate>& until) {
    if (from && until && until->last_day() < from->first_day())
        context.report(path, {"refusal.rule.until_before_from", {{"from", from->edtf()}, {"until", until->edtf()}}});
}

} // namespace interregio
