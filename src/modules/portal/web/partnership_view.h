#pragma once
#include "modules/portal/partnership_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts partnership_view(const View& view, const PartnershipPage& page);

} // namespace interregio::portal::web
