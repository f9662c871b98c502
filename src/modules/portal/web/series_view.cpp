#include "modules/portal/web/series_view.h"

#include "modules/portal/web/activity_cards_view.h"
#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

PageParts series_view(const View& view, const SeriesPage& page) {
    PageParts parts;
    parts.title = page.page.name.body;
    if (page.description) parts.description = teaser(*page.description, 160);
    if (page.partnerships.size() == 1) parts.breadcrumb.push_back(crumb(view, page.partnerships.front()));
    parts.breadcrumb.push_back(here(view, page.page.name));
    TimelineRequest of_series;
    of_series.series = page.page.slug;
    const auto heading = view.text("series.editions");
    const Node editions = page.editions.empty() ? p(view.text("activities.none")) : activity_cards(view, page.editions);
    parts.contents =
        group(div(cls("wrap"),
                  header(cls("page-head"), p(cls("kern-preline"), span(view.text("series.preline"))),
                         page_heading(view, page.page.name),
                         when(page.description, [&](const ShownText& words) { return lead(view, words); })),
                  when(page.picture,
                       [&](const Picture& shown_picture) {
                           return div(cls("opening"),
                                      picture_figure(view, shown_picture, Loading::eager, PictureRoom::opening));
                       })),
              page.more_editions ? section_with_link("editions", heading, Url::path(view.paths.timeline(of_series)),
                                                     view.text("timeline.all"), editions)
                                 : section_of_page("editions", heading, editions),
              when(!page.sources.empty(), [&] {
                  return section_beside("sources", view.text("page.sources"), source_list(view, page.sources));
              }));
    return parts;
}

} // namespace interregio::portal::web
