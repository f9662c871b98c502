#pragma once
// A partner as it stands beside the other: who it is, where, and what is said of it.

#include "modules/portal/organisation_facts.h"

namespace interregio::portal {

struct PartnerColumn {
    Id<Organisation> id;
    OrganisationLink organisation;
    std::optional<PlaceName> seat;
    std::vector<FactGroup> facts;
};
[[nodiscard]] PartnerColumn partner_column(const Reading& reading, Id<Organisation> id);

} // namespace interregio::portal
