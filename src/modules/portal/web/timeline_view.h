#pragma once
#include "modules/portal/timeline_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts timeline_view(const View& view, const TimelinePage& page);

} // namespace interregio::portal::web
