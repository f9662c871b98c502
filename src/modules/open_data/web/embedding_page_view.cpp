#include "modules/open_data/web/embedding_page_view.h"

#include "modules/open_data/web/embed.h"
#include "modules/portal/web/parts.h"

namespace interregio::open_data::web {

using namespace html;
using portal::web::PageParts;
using portal::web::section_of_page;
using portal::web::View;

namespace {

/// An address to copy: whole, as far as this site knows its own name.
Node address_to_copy(const View& view, const std::string& path) {
    return p(cls("to-copy"), a(href(Url::path(path)), code(view.absolute(path))));
}

Node code_to_copy(const std::string& markup) { return pre(cls("to-copy"), attribute<"tabindex">("0"), code(markup)); }

Node part(std::string_view heading, const Node& contents) {
    return div(cls("data-part"), h3(cls("kern-heading-small"), heading), contents);
}

Node subscriptions(const View& view) {
    return group(part(view.text("embedding.feed"),
                      group(p(view.text("embedding.feed.words")), address_to_copy(view, view.paths.timeline_feed()))),
                 part(view.text("embedding.calendar"),
                      group(p(view.text("embedding.calendar.words"), " ",
                              view.text("embedding.calendar.limit",
                                        {{"count", view.words.number(static_cast<double>(most_calendar_events))}})),
                            address_to_copy(view, view.paths.timeline_calendar()))),
                 part(view.text("timeline.table"), address_to_copy(view, view.paths.timeline_table())),
                 part(view.text("embedding.filters"),
                      p(fill(view.text("embedding.filters.words"),
                             {{"example", a(href(Url::path(view.paths.timeline_calendar() + "?kind=youth_exchange")),
                                            code(view.paths.timeline_calendar() + "?kind=youth_exchange"))}}))));
}

Node framed(const View& view) {
    const auto name = view.text("feed.title", {{"site", view.site.name.body}});
    const auto path = view.paths.timeline_embed() + "?limit=5";
    return group(p(view.text("embedding.frame.words")), code_to_copy(frame_markup(view.absolute(path), name, 640, 600)),
                 h3(cls("kern-heading-small"), view.text("embedding.preview")),
                 iframe(cls("preview"), src(Url::path(path)), attribute<"title">(view.text("embedding.preview")),
                        width(640), height(480), loading("lazy")));
}

Node component(const View& view) {
    const std::string script = view.absolute("/embed/interregio-timeline.js");
    const std::string markup = "<script type=\"module\" src=\"" + script + "\"></script>\n" +
                               "<interregio-timeline lang=\"" + std::string(view.language().tag()) +
                               "\" limit=\"5\">\n  <a href=\"" + view.absolute(view.paths.timeline()) + "\">" +
                               view.text("embedding.all") + "</a>\n</interregio-timeline>";
    return group(p(view.text("embedding.component.words")), code_to_copy(markup),
                 p(fill(view.text("embedding.component.attributes"),
                        {{"attributes", code("lang limit partnership kind field organisation series status year "
                                             "from to")}})));
}

Node by_address(const View& view) {
    return p(fill(view.text("embedding.oembed.words"), {{"address", code(view.absolute("/oembed"))}}));
}

} // namespace

PageParts embedding_page_view(const View& view) {
    PageParts parts;
    parts.title = view.text("embedding.title");
    parts.description = view.text("embedding.lead");
    parts.breadcrumb = {{text(parts.title), std::nullopt}};
    parts.frames = PageParts::Frames::own_site;
    parts.contents = group(div(cls("wrap"), header(cls("page-head"), h1(cls("kern-heading-x-large"), parts.title),
                                                   div(cls("lead"), p(view.text("embedding.lead"))))),
                           section_of_page("subscribe", view.text("embedding.subscribe"), subscriptions(view)),
                           section_of_page("frame", view.text("embedding.frame"), framed(view)),
                           section_of_page("component", view.text("embedding.component"), component(view)),
                           section_of_page("oembed", view.text("embedding.oembed"), by_address(view)));
    return parts;
}

} // namespace interregio::open_data::web
