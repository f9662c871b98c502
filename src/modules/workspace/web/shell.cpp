#include "modules/workspace/web/shell.h"

#include "modules/portal/web/parts.h"
#include "modules/portal/web/typography.h"
#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

using namespace html;

namespace {

Node languages(const View& view) {
    return nav(cls("languages"), aria_label(view.text("shell.languages")),
               ul(each(view.alternates, [&](const auto& version) {
                   const auto& [language, path] = version;
                   return li(a(href(Url::path(path)), lang(language), hreflang(language),
                               when(language == view.language(), aria_current("true")),
                               Catalogue::find(language)->text("language.self")));
               })));
}

Node navigation(const Call& call, const WorkspaceParts& parts) {
    const View& view = call.view;
    const auto entry = [&](WorkspaceItem item, const std::string& path, std::string_view key) {
        return li(a(href(Url::path(path)), when(parts.current == item, aria_current("page")), view.text(key)));
    };
    const bool administrator = call.by().actor.may_anywhere(accounts::Role::administrator);
    const bool reads = call.by().actor.may_anywhere(accounts::Role::reader);
    return nav(
        cls("main-nav"), aria_label(view.text("shell.navigation")),
        ul(entry(WorkspaceItem::desk, call.paths.desk(), "workspace.desk"),
           when(reads, [&] { return entry(WorkspaceItem::records, call.paths.all_records(), "records.heading"); }),
           when(administrator,
                [&] {
                    return group(entry(WorkspaceItem::accounts, call.paths.accounts(), "accounts.heading"),
                                 entry(WorkspaceItem::events, call.paths.events(), "events.heading"));
                }),
           entry(WorkspaceItem::profile, call.paths.profile(), "profile.heading")));
}

Node who(const Call& call) {
    return div(cls("workspace-user"), span(call.visit->account.name),
               button_form(call, call.paths.sign_out(), call.view.text("sign_out.send"), Weight::tertiary));
}

} // namespace

std::string workspace_document(const Call& call, const WorkspaceParts& parts) {
    const View& view = call.view;
    const bool inside = call.by().actor.signed_in();
    const Node whole = group(
        raw("<!DOCTYPE html>\n"),
        html_element(
            lang(view.language()),
            head(raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                     "<meta name=\"robots\" content=\"noindex\"><meta name=\"color-scheme\" content=\"light dark\">"),
                 title(parts.title + " – " + view.site.name.body),
                 link(rel("stylesheet"), href(view.assets.url("workspace.css"))),
                 link(rel("icon"), href(view.assets.url("icons/favicon.svg")), type("image/svg+xml"))),
            body(cls("workspace"), a(cls("skip-link"), href("#content"), view.text("shell.skip")),
                 header(cls("site-header"),
                        div(cls("kern-kopfzeile"),
                            div(cls("wrap kern-kopfzeile__content"),
                                p(cls("kern-kopfzeile__label"), view.text("workspace.label")), languages(view))),
                        div(cls("wrap site-header__bar"),
                            a(cls("site-mark"), href(Url::path(inside ? call.paths.desk() : view.paths.home())),
                              portal::web::mark(), span(cls("site-mark__name"), line(view, view.site.name))),
                            when(inside, [&] { return group(navigation(call, parts), who(call)); }))),
                 main_element(id("content"), attribute<"tabindex">("-1"), parts.contents),
                 footer(cls("site-footer"),
                        div(cls("wrap"),
                            nav(aria_label(view.text("shell.about")),
                                ul(cls("site-footer__links"),
                                   li(a(href(Url::path(view.paths.home())), view.text("workspace.to_portal"))),
                                   li(a(href(Url::path(view.paths.legal(portal::LegalPageKind::privacy))),
                                        view.text("legal.privacy"))),
                                   li(a(href(Url::path(view.paths.legal(portal::LegalPageKind::accessibility))),
                                        view.text("legal.accessibility"))))))))));
    return portal::web::bound_polish_words(whole.markup());
}

} // namespace interregio::workspace::web
