#include "modules/portal/home_page.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::portal {

namespace {
constexpr std::size_t latest_shown = 7; // one large card and two rows of three
}

PartnershipCard partnership_card(const Reading& reading, const Partnership& partnership) {
    PartnershipCard card{page_link(reading, partnership.id),
                         partnership.partnership_kind,
                         partnership.since,
                         shown(partnership.introduction, reading.language),
                         picture(reading, partnership.image),
                         {}};
    for (const auto& party : partnership.parties) card.parties.push_back(organisation_link(reading, party));
    return card;
}

std::vector<FieldTile> field_tiles(const Reading& reading, const std::vector<Id<FieldOfAction>>& fields) {
    std::vector<FieldTile> tiles;
    for (const auto& field : fields)
        tiles.push_back({page_link(reading, field), count_activities(reading.connection, {.field = field})});
    return tiles;
}

HomePage home_page(const Reading& reading) {
    HomePage page;
    std::vector<Id<FieldOfAction>> fields;
    for (const auto& id : all_partnerships(reading.connection)) {
        const auto partnership = find(reading.connection, id);
        if (!partnership) continue;
        page.partnerships.push_back(partnership_card(reading, *partnership));
        for (const auto& field : partnership->fields)
            if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
    }
    page.fields = field_tiles(reading, fields);
    page.latest =
        activity_cards(reading, list_activities(reading.connection, {}, {latest_shown, std::nullopt, std::nullopt}));
    return page;
}

} // namespace interregio::portal
