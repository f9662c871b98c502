#pragma once
#include "modules/portal/series_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts series_view(const View& view, const SeriesPage& page);

} // namespace interregio::portal::web
