#pragma once
// The map of a page with the list that says the same. Drawn twice, for wide and for narrow screens, of which the styles
// show one: names keep their size, so they need other places on a phone.

#include "modules/portal/map_page.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

/// Nothing where there is no map worth showing.
[[nodiscard]] html::Node map_section(const View& view, const MapPage& page);

} // namespace interregio::portal::web
