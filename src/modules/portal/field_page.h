#pragma once
// A field of action: what it is, what was done in it, where it was agreed.

#include "modules/portal/activity_card.h"
#include "modules/portal/agreement_page.h"
#include "modules/portal/charts_page.h"

namespace interregio::portal {

struct FieldPage {
    PageLink page;
    std::optional<ShownText> description;
    std::vector<PageLink> partnerships;
    std::vector<ActivityCard> activities; ///< the newest; all are in the timeline
    std::int64_t activity_count = 0;
    std::vector<AgreementCard> agreements;
    ChartsPage charts;
};
/// Nothing when there is none with that id.
[[nodiscard]] std::optional<FieldPage> field_page(const Reading& reading, Id<FieldOfAction> id);

} // namespace interregio::portal
