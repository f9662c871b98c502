#pragma once
#include "modules/portal/home_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

/// The first page of a language.
[[nodiscard]] PageParts home_view(const View& view, const HomePage& page);

} // namespace interregio::portal::web
