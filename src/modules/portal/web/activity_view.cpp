#include "modules/portal/web/activity_view.h"

#include "modules/portal/web/activity_parts.h"
#include "modules/portal/web/gallery_view.h"
#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Node page_head(const View& view, const ActivityPage& page) {
    return div(cls("wrap"), header(cls("page-head"),
                                   p(cls("kern-preline"), span(view.named(page.kind, "activity.kind.")), " ",
                                     date(view, page.date), " ", status_badge(view, page.status)),
                                   page_heading(view, page.page.name), notice(view, page.page.name),
                                   when(page.summary, [&](const ShownText& words) { return lead(view, words); })));
}

Node neighbour(const View& view, const EditionLink& link, bool next) {
    const Node words = span(small(view.text(next ? "activity.next" : "activity.previous")), " ",
                            strong(lang_of(view, link.page.name), link.page.name.body));
    return a(cls(next ? "neighbour neighbour--next" : "neighbour"), rel(next ? "next" : "prev"),
             href(view.paths.to(link.page)),
             next ? group(words, icon("arrow-forward")) : group(icon("arrow-back"), words));
}

Node neighbours(const View& view, const ActivityPage& page) {
    if (!page.earlier && !page.later) return {};
    return nav(cls("neighbours"), aria_label(view.text("activity.neighbours")),
               when(page.earlier, [&](const EditionLink& earlier) { return neighbour(view, earlier, false); }),
               when(page.later, [&](const EditionLink& later) { return neighbour(view, later, true); }));
}

} // namespace

PageParts activity_view(const View& view, const ActivityPage& page) {
    PageParts parts;
    parts.title = page.page.name.body;
    if (page.summary) parts.description = teaser(*page.summary, 160);
    parts.current = NavigationItem::none;
    for (const auto& partnership : page.partnerships) parts.breadcrumb.push_back(crumb(view, partnership));
    if (parts.breadcrumb.size() > 1) parts.breadcrumb.clear(); // in several partnerships: under none of them
    parts.breadcrumb.push_back({text(view.text("nav.timeline")), Url::path(view.paths.timeline())});
    parts.breadcrumb.push_back(here(view, page.page.name));
    parts.contents = article(
        page_head(view, page),
        div(cls("wrap"),
            when(!page.pictures.empty(),
                 [&] { return div(cls("opening"), opening_picture(view, page.pictures.front())); }),
            div(cls("detail"), activity_glance(view, page),
                div(cls("detail__main"), when(page.body, [&](const ShownText& words) { return prose(view, words); }),
                    activity_people(view, page), activity_groups(view, page), activity_programme(view, page),
                    activity_outcomes(view, page), gallery(view, page.pictures),
                    when(!page.documents.empty(),
                         [&] {
                             return detail_section("documents", view.text("page.documents"),
                                                   download_list(view, page.documents));
                         }),
                    activity_series(view, page),
                    when(!page.sources.empty(),
                         [&] {
                             return detail_section("sources", view.text("page.sources"),
                                                   source_list(view, page.sources));
                         }))),
            neighbours(view, page)),
        large_pictures(view, page.pictures));
    return parts;
}

} // namespace interregio::portal::web
