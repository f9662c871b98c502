#pragma once
#include "modules/portal/organisation_facts.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

/// What is said of an organisation, each statement with its date and source; disagreement is named.
[[nodiscard]] html::Node facts_list(const View& view, const std::vector<FactGroup>& groups);

} // namespace interregio::portal::web
