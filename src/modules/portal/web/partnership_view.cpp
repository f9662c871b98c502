#include "modules/portal/web/partnership_view.h"

#include "modules/portal/web/activity_cards_view.h"
#include "modules/portal/web/facts_view.h"
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
    return div(
        cls("hero"),
        div(cls("wrap"),
            div(cls("hero__text"), breadcrumb(view, crumbs),
                p(cls("kern-preline"), span(view.named(page.kind, "partnership.kind.")),
                  when(page.since,
                       [&](const PartialDate& since) {
                           return group(" ", span(fill(view.text("partnership.since"), {{"date", date(view, since)}})));
                       }),
                  when(page.review,
                       [&](const PartialDate& review) {
                           return group(" ",
                                        span(fill(view.text("partnership.review"), {{"date", date(view, review)}})));
                       })),
                display_heading(view, page.page.name), party_names(view, parties_of(page)),
                when(page.introduction, [&](const ShownText& words) { return lead(view, words); })),
            when(page.picture,
                 [&](const Picture& shown_picture) { return picture_figure(view, shown_picture, Loading::eager); })));
}

Node text_section(const View& view, std::string_view name, std::string_view heading,
                  const std::optional<ShownText>& words) {
    return words ? section_of_page(name, heading, prose(view, *words)) : Node{};
}

/// Two texts side by side; one alone as a section.
Node background(const View& view, const PartnershipPage& page) {
    const auto origin_heading = view.text("partnership.origin");
    const auto good_heading = view.text("partnership.good_to_know");
    if (!page.origin || !page.good_to_know)
        return group(text_section(view, "origin", origin_heading, page.origin),
                     text_section(view, "good-to-know", good_heading, page.good_to_know));
    const auto half = [&](std::string_view name, std::string_view heading, const ShownText& words) {
        return section(aria_labelledby(name), h2(cls("kern-heading-large"), id(name), heading), prose(view, words));
    };
    return div(cls("section"), div(cls("wrap pair"), half("origin", origin_heading, *page.origin),
                                   half("good-to-know", good_heading, *page.good_to_know)));
}

/// What partners are compared by comes first and in one order; the rest folds away, for one partner often has much
/// more of it than another.
Node facts(const View& view, std::vector<FactGroup> groups) {
    constexpr std::array compared{
        Measure::area,          Measure::population,       Measure::founded,       Measure::member_municipalities,
        Measure::member_cities, Measure::member_districts, Measure::municipalities};
    const auto rank = [&](const FactGroup& one) { return std::ranges::find(compared, one.measure) - compared.begin(); };
    std::ranges::stable_sort(groups, {}, rank);
    const auto rest = std::ranges::find_if(groups, [&](const FactGroup& one) { return rank(one) == compared.size(); });
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

Url timeline_of(const View& view, const PartnershipPage& page) {
    TimelineRequest only;
    if (view.site.partnerships.size() > 1) only.partnership = page.page.slug;
    return Url::path(view.paths.timeline(only));
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
        hero(view, page, parts.breadcrumb),
        section_with_link("current", view.text("partnership.current"), timeline_of(view, page),
                          view.text("timeline.whole"), lead_and_cards(view, page.current)),
        background(view, page), text_section(view, "aims", view.text("partnership.aims"), page.aims),
        when(!page.fields.empty(),
             [&] { return section_of_page("fields", view.text("fields.title"), field_tiles(view, page.fields)); }),
        tinted_section("partners", view.text("partnership.partners"),
                       div(cls("partners"),
                           each(page.partners, [&](const PartnerColumn& column) { return partner(view, column); }))),
        when(!page.agreements.empty(),
             [&] {
                 return section_of_page("agreements", view.text("partnership.agreements"),
                                        agreement_cards(view, page.agreements));
             }),
        when(!page.series.empty(),
             [&] { return section_of_page("series", view.text("partnership.series"), tags(view, page.series)); }),
        when(!page.contacts.empty(),
             [&] {
                 return section_of_page("contacts", view.text("partnership.contacts"),
                                        contact_list(view, page.contacts, 3));
             }),
        when(!page.sources.empty(),
             [&] { return section_of_page("sources", view.text("page.sources"), source_list(view, page.sources)); }));
    return parts;
}

} // namespace interregio::portal::web
