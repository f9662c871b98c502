#include "modules/portal/web/home_view.h"

#include "modules/portal/web/activity_cards_view.h"
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
    const auto& heading = only != nullptr ? only->page.name : view.site.name;
    return div(cls("hero"),
               div(cls("wrap"),
                   div(cls("hero__text"), display_heading(view, heading),
                       when(only != nullptr, [&] { return party_names(view, only->parties); }),
                       when(only != nullptr && only->introduction,
                            [&] {
                                return p(cls("lead"), lang_of(view, *only->introduction),
                                         teaser(*only->introduction, 320));
                            }),
                       when(only == nullptr && view.site.tagline,
                            [&] { return p(cls("lead"), lang_of(view, *view.site.tagline), view.site.tagline->body); }),
                       p(cls("buttons"),
                         when(only != nullptr,
                              [&] {
                                  return group(button_link("primary", view.paths.to(only->page),
                                                           view.text("home.open_partnership")),
                                               " ");
                              }),
                         button_link("secondary", Url::path(view.paths.timeline()), view.text("nav.timeline")))),
                   when(only != nullptr && only->picture,
                        [&] { return picture_figure(view, *only->picture, Loading::eager); })));
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
        group(hero(view, page),
              section_with_link("latest", view.text("home.latest"), Url::path(view.paths.timeline()),
                                view.text("timeline.all"), lead_and_cards(view, page.latest)),
              // A single partnership has opened the page already.
              when(page.partnerships.size() > 1,
                   [&] {
                       return tinted_section("partnerships", view.text("home.partnerships"),
                                             partnership_cards(view, page.partnerships));
                   }),
              when(!page.fields.empty(), [&] {
                  return section_of_page("fields", view.text("fields.title"), field_tiles(view, page.fields));
              }));
    return parts;
}

} // namespace interregio::portal::web
