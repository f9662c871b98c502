#include "modules/portal/partner_column.h"

#include "modules/record/records.h"

namespace interregio::portal {

PartnerColumn partner_column(const Reading& reading, Id<Organisation> id) {
    PartnerColumn column{id, organisation_link(reading, id), std::nullopt, {}};
    const auto organisation = find(reading.connection, id);
    if (!organisation) return column;
    if (organisation->seat) column.seat = place_name(reading, *organisation->seat);
    column.facts = fact_groups(reading, organisation->facts);
    return column;
}

} // namespace interregio::portal
