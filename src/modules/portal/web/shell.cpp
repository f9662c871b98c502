#include "modules/portal/web/shell.h"

#include "modules/portal/web/parts.h"
#include "modules/portal/web/search_view.h"
#include "modules/portal/web/sharing_links.h"
#include "modules/portal/web/typography.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Url absolute(std::string_view base_url, const std::string& path) {
    return base_url.empty() ? Url::path(path) : Url::parse(std::string(base_url) + path).value_or(Url::path(path));
}

/// This page in the other languages
/// (https://developers.google.com/search/docs/specialty/international/localized-versions): each version names all, also
/// itself. For readers of none of them (x-default), the first page chooses by their Accept-Language; other pages are
/// offered in the first language of the site.
Node alternate_links(const View& view, std::string_view base_url) {
    Node links;
    for (const auto& [language, path] : view.alternates)
        links += link(rel("alternate"), hreflang(language), href(absolute(base_url, path)));
    const auto own = view.alternates.find(view.language());
    const auto first =
        view.alternates.find(view.site.languages.empty() ? view.language() : view.site.languages.front());
    if (own == view.alternates.end() || first == view.alternates.end()) return links;
    const bool home = own->second == view.paths.home();
    links += link(rel("alternate"), attribute<"hreflang">("x-default"),
                  href(absolute(base_url, home ? "/" : first->second)));
    return links;
}

Node head_of(const View& view, const PageParts& parts, std::string_view base_url) {
    const auto own = view.alternates.find(view.language());
    const bool first_page = parts.current == NavigationItem::home;
    const auto whole_title = first_page ? parts.title : parts.title + " – " + view.site.name.body;
    return head(raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                    "<meta name=\"color-scheme\" content=\"light dark\">"
                    "<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#fdfaf5\">"
                    "<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#17131c\">"),
                title(whole_title),
                when(!parts.description.empty(), meta(name("description"), content(parts.description))),
                when(parts.indexing == Indexing::forbidden, meta(name("robots"), content("noindex"))),
                when(own != view.alternates.end() && parts.indexing == Indexing::allowed,
                     [&] { return link(rel("canonical"), href(absolute(base_url, own->second))); }),
                alternate_links(view, base_url), sharing_links(view, parts),
                link(rel("preload"), href(view.assets.url("fonts/fira-sans-regular.woff2")), attribute<"as">("font"),
                     type("font/woff2"), crossorigin),
                link(rel("stylesheet"), href(view.assets.url("portal.css"))),
                link(rel("icon"), href(view.assets.url("icons/favicon.svg")), type("image/svg+xml")));
}

Node language_switcher(const View& view) {
    return nav(cls("languages"), aria_label(view.text("shell.languages")),
               ul(each(view.site.languages, [&](const Language language) {
                   const auto version = view.alternates.find(language);
                   if (version == view.alternates.end()) return Node{};
                   const Catalogue* words = Catalogue::find(language);
                   return li(a(href(Url::path(version->second)), lang(language), hreflang(language),
                               when(language == view.language(), aria_current("true")),
                               words == nullptr ? std::string(language.tag()) : words->text("language.self")));
               })));
}

Node navigation_link(const PageParts& parts, NavigationItem item, const Url& url, const std::string& words) {
    return li(a(href(url), when(parts.current == item, aria_current("page")), words));
}

Node main_navigation(const View& view, const PageParts& parts) {
    const auto& partnerships = view.site.partnerships;
    const auto partnership_url =
        partnerships.size() == 1 ? view.paths.to(partnerships.front()) : Url::path(view.paths.home() + "#partnerships");
    return nav(
        cls("main-nav"), aria_label(view.text("shell.navigation")),
        ul(navigation_link(parts, NavigationItem::partnership, partnership_url,
                           view.text(partnerships.size() == 1 ? "nav.partnership" : "nav.partnerships")),
           navigation_link(parts, NavigationItem::timeline, Url::path(view.paths.timeline()),
                           view.text("nav.timeline")),
           navigation_link(parts, NavigationItem::organisations, Url::path(view.paths.organisations()),
                           view.text("nav.organisations")),
           navigation_link(parts, NavigationItem::contact, Url::path(view.paths.contact()), view.text("nav.contact"))));
}

Node page_header(const View& view, const PageParts& parts) {
    return header(cls("site-header"),
                  div(cls("kern-kopfzeile"),
                      div(cls("wrap kern-kopfzeile__content"),
                          p(cls("kern-kopfzeile__label"),
                            view.site.tagline ? line(view, *view.site.tagline) : text(view.text("shell.label"))),
                          language_switcher(view))),
                  div(cls("wrap site-header__bar"),
                      a(cls("site-mark"), href(Url::path(view.paths.home())), mark(),
                        span(cls("site-mark__name"), line(view, view.site.name))),
                      main_navigation(view, parts), search_box(view)));
}

/// On paper: where this came from.
Node printed_address(const View& view, std::string_view base_url) {
    const auto own = view.alternates.find(view.language());
    if (own == view.alternates.end()) return {};
    return p(cls("print-only"), line(view, view.site.name), ", ", absolute(base_url, own->second).text());
}

Node page_footer(const View& view, std::string_view base_url) {
    return footer(
        cls("site-footer"),
        div(cls("wrap"), printed_address(view, base_url),
            when(!view.site.parties.empty(),
                 [&] {
                     return ul(cls("site-footer__parties"), each(view.site.parties, [&](const PartyName& party) {
                                   return li(party_cls(view, "", party.id.uuid()),
                                             strong(lang_of(view, party.organisation.page.name),
                                                    party.organisation.page.name.body),
                                             when(party.town, [&](const ShownText& town) { return line(view, town); }));
                               }));
                 }),
            nav(aria_label(view.text("shell.about")),
                ul(cls("site-footer__links"),
                   li(a(href(Url::path(view.paths.legal(LegalPageKind::imprint))), view.text("legal.imprint"))),
                   li(a(href(Url::path(view.paths.legal(LegalPageKind::privacy))), view.text("legal.privacy"))),
                   li(a(href(Url::path(view.paths.legal(LegalPageKind::accessibility))),
                        view.text("legal.accessibility"))),
                   li(a(href(Url::path(view.paths.contact())), view.text("nav.contact"))),
                   li(a(href(Url::path(view.paths.data())), view.text("api.heading"))),
                   li(a(href(Url::path(view.paths.embedding())), view.text("embedding.title")))))));
}

} // namespace

Crumb crumb(const View& view, const PageLink& target) { return {line(view, target.name), view.paths.to(target)}; }
Crumb here(const View& view, const ShownText& name) { return {line(view, name), std::nullopt}; }

Node breadcrumb(const View& view, const std::vector<Crumb>& crumbs) {
    return nav(cls("breadcrumb"), aria_label(view.text("shell.here")),
               ol(li(a(href(Url::path(view.paths.home())), view.text("nav.home"))), each(crumbs, [](const Crumb& one) {
                      return li(one.url ? a(href(*one.url), one.name) : span(aria_current("page"), one.name));
                  })));
}

std::string document(const View& view, const PageParts& parts, std::string_view base_url) {
    const bool draw_breadcrumb =
        !parts.breadcrumb.empty() && parts.breadcrumb_place == PageParts::BreadcrumbPlace::shell;
    const Node whole = group(
        raw("<!DOCTYPE html>\n"),
        html_element(lang(view.language()), head_of(view, parts, base_url),
                     body(a(cls("skip-link"), href("#content"), view.text("shell.skip")), page_header(view, parts),
                          main_element(id("content"), attribute<"tabindex">("-1"),
                                       when(draw_breadcrumb,
                                            [&] { return div(cls("wrap"), breadcrumb(view, parts.breadcrumb)); }),
                                       parts.contents),
                          page_footer(view, base_url))));
    return bound_polish_words(whole.markup());
}

} // namespace interregio::portal::web
