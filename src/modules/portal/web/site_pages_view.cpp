#include "modules/portal/web/site_pages_view.h"

#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Node contact_group(const View& view, const ContactGroup& contacts) {
    const auto& organisation_page = contacts.organisation.page;
    const std::string heading_id = "contact-" + organisation_page.slug;
    return section(cls("section section--beside"), aria_labelledby(heading_id),
                   div(cls("wrap"),
                       h2(cls("kern-heading-large"), id(heading_id), lang_of(view, organisation_page.name),
                          organisation_page.name.body),
                       contacts.contacts.empty()
                           ? p(view.text("contact.none"), each(contacts.websites,
                                                               [](const std::string& website) {
                                                                   const auto url = Url::parse(website);
                                                                   return group(" ", url ? a(href(*url), website)
                                                                                         : text(website));
                                                               }))
                           : contact_list(view, contacts.contacts, 3)));
}

Node tile(const Url& url, std::string_view words, std::string_view explanation) {
    return li(cls("tile"), a(href(url), words), p(explanation));
}

} // namespace

PageParts contact_view(const View& view, const ContactPage& page) {
    PageParts parts;
    parts.title = view.text("nav.contact");
    parts.current = NavigationItem::contact;
    if (page.words) parts.description = teaser(*page.words, 160);
    parts.breadcrumb = {{text(parts.title), std::nullopt}};
    const auto mail = page.email ? Url::parse("mailto:" + *page.email) : std::nullopt;
    parts.contents = group(
        div(cls("wrap"), header(cls("page-head"), h1(cls("kern-heading-x-large"), parts.title),
                                when(page.words, [&](const ShownText& words) { return lead(view, words); }))),
        each(page.groups, [&](const ContactGroup& contacts) { return contact_group(view, contacts); }),
        when(mail, [&](const Url& url) {
            return section_beside("site", view.text("contact.site"),
                                  p(fill(view.text("contact.site.words"), {{"email", a(href(url), *page.email)}})));
        }));
    return parts;
}

PageParts legal_view(const View& view, const LegalPage& page) {
    PageParts parts;
    parts.title = view.named(page.kind, "legal.");
    parts.breadcrumb = {{text(parts.title), std::nullopt}};
    parts.contents = group(div(cls("wrap"), header(cls("page-head"), h1(cls("kern-heading-x-large"), parts.title))),
                           div(cls("wrap"), prose(view, page.text)));
    return parts;
}

PageParts not_found_view(const View& view) {
    PageParts parts;
    parts.title = view.text("not_found.title");
    parts.indexing = Indexing::forbidden;
    const auto& partnerships = view.site.partnerships;
    parts.contents = group(
        div(cls("wrap"),
            header(cls("page-head"), p(cls("kern-preline"), span("404")), h1(cls("kern-heading-x-large"), parts.title),
                   div(cls("lead"), p(view.text("not_found.lead"))))),
        div(cls("wrap"),
            ul(cls("tiles"), tile(Url::path(view.paths.home()), view.text("nav.home"), view.text("not_found.home")),
               tile(Url::path(view.paths.timeline()), view.text("nav.timeline"), view.text("not_found.timeline")),
               when(partnerships.size() == 1,
                    [&] {
                        return tile(view.paths.to(partnerships.front()), view.text("nav.partnership"),
                                    view.text("not_found.partnership"));
                    }),
               tile(Url::path(view.paths.contact()), view.text("nav.contact"), view.text("not_found.contact")))));
    return parts;
}

} // namespace interregio::portal::web
