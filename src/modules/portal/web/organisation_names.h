#pragma once
// Lists of organisations by name, in the reader's alphabet.

#include "modules/portal/web/view.h"

namespace interregio::portal::web {

[[nodiscard]] std::vector<OrganisationLink> by_name(const View& view, std::vector<OrganisationLink> list);
/// Columns of linked names.
[[nodiscard]] html::Node members_list(const View& view, const std::vector<OrganisationLink>& list);

} // namespace interregio::portal::web
