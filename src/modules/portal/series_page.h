#pragma once
// A series: what recurs, and its editions.

#include "modules/portal/activity_card.h"

namespace interregio::portal {

struct SeriesPage {
    PageLink page;
    std::optional<ShownText> description;
    std::vector<PageLink> partnerships;
    std::optional<Picture> picture;
    std::vector<ActivityCard> editions; ///< the newest; all are in the timeline
    bool more_editions = false;
    std::vector<SourceNote> sources;
};
/// Nothing when there is none with that id.
[[nodiscard]] std::optional<SeriesPage> series_page(const Reading& reading, Id<Series> id);

} // namespace interregio::portal
