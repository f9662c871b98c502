#pragma once
// The first screen of a site or a partnership, and the partners side by side. Parts of the home and partnership views.

#include "modules/portal/partner_column.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

struct Hero {
    const ShownText& heading;
    const std::optional<Picture>* picture = nullptr;
    html::Node above; ///< the heading: breadcrumb, kind, since when
    html::Node below; ///< it: partners, introduction, where to go on
};
[[nodiscard]] html::Node hero_screen(const View& view, const Hero& hero);

/// The partners edge to edge, each in its colour with its name and the numbers people ask for first: how many live
/// there, how large it is, how many municipalities it has. The preferred statement of each; the others and the sources
/// are on the pages of the partnership and the partners.
[[nodiscard]] html::Node partners_meeting(const View& view, const std::vector<PartnerColumn>& partners);

} // namespace interregio::portal::web
