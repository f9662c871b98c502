#pragma once
// What the head of a page tells other programs: how a link to it looks elsewhere (Open Graph), what it is about
// (JSON-LD), where the feed and the calendar are, how it is embedded (oEmbed).

#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

/// The same for people, below the timeline: feed, calendar, table, how to embed. With the filter that is set.
[[nodiscard]] html::Node subscribe_links(const View& view, const TimelinePage& page);

[[nodiscard]] html::Node sharing_links(const View& view, const PageParts& parts);

} // namespace interregio::portal::web
