#pragma once
#include "modules/portal/organisation_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts organisation_view(const View& view, const OrganisationPage& page);
/// All organisations: the parties first, then the others by kind and alphabet.
[[nodiscard]] PageParts organisation_list_view(const View& view, const std::vector<OrganisationEntry>& entries);

} // namespace interregio::portal::web
