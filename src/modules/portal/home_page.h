#pragma once
// The first page: the partnerships of this site and what happened last.

#include "modules/partnerships/partnership.h"
#include "modules/portal/activity_card.h"

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

struct HomePage {
    std::vector<PartnershipCard> partnerships;
    std::vector<ActivityCard> latest; ///< the newest first; at most seven
    std::vector<FieldTile> fields;
};
[[nodiscard]] HomePage home_page(const Reading& reading);

} // namespace interregio::portal
