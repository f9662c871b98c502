#include "modules/portal/web/partnership_view.h"

#include "modules/portal/web/activity_cards_view.h"
#include "modules/portal/web/charts_view.h"
#include "modules/portal/web/facts_view.h"
#include "modules/portal/web/hero_view.h"
#include "modules/portal/web/map_view.h"
#include "modules/portal/web/parts.h"

#include <algorithm>
#include <array>

namespace interregio::portal::web {

using namespace html;

namespace {

std::vector<OrganisationLink> parties_of(const PartnershipPage& page) {
    std::vector<OrganisationLink> parties;
    for (const auto& partner : page.partners) parties.push_back(partner.organisation);
    return parties;
}

Node hero(const View& view, const PartnershipPage& page, const std::vector<Crumb>& crumbs) {
    const Node above =
        group(breadcrumb(view, crumbs),
              p(cls("kern-preline"), span(view.named(page.kind, "partnership.kind.")),
                when(page.since,
                     [&](const PartialDate& since) {
                         return group(" ", span(fill(view.text("partnership.since"), {{"date", date(view, since)}})));
                     }),
                when(page.review, [&](const PartialDate& review) {
                    return group(" ", span(fill(view.text("partnership.review"), {{"date", date(view, review)}})));
                })));
    const Node below = group(party_names(view, parties_of(page)),
                             when(page.introduction, [&](const ShownText& words) { return lead(view, words); }));
    return hero_screen(view, {page.page.name, &page.picture, above, below});
}

Node text_section(const View& view, std::string_view name, std::string_view heading,
                  const std::optional<ShownText>& words) {
    return words ? section_beside(name, heading, prose(view, *words)) : Node{};
}

/// The sections that the page has, in their order.
std::vector<SectionName> sections_of(const View& view, const PartnershipPage& page) {
    std::vector<SectionName> sections;
    const auto add = [&](bool there, std::string_view name, std::string_view key) {
        if (there) sections.push_back({name, view.text(key)});
    };
    add(!page.coming.empty(), "coming", "home.coming");
    add(true, "current", "partnership.current");
    add(page.origin.has_value(), "origin", "partnership.origin");
    add(page.aims.has_value(), "aims", "partnership.aims");
    add(page.good_to_know.has_value(), "good-to-know", "partnership.good_to_know");
    add(!page.fields.empty(), "fields", "fields.title");
    add(true, "partners", "partnership.partners");
    add(page.map.worth_showing(), "map", "map.title");
    add(page.charts.years.size() > 1, "charts", "charts.title");
    add(!page.agreements.empty(), "agreements", "partnership.agreements");
    add(!page.series.empty(), "series", "partnership.series");
    add(!page.contacts.empty(), "contacts", "partnership.contacts");
    return sections;
}

/// What partners are compared by comes first and in one order; the rest folds away, for one partner often has much
/// more of it than another.
Node facts(const View& view, std::vector<FactGroup> groups) {
    constexpr std::array compared{
        Measure::area,          Measure::population,       Measure::founded,       Measure::member_municipalities,
        Measure::member_cities, Measure::member_districts, Measure::municipalities};
    const auto rank = [&](const FactGroup& one) { return std::ranges::find(compared, one.measure) - compared.begin(); };
    std::ranges::stable_sort(groups, {}, rank);
    const auto rest =
        std::ranges::find_if(groups, [&](const FactGroup& one) { return rank(one) == std::ssize(compared); });
    const std::vector<FactGroup> first(groups.begin(), rest);
    const std::vector<FactGroup> further(rest, groups.end());
    if (first.empty()) return facts_list(view, further, SourceDetail::publisher);
    return group(facts_list(view, first, SourceDetail::publisher), when(!further.empty(), [&] {
                     return details(cls("further"), summary(view.text("partner.further")),
                                    facts_list(view, further, SourceDetail::publisher));
                 }));
}

Node partner(const View& view, const PartnerColumn& column) {
    const auto& organisation_page = column.organisation.page;
    const std::string heading_id = "partner-" + organisation_page.slug;
    return section(
        party_cls(view, "partner", organisation_page.id), aria_labelledby(heading_id),
        h3(id(heading_id),
           when(column.organisation.short_name,
                [&](const std::string& short_name) { return group(span(cls("partner__short"), short_name), " "); }),
           span(cls("partner__name"), lang_of(view, organisation_page.name), organisation_page.name.body)),
        when(column.seat, [&](const PlaceName& seat) { return p(cls("partner__seat"), place(view, seat)); }),
        when(!column.facts.empty(), [&] { return facts(view, column.facts); }),
        p(a(cls("kern-link"), href(view.paths.to(column.organisation)),
            fill(view.text("partner.all_about"), {{"organisation", organisation_name(view, column.organisation)}}))));
}

TimelineRequest conditions_of(const View& view, const PartnershipPage& page) {
    TimelineRequest only;
    if (view.site.partnerships.size() > 1) only.partnership = page.page.slug;
    return only;
}

Url timeline_of(const View& view, const PartnershipPage& page) {
    return Url::path(view.paths.timeline(conditions_of(view, page)));
}

} // namespace

PageParts partnership_view(const View& view, const PartnershipPage& page) {
    PageParts parts;
    parts.title = page.page.name.body;
    if (page.introduction) parts.description = teaser(*page.introduction, 160);
    parts.current = NavigationItem::partnership;
    parts.breadcrumb = {here(view, page.page.name)};
    parts.breadcrumb_place = PageParts::BreadcrumbPlace::view;
    parts.contents = group(
        hero(view, page, parts.breadcrumb), page_navigation(view, sections_of(view, page)),
        coming_section(view, page.coming),
        section_with_link("current", view.text("partnership.current"), timeline_of(view, page),
                          view.text("timeline.whole"), lead_and_cards(view, page.current)),
        text_section(view, "origin", view.text("partnership.origin"), page.origin),
        text_section(view, "aims", view.text("partnership.aims"), page.aims),
        text_section(view, "good-to-know", view.text("partnership.good_to_know"), page.good_to_know),
        when(!page.fields.empty(),
             [&] { return section_of_page("fields", view.text("fields.title"), field_tiles(view, page.fields)); }),
        tinted_section("partners", view.text("partnership.partners"),
                       div(cls("partners"),
                           each(page.partners, [&](const PartnerColumn& column) { return partner(view, column); }))),
        map_section(view, page.map), charts_section(view, page.charts, conditions_of(view, page)),
        when(!page.agreements.empty(),
             [&] {
                 return section_of_page("agreements", view.text("partnership.agreements"),
                                        agreement_cards(view, page.agreements));
             }),
        when(!page.series.empty(),
             [&] { return section_beside("series", view.text("partnership.series"), tags(view, page.series)); }),
        when(!page.contacts.empty(),
             [&] {
                 return section_beside("contacts", view.text("partnership.contacts"),
                                       contact_list(view, page.contacts, 3));
             }),
        when(!page.sources.empty(),
             [&] { return section_beside("sources", view.text("page.sources"), source_list(view, page.sources)); }));
    return parts;
}

} // namespace interregio::portal::web
