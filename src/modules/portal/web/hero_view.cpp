#include "modules/portal/web/hero_view.h"

#include "modules/portal/web/facts_view.h"
#include "modules/portal/web/parts.h"

#include <algorithm>
#include <array>

namespace interregio::portal::web {

using namespace html;

Node hero_screen(const View& view, const Hero& hero) {
    return div(cls("hero"),
               when(hero.picture != nullptr && *hero.picture,
                    [&] { return picture_figure(view, **hero.picture, Loading::eager, PictureRoom::hero); }),
               div(cls("wrap"), div(cls("hero__sheet"), hero.above, display_heading(view, hero.heading), hero.below)));
}

namespace {

const FactGroup* find_group(const PartnerColumn& column, Measure measure) {
    const auto found = std::ranges::find_if(
        column.facts, [&](const FactGroup& one) { return one.measure == measure && !one.statements.empty(); });
    return found == column.facts.end() ? nullptr : &*found;
}

/// What a partner is asked for first. Of the ways to count municipalities, the first that is known.
std::vector<const FactGroup*> first_numbers(const PartnerColumn& column) {
    std::vector<const FactGroup*> groups;
    for (const Measure measure : {Measure::population, Measure::area})
        if (const auto* found = find_group(column, measure)) groups.push_back(found);
    for (const Measure measure : {Measure::municipalities, Measure::member_municipalities, Measure::member_cities}) {
        const auto* found = find_group(column, measure);
        if (found == nullptr) continue;
        groups.push_back(found);
        break;
    }
    return groups;
}

Node number_of(const View& view, const FactGroup& fact_group) {
    const FactStatement& statement = fact_group.statements.front(); // the preferred one stands first
    return div(dt(view.named(fact_group.measure, "measure."),
                  when(statement.as_of, [&](const PartialDate& day) { return group(" (", date(view, day), ")"); })),
               dd(fact_value(view, statement)));
}

Node meeting_party(const View& view, const PartnerColumn& column) {
    const auto& page = column.organisation.page;
    const auto numbers = first_numbers(column);
    return div(
        party_cls(view, "meeting__party", page.id),
        h3(a(href(view.paths.to(column.organisation)),
             when(column.organisation.short_name,
                  [](const std::string& short_name) { return group(span(cls("meeting__short"), short_name), " "); }),
             span(cls("meeting__name"), lang_of(view, page.name), page.name.body))),
        when(column.seat, [&](const PlaceName& seat) { return p(place(view, seat)); }), when(!numbers.empty(), [&] {
            return dl(cls("meeting__numbers"),
                      each(numbers, [&](const FactGroup* one) { return number_of(view, *one); }));
        }));
}

} // namespace

Node partners_meeting(const View& view, const std::vector<PartnerColumn>& partners) {
    if (partners.empty()) return {};
    return section(aria_labelledby("partners"), h2(cls("sr-only"), id("partners"), view.text("partnership.partners")),
                   div(cls("meeting"),
                       each(partners, [&](const PartnerColumn& column) { return meeting_party(view, column); }),
                       when(partners.size() == 2, [] { return mark(); })));
}

} // namespace interregio::portal::web
