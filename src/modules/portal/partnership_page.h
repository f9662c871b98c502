#pragma once
// A partnership: what it is, who the partners are, what they do now, what they agreed, whom to ask.

#include "modules/portal/agreement_page.h"
#include "modules/portal/home_page.h"
#include "modules/portal/partner_column.h"

#include <chrono>

namespace interregio::portal {

struct PartnershipPage {
    PageLink page;
    PartnershipKind kind = PartnershipKind::partnership;
    std::optional<PartialDate> since;
    std::optional<PartialDate> review;
    std::optional<ShownText> introduction;
    std::optional<ShownText> origin;
    std::optional<ShownText> aims;
    std::optional<ShownText> good_to_know;
    std::optional<Picture> picture;
    std::vector<ActivityCard> coming;  ///< announced or planned, the soonest first
    std::vector<ActivityCard> current; ///< the newest held; a view, all others are in the timeline
    std::vector<PageLink> series;
    std::vector<FieldTile> fields;
    MapPage map;
    ChartsPage charts;
    std::vector<AgreementCard> agreements;
    std::vector<PartnerColumn> partners;
    std::vector<ContactCard> contacts;
    std::vector<SourceNote> sources;
};

/// Nothing when there is none with that id. `today` decides which function a contact has, and what is to come.
[[nodiscard]] std::optional<PartnershipPage> partnership_page(const Reading& reading, Id<Partnership> id,
                                                              std::chrono::year_month_day today);

} // namespace interregio::portal
