#include "modules/partnerships/partnership_rules.h"

#include <algorithm>

namespace interregio {

void check_rules(const FieldOfAction&, const RuleContext&) {}

void check_rules(const Partnership& partnership, const RuleContext& context) {
    refuse_disorder(context, "review", partnership.since, partnership.review);
}

void check_rules(const Agreement& agreement, const RuleContext& context) {
    bool preferred = false;
    for (std::size_t i = 0; i < agreement.signings.size(); ++i) {
        const Signing& signing = agreement.signings[i];
        refuse_future(context, row_path("signings", i, "date"), signing.date);
        if (signing.preference != Preference::preferred) continue;
        if (preferred) context.report(row_path("signings", i, "preference"), {"refusal.rule.preferred_twice", {}});
        preferred = true;
    }
}

void check_rules(const Site& site, const RuleContext& context) {
    if (site.key != "site") context.report("key", {"refusal.rule.site_key", {{"found", site.key}}});
    if (!site.visible_to.is_public()) context.report("visible_to", {"refusal.visibility.site", {}});
    for (std::size_t i = 0; i < site.languages.size(); ++i) {
        const Language language = site.languages[i];
        const std::string path = row_path("languages", i, "");
        if (std::ranges::find(context.spoken, language) == context.spoken.end()) {
            std::string allowed;
            for (const Language& spoken : context.spoken)
                allowed += (allowed.empty() ? "" : ", ") + std::string(spoken.tag());
            context.report(path,
                           {"refusal.value.choice", {{"found", std::string(language.tag())}, {"allowed", allowed}}});
        }
        if (std::find(site.languages.begin(), site.languages.begin() + static_cast<std::ptrdiff_t>(i), language) !=
            site.languages.begin() + static_cast<std::ptrdiff_t>(i))
            context.report(path, {"refusal.list.twice", {{"found", std::string(language.tag())}}});
    }
}

} // namespace interregio
