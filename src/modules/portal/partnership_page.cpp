#include "modules/portal/partnership_page.h"

#include "modules/partnerships/partnerships.h"
#include "modules/record/records.h"

namespace interregio::portal {
namespace {

constexpr std::size_t current_shown = 4; // one large card and a row of three
constexpr std::size_t coming_shown = 6;

} // namespace

std::optional<PartnershipPage> partnership_page(const Reading& reading, Id<Partnership> id,
                                                std::chrono::year_month_day today) {
    const auto partnership = find(reading.connection, id);
    if (!partnership) return std::nullopt;
    PartnershipPage page;
    page.page = page_link(reading, id);
    page.kind = partnership->partnership_kind;
    page.since = partnership->since;
    page.review = partnership->review;
    page.introduction = shown(partnership->introduction, reading.language);
    page.origin = shown(partnership->origin, reading.language);
    page.aims = shown(partnership->aims, reading.language);
    page.good_to_know = shown(partnership->good_to_know, reading.language);
    page.picture = picture(reading, partnership->image);
    ActivityFilter own;
    own.partnership = id;
    page.coming = activity_cards(reading, coming_activities(reading.connection, own, today, coming_shown));
    own.status = ActivityStatus::held;
    page.current =
        activity_cards(reading, list_activities(reading.connection, own, {current_shown, std::nullopt, std::nullopt}));
    page.series = page_links(reading, series_of(reading.connection, id));
    page.fields = field_tiles(reading, partnership->fields);
    page.agreements = agreement_cards(reading, agreements_of(reading.connection, id));
    for (const auto& party : partnership->parties) page.partners.push_back(partner_column(reading, party));
    page.contacts = contact_cards(reading, partnership->contacts, today);
    page.map = map_of(reading, *partnership);
    page.charts = charts_of(reading, *partnership);
    page.sources = source_notes(reading, partnership->sources);
    return page;
}

} // namespace interregio::portal
