#pragma once
// An activity as it stands in lists: on the home page, in the timeline, on the pages of fields, series and
// organisations.

#include "modules/activities/activities.h"
#include "modules/portal/pieces.h"

namespace interregio::portal {

struct ActivityCard {
    ActivityRow row;
    PageLink page;
    std::optional<ShownText> summary;
    std::optional<Picture> picture;
    std::optional<ShownText> town;  ///< of the first place
    std::optional<Uuid> host;       ///< the organisation that was host, when it was one
    std::optional<PageLink> series; ///< loaded for the timeline only
};

[[nodiscard]] ActivityCard activity_card(const Reading& reading, ActivityRow row);
[[nodiscard]] std::vector<ActivityCard> activity_cards(const Reading& reading, std::vector<ActivityRow> rows);

} // namespace interregio::portal
