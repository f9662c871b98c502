#include "modules/portal/web/field_view.h"

#include "modules/portal/web/activity_cards_view.h"
#include "modules/portal/web/charts_view.h"
#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

PageParts field_view(const View& view, const FieldPage& page) {
    PageParts parts;
    parts.title = page.page.name.body;
    if (page.description) parts.description = teaser(*page.description, 160);
    if (page.partnerships.size() == 1) parts.breadcrumb.push_back(crumb(view, page.partnerships.front()));
    parts.breadcrumb.push_back(here(view, page.page.name));
    TimelineRequest in_field;
    in_field.field = page.page.slug;
    const Node activities =
        page.activities.empty() ? p(view.text("activities.none")) : activity_cards(view, page.activities);
    parts.contents = group(
        div(cls("wrap"), header(cls("page-head"), p(cls("kern-preline"), span(view.text("field.preline"))),
                                page_heading(view, page.page.name),
                                when(page.description, [&](const ShownText& words) { return lead(view, words); }))),
        section_with_link("activities", view.text("field.activities"), Url::path(view.paths.timeline(in_field)),
                          view.words.count("timeline.count", page.activity_count), activities),
        charts_section(view, page.charts, in_field),
        when(!page.agreements.empty(),
             [&] {
                 return section_of_page("agreements", view.text("field.agreements"),
                                        agreement_cards(view, page.agreements));
             }),
        when(page.partnerships.size() > 1, [&] {
            return section_of_page("partnerships", view.text("nav.partnerships"), tags(view, page.partnerships));
        }));
    return parts;
}

} // namespace interregio::portal::web
