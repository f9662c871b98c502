#include "modules/portal/web/sharing_links.h"

#include "modules/portal/web/linked_data.h"
#include "platform/http/message.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Node property(std::string_view property_name, std::string_view value) {
    return meta(attribute<"property">(property_name), content(value));
}

/// https://ogp.me. Addresses there are whole ones, so there are none without a base URL.
Node open_graph(const View& view, const PageParts& parts) {
    Node tags = group(property("og:title", parts.title), property("og:site_name", view.site.name.body),
                      property("og:type", parts.current == NavigationItem::home ? "website" : "article"));
    if (!parts.description.empty()) tags += property("og:description", parts.description);
    if (view.base_url.empty()) return tags;
    if (const auto own = view.alternates.find(view.language()); own != view.alternates.end())
        tags += property("og:url", view.absolute(own->second));
    if (!parts.share_picture) return tags;
    const auto& picture = *parts.share_picture;
    tags += property("og:image", view.absolute(picture.path));
    if (picture.width > 0) tags += property("og:image:width", std::to_string(picture.width));
    if (picture.height > 0) tags += property("og:image:height", std::to_string(picture.height));
    if (!picture.alt.empty()) tags += property("og:image:alt", picture.alt);
    return tags;
}

Node feed_links(const View& view, const PageParts& parts) {
    const auto name = view.text("feed.title", {{"site", view.site.name.body}});
    return group(link(rel("alternate"), type("application/atom+xml"), attribute<"title">(name),
                      href(Url::path(view.paths.timeline_feed()))),
                 link(rel("alternate"), type("text/calendar"), attribute<"title">(name),
                      href(Url::path(view.paths.timeline_calendar()))),
                 when(!parts.calendar.empty(), [&] {
                     return link(rel("alternate"), type("text/calendar"), attribute<"title">(parts.title),
                                 href(Url::path(parts.calendar)));
                 }));
}

/// https://oembed.com, 4
Node embedding_links(const View& view, const PageParts& parts) {
    const auto own = view.alternates.find(view.language());
    if (parts.embedding == PageParts::Embedding::none || own == view.alternates.end()) return {};
    const auto address = "/oembed?url=" + http::encode_query(view.absolute(own->second)) + "&format=";
    return group(link(rel("alternate"), type("application/json+oembed"), attribute<"title">(parts.title),
                      href(Url::path(address + "json"))),
                 link(rel("alternate"), type("text/xml+oembed"), attribute<"title">(parts.title),
                      href(Url::path(address + "xml"))));
}

} // namespace

Node subscribe_links(const View& view, const TimelinePage& page) {
    const auto whole = view.paths.timeline(page.chosen);
    const auto query = whole.substr(view.paths.timeline().size());
    const auto item = [&](const std::string& path, std::string_view words) {
        return li(a(cls("kern-link"), href(Url::path(path)), words));
    };
    return div(cls("wrap"), nav(cls("subscribe"), aria_label(view.text("embedding.subscribe")),
                                ul(item(view.paths.timeline_feed(), view.text("embedding.feed")),
                                   item(view.paths.timeline_calendar() + query, view.text("embedding.calendar")),
                                   item(view.paths.timeline_table() + query, view.text("timeline.table")),
                                   item(view.paths.embedding(), view.text("embedding.title")))));
}

Node sharing_links(const View& view, const PageParts& parts) {
    Node data;
    for (const auto& json : parts.linked_data) data += linked_data(json);
    if (const auto path = breadcrumb_data(view, parts); !path.empty()) data += linked_data(path);
    return group(open_graph(view, parts), feed_links(view, parts), embedding_links(view, parts), data);
}

} // namespace interregio::portal::web
