#include "modules/portal/web/home_view.h"

#include "modules/portal/web/activity_cards_view.h"
#include "modules/portal/web/charts_view.h"
#include "modules/portal/web/hero_view.h"
#include "modules/portal/web/map_view.h"
#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Node button_link(std::string_view kind, const Url& url, std::string_view words) {
    return a(cls("kern-btn kern-btn--" + std::string(kind)), href(url), span(cls("kern-label"), words));
}

/// A site with one partnership opens with it; one with several names itself.
Node hero(const View& view, const HomePage& page) {
    const PartnershipCard* only = page.partnerships.size() == 1 ? &page.partnerships.front() : nullptr;
    const Node words = group(
        when(only != nullptr && only->introduction,
             [&] { return p(cls("lead"), lang_of(view, *only->introduction), teaser(*only->introduction, 320)); }),
        when(only == nullptr && view.site.tagline,
             [&] { return p(cls("lead"), lang_of(view, *view.site.tagline), view.site.tagline->body); }),
        p(cls("buttons"),
          when(only != nullptr,
               [&] {
                   return group(button_link("primary", view.paths.to(only->page), view.text("home.open_partnership")),
                                " ");
               }),
          button_link("secondary", Url::path(view.paths.timeline()), view.text("nav.timeline"))));
    return hero_screen(
        view,
        {only != nullptr ? only->page.name : view.site.name, only != nullptr ? &only->picture : nullptr, {}, words});
}

Node figure_of(const View& view, std::string_view label_words, std::int64_t number) {
    return when(number > 0, [&] { return div(dt(label_words), dd(view.words.number(static_cast<double>(number)))); })
        .value_or(Node{});
}

Node numbers(const View& view, const HomePage& page) {
    const auto& counted = page.numbers;
    const auto activities = counted.since ? view.words.count("home.number.activities", counted.activities,
                                                             {{"year", std::to_string(*counted.since)}})
                                          : std::string{};
    const auto field_count = static_cast<std::int64_t>(page.fields.size());
    return dl(
        cls("figures"), figure_of(view, activities, counted.activities),
        figure_of(view, view.words.count("home.number.organisations", counted.organisations), counted.organisations),
        figure_of(view, view.words.count("home.number.fields", field_count), field_count),
        figure_of(view, view.words.count("home.number.agreements", counted.agreements), counted.agreements));
}

} // namespace

PageParts home_view(const View& view, const HomePage& page) {
    PageParts parts;
    parts.title = view.site.name.body;
    parts.current = NavigationItem::home;
    if (page.partnerships.size() == 1 && page.partnerships.front().introduction)
        parts.description = teaser(*page.partnerships.front().introduction, 160);
    else if (view.site.tagline)
        parts.description = view.site.tagline->body;
    parts.contents =
        group(hero(view, page), partners_meeting(view, page.partners), coming_section(view, page.coming),
              section_with_link("latest", view.text("home.latest"), Url::path(view.paths.timeline()),
                                view.text("timeline.all"), lead_and_cards(view, page.latest)),
              when(page.numbers.activities > 0,
                   [&] { return tinted_section("numbers", view.text("home.numbers"), numbers(view, page)); }),
              // A single partnership has opened the page already.
              when(page.partnerships.size() > 1,
                   [&] {
                       return section_of_page("partnerships", view.text("home.partnerships"),
                                              partnership_cards(view, page.partnerships));
                   }),
              map_section(view, page.map), charts_section(view, page.charts), when(!page.fields.empty(), [&] {
                  return section_of_page("fields", view.text("fields.title"), field_tiles(view, page.fields));
              }));
    return parts;
}

} // namespace interregio::portal::web
