#pragma once
// Where the names of countries stand on the map: about the middle of the part that lies in Europe.

#include "modules/portal/web/map_layout.h"
#include "platform/locale/catalogue.h"

namespace interregio::portal::web {

/// The larger countries first. In the language of the catalogue.
[[nodiscard]] std::vector<Caption> country_captions(const Catalogue& words);

} // namespace interregio::portal::web
