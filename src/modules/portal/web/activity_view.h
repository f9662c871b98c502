#pragma once
#include "modules/portal/activity_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts activity_view(const View& view, const ActivityPage& page);

} // namespace interregio::portal::web
