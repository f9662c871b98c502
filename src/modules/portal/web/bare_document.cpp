#include "modules/portal/web/bare_document.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Node language_links(const Catalogue& words) {
    return each(Catalogue::spoken(), [&](Language language) {
        return li(a(href(Url::path("/" + std::string(language.tag()) + "/")), lang(language), hreflang(language),
                    when(language == words.language(), aria_current("true")),
                    Catalogue::find(language)->text("language.self")));
    });
}

std::string bare_document(const Catalogue& words, const Assets& assets, const std::string& heading,
                          const Node& lead_words, const Node& contents) {
    return group(raw("<!DOCTYPE html>\n"),
                 html_element(lang(words.language()),
                              head(raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
                                       "initial-scale=1\">"
                                       "<meta name=\"robots\" content=\"noindex\"><meta name=\"color-scheme\" "
                                       "content=\"light dark\">"),
                                   title(heading), link(rel("stylesheet"), href(assets.url("portal.css"))),
                                   link(rel("icon"), href(assets.url("icons/favicon.svg")), type("image/svg+xml"))),
                              body(a(cls("skip-link"), href("#content"), words.text("shell.skip")),
                                   header(cls("site-header"),
                                          div(cls("kern-kopfzeile"),
                                              div(cls("wrap kern-kopfzeile__content"),
                                                  p(cls("kern-kopfzeile__label"), words.text("shell.label")),
                                                  nav(cls("languages"), aria_label(words.text("shell.languages")),
                                                      ul(language_links(words)))))),
                                   main_element(id("content"), attribute<"tabindex">("-1"),
                                                div(cls("wrap"),
                                                    header(cls("page-head"), h1(cls("kern-heading-x-large"), heading),
                                                           div(cls("lead"), lead_words))),
                                                contents))))
        .markup();
}

} // namespace

std::string empty_site_document(const Catalogue& words, const Assets& assets) {
    const Node steps = ol(li(fill(words.text("empty.step.folder"), {{"file", code("record.yaml")}})),
                          li(fill(words.text("empty.step.check"), {{"command", code("interregio check DIR")}})),
                          li(fill(words.text("empty.step.import"), {{"command", code("interregio import DIR")}})));
    return bare_document(
        words, assets, words.text("empty.title"), p(words.text("empty.lead")),
        div(cls("wrap"), div(cls("prose"), steps,
                             p(fill(words.text("empty.demo"), {{"command", code("interregio import demo")}})))));
}

std::string bare_not_found_document(const Catalogue& words, const Assets& assets) {
    return bare_document(words, assets, words.text("not_found.title"), p(words.text("not_found.lead")), {});
}

std::string failure_document(const Catalogue& words, const Assets& assets, std::string_view reference) {
    const Node explanation =
        group(p(cls("kern-body"), words.text("failure.explanation")), when(!reference.empty(), [&] {
                  return p(cls("kern-body"), fill(words.text("failure.reference"), {{"reference", strong(reference)}}));
              }));
    return bare_document(words, assets, words.text("failure.title"), p(words.text("failure.lead")),
                         div(cls("wrap"), div(cls("kern-alert kern-alert--danger"),
                                              div(cls("kern-alert__header"),
                                                  span(cls("kern-icon kern-icon--warning"), aria_hidden("true")),
                                                  h2(cls("kern-title"), words.text("failure.heading"))),
                                              div(cls("kern-alert__body"), explanation))));
}

} // namespace interregio::portal::web
