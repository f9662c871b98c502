#pragma once
#include "modules/portal/site_pages.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts contact_view(const View& view, const ContactPage& page);
[[nodiscard]] PageParts legal_view(const View& view, const LegalPage& page);
/// 404, with ways on.
[[nodiscard]] PageParts not_found_view(const View& view);

} // namespace interregio::portal::web
