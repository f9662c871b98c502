#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

Node icon(Literal name) { return span(cls("kern-icon kern-icon--" + std::string(name.text())), aria_hidden("true")); }

Node mark() {
    return raw("<svg class=\"mark\" viewBox=\"0 0 52 36\" aria-hidden=\"true\" focusable=\"false\">"
               "<circle class=\"mark__a\" cx=\"18\" cy=\"18\" r=\"17\"/><circle class=\"mark__b\" cx=\"34\" cy=\"18\" "
               "r=\"17\"/>"
               "<path class=\"mark__both\" d=\"M26 3a17 17 0 0 1 0 30 17 17 0 0 1 0-30z\"/></svg>");
}

Node badge(BadgeKind kind, Literal icon_name, std::string_view words) {
    constexpr std::array<std::string_view, 6> names{"success", "info", "open", "warning", "danger", "neutral"};
    return span(cls("kern-badge kern-badge--" + std::string(names[static_cast<std::size_t>(kind)])), icon(icon_name),
                span(cls("kern-label"), words));
}

Node status_badge(const View& view, ActivityStatus status) {
    const auto words = view.named(status, "activity.status.");
    switch (status) {
    case ActivityStatus::held:
        return badge(BadgeKind::success, "check", words);
    case ActivityStatus::announced:
        return badge(BadgeKind::info, "calendar-today", words);
    case ActivityStatus::planned:
        return badge(BadgeKind::open, "edit", words);
    case ActivityStatus::idea:
        return badge(BadgeKind::open, "question-mark", words);
    case ActivityStatus::postponed:
        return badge(BadgeKind::warning, "autorenew", words);
    case ActivityStatus::cancelled:
        return badge(BadgeKind::danger, "close", words);
    }
    return {};
}

Node status_badge_in_list(const View& view, ActivityStatus status) {
    return status == ActivityStatus::held ? Node{} : status_badge(view, status);
}

namespace {

/// Whether a word has so many letters that a heading of the usual size breaks it on a phone.
bool has_long_word(std::string_view words) {
    constexpr int most_letters = 16;
    int letters = 0;
    for (const char c : words) {
        const bool ends = c == ' ' || c == '-';
        const bool begins_letter = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        letters = ends ? 0 : letters + (begins_letter ? 1 : 0);
        if (letters > most_letters) return true;
    }
    return false;
}

Node heading_of_page(const View& view, std::string_view size, const ShownText& heading) {
    return h1(cls(std::string(size) + (has_long_word(heading.body) ? " has-long-word" : "")), lang_of(view, heading),
              heading.body);
}

} // namespace

Node page_heading(const View& view, const ShownText& heading) {
    return heading_of_page(view, "kern-heading-x-large", heading);
}

Node display_heading(const View& view, const ShownText& heading) {
    return heading_of_page(view, "kern-heading-display", heading);
}

namespace {

Node heading_of_section(std::string_view name, std::string_view heading) {
    return h2(cls("kern-heading-large"), id(name), heading);
}

} // namespace

Node section_of_page(std::string_view name, std::string_view heading, const Node& contents) {
    return section(cls("section"), aria_labelledby(name),
                   div(cls("wrap"), heading_of_section(name, heading), contents));
}

Node tinted_section(std::string_view name, std::string_view heading, const Node& contents) {
    return section(cls("section section--tinted"), aria_labelledby(name),
                   div(cls("wrap"), heading_of_section(name, heading), contents));
}

Node section_beside(std::string_view name, std::string_view heading, const Node& contents) {
    return section(cls("section section--beside"), aria_labelledby(name),
                   div(cls("wrap"), heading_of_section(name, heading), contents));
}

Node section_with_link(std::string_view name, std::string_view heading, const Url& url, std::string_view link_words,
                       const Node& contents) {
    return section(cls("section"), aria_labelledby(name),
                   div(cls("wrap"),
                       div(cls("section__head"), heading_of_section(name, heading),
                           a(cls("more"), href(url), link_words, " ", icon("arrow-forward"))),
                       contents));
}

Node page_navigation(const View& view, const std::vector<SectionName>& sections) {
    return nav(cls("page-nav"), aria_label(view.text("partnership.sections")),
               div(cls("wrap"), ul(each(sections, [](const SectionName& one) {
                       return li(a(href(Url::fragment(one.name)), one.heading));
                   }))));
}

Node detail_section(std::string_view name, std::string_view heading, const Node& contents) {
    return section(aria_labelledby(name), h2(cls("kern-heading-medium"), id(name), heading), contents);
}

Node party_names(const View& view, const std::vector<OrganisationLink>& parties) {
    return ul(cls("party-names"),
              each(parties, [&](const OrganisationLink& party) { return li(organisation(view, party)); }));
}

Node tags(const View& view, const std::vector<PageLink>& links) {
    return ul(cls("tags"), each(links, [&](const PageLink& page) {
                  return li(a(cls("tag"), href(view.paths.to(page)), line(view, page.name)));
              }));
}

Node alert(std::string_view heading, const Node& contents) {
    return div(cls("kern-alert kern-alert--info"),
               div(cls("kern-alert__header"), icon("info"), h2(cls("kern-title"), heading)),
               div(cls("kern-alert__body"), contents));
}

Node glance_item(std::string_view term, const Node& description) {
    return div(cls("kern-description-list-item"), dt(cls("kern-description-list-item__key"), term),
               dd(cls("kern-description-list-item__value"), description));
}

Node glance_box(const View& view, const Node& items) {
    return aside(cls("glance"), aria_labelledby("glance"),
                 h2(cls("kern-heading-small"), id("glance"), view.text("page.glance")),
                 dl(cls("kern-description-list"), items));
}

} // namespace interregio::portal::web
