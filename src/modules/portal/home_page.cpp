#include "modules/portal/home_page.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::portal {

namespace {

constexpr std::size_t latest_shown = 7; // one large card and two rows of three
constexpr std::size_t coming_shown = 6;

SiteNumbers site_numbers(const Reading& reading) {
    SiteNumbers numbers;
    for (const auto& year : count_by_year(reading.connection, {})) {
        numbers.activities += year.activities;
        numbers.since = year.year; // the oldest comes last
    }
    numbers.organisations = static_cast<std::int64_t>(organisations_in_activities(reading.connection).size());
    return numbers;
}

} // namespace

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

HomePage home_page(const Reading& reading, std::chrono::year_month_day today) {
    HomePage page;
    page.numbers = site_numbers(reading);
    std::vector<Id<FieldOfAction>> fields;
    const auto all = all_partnerships(reading.connection);
    for (const auto& id : all) {
        const auto partnership = find(reading.connection, id);
        if (!partnership) continue;
        page.partnerships.push_back(partnership_card(reading, *partnership));
        page.numbers.agreements += static_cast<std::int64_t>(agreements_of(reading.connection, id).size());
        for (const auto& field : partnership->fields)
            if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
        if (all.size() > 1) continue;
        for (const auto& party : partnership->parties) page.partners.push_back(partner_column(reading, party));
    }
    page.fields = field_tiles(reading, fields);
    page.coming = activity_cards(reading, coming_activities(reading.connection, {}, today, coming_shown));
    ActivityFilter held;
    held.status = ActivityStatus::held;
    page.latest =
        activity_cards(reading, list_activities(reading.connection, held, {latest_shown, std::nullopt, std::nullopt}));
    page.map = map_of_site(reading);
    page.charts = charts_of_site(reading);
    return page;
}

} // namespace interregio::portal
