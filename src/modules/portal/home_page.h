#pragma once
// The first page: the partnerships of this site and what happened last.

#include "modules/partnerships/partnership.h"
#include "modules/portal/activity_card.h"
#include "modules/portal/charts_page.h"
#include "modules/portal/map_page.h"
#include "modules/portal/partner_column.h"

#include <chrono>

namespace interregio::portal {

struct PartnershipCard {
    PageLink page;
    PartnershipKind kind = PartnershipKind::partnership;
    std::optional<PartialDate> since;
    std::optional<ShownText> introduction;
    std::optional<Picture> picture;
    std::vector<OrganisationLink> parties;
};
[[nodiscard]] PartnershipCard partnership_card(const Reading& reading, const Partnership& partnership);

/// A field of action with the number of activities in it.
struct FieldTile {
    PageLink page;
    std::int64_t activities = 0;
};
[[nodiscard]] std::vector<FieldTile> field_tiles(const Reading& reading, const std::vector<Id<FieldOfAction>>& fields);

/// How much there is, for those who like numbers.
struct SiteNumbers {
    std::int64_t activities = 0;
    std::optional<int> since;       ///< the year of the first activity
    std::int64_t organisations = 0; ///< that took part
    std::int64_t agreements = 0;
};

struct HomePage {
    std::vector<PartnershipCard> partnerships;
    std::vector<PartnerColumn> partners; ///< of the only partnership; empty when there are several
    std::vector<ActivityCard> coming;    ///< announced or planned, the soonest first; at most six
    std::vector<ActivityCard> latest;    ///< held, the newest first; at most seven
    std::vector<FieldTile> fields;
    MapPage map;
    ChartsPage charts;
    SiteNumbers numbers;
};
/// `today` decides what is to come.
[[nodiscard]] HomePage home_page(const Reading& reading, std::chrono::year_month_day today);

} // namespace interregio::portal
