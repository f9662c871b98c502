#include "modules/portal/web/timeline_view.h"

#include "modules/portal/web/parts.h"
#include "modules/portal/web/timeline_filter_view.h"

namespace interregio::portal::web {

using namespace html;

namespace {

/// "2025"; years before 1000 with leading zeros, as in addresses.
std::string year_words(int year) {
    auto written = std::to_string(year);
    written.insert(0, 4 - std::min<std::size_t>(4, written.size()), '0');
    return written;
}

int year_of(const ActivityCard& card) { return static_cast<int>(card.row.date.first_day().year()); }

Node entry(const View& view, const ActivityCard& card) {
    const bool held = card.row.status == ActivityStatus::held;
    const auto classes = held ? (card.host ? party_class(view, *card.host) : std::string{}) : std::string("is-open");
    const Node status = status_badge_in_list(view, card.row.status);
    const Node where = card.row.form == Form::online ? span(view.named(card.row.form, "activity.form."))
                       : card.town                   ? span(line(view, *card.town))
                                                     : Node{};
    return li(when(!classes.empty(), [&] { return cls(classes); }),
              article(cls("entry"),
                      when(card.picture,
                           [&](const Picture& shown_picture) {
                               return div(cls("entry__picture"), image(view, shown_picture, Loading::lazy));
                           }),
                      div(cls("entry__text"),
                          p(cls("kern-preline"), date(view, card.row.date), " ",
                            span(view.named(card.row.kind, "activity.kind.")), " ", where,
                            when(!status.empty(), [&] { return group(" ", status); })),
                          h3(cls("kern-title"), lang_of(view, card.page.name),
                             a(href(view.paths.to(card.page)), card.page.name.body)),
                          when(card.summary,
                               [&](const ShownText& words) {
                                   return p(cls("kern-body"), lang_of(view, words), teaser(words));
                               }),
                          when(card.picture,
                               [&](const Picture& shown_picture) { return p(cls("credit"), shown_picture.credit); }))));
}

/// The entries, under a heading for each year.
Node years(const View& view, const std::vector<ActivityCard>& cards) {
    Node out;
    for (std::size_t begin = 0; begin < cards.size();) {
        const int year = year_of(cards[begin]);
        Node entries;
        std::size_t end = begin;
        for (; end < cards.size() && year_of(cards[end]) == year; ++end) entries += entry(view, cards[end]);
        const auto words = year_words(year);
        out += section(cls("timeline__year"), id("y" + words), aria_labelledby("h" + words), h2(id("h" + words), words),
                       ol(cls("timeline__entries"), entries));
        begin = end;
    }
    return div(cls("timeline"), out);
}

/// Each year with the filter as it is set, so that a hundred thousand activities are two steps away.
Node year_navigation(const View& view, const TimelinePage& page) {
    return nav(
        cls("years-nav"), aria_label(view.text("timeline.years")), ul(each(page.years, [&](const YearCount& year) {
            TimelineRequest conditions = page.chosen;
            conditions.year = year_words(year.year);
            const bool chosen = page.filter.year == year.year;
            return li(a(href(Url::path(view.paths.timeline(conditions))), when(chosen, aria_current("true")),
                        year_words(year.year), " ",
                        small(aria_hidden("true"), "(", view.words.number(static_cast<double>(year.activities)), ")"),
                        span(cls("sr-only"), view.words.count("activities.count", year.activities))));
        })));
}

Node pager(const View& view, const TimelinePage& page) {
    if (!page.newer && !page.older) return {};
    const auto neighbour = [&](std::string_view relation, const TimelineRequest& conditions, std::string_view words) {
        return li(a(href(Url::path(view.paths.timeline(conditions))), rel(relation), words));
    };
    TimelineRequest newer = page.chosen;
    TimelineRequest older = page.chosen;
    newer.newer_than = page.newer.value_or("");
    older.older_than = page.older.value_or("");
    return nav(
        cls("pager"), aria_label(view.text("timeline.pages")),
        ul(when(page.newer, [&](const auto&) { return neighbour("prev", newer, view.text("timeline.newer")); }),
           when(page.older, [&](const auto&) { return neighbour("next", older, view.text("timeline.older")); })));
}

Node unknown_notice(const View& view, const TimelinePage& page) {
    if (page.unknown.empty()) return {};
    return alert(view.text("timeline.unknown"), p(cls("kern-body"), view.text("timeline.unknown.explanation")));
}

Node nothing_found(const View& view) {
    return alert(view.text("timeline.empty"),
                 p(cls("kern-body"), fill(view.text("timeline.empty.explanation"),
                                          {{"link", a(cls("kern-link"), href(Url::path(view.paths.timeline())),
                                                      view.text("timeline.empty.link"))}})));
}

} // namespace

PageParts timeline_view(const View& view, const TimelinePage& page) {
    PageParts parts;
    parts.title = view.text("timeline.title");
    parts.description = view.text("timeline.lead");
    parts.current = NavigationItem::timeline;
    parts.breadcrumb = {{text(parts.title), std::nullopt}};
    // One filtered view is one of very many; search engines find all activities by the unfiltered pages and the
    // sitemap.
    if (filtered(page)) parts.indexing = Indexing::forbidden;
    const Node list = !page.activities.empty() ? group(years(view, page.activities), pager(view, page))
                      : filtered(page)         ? nothing_found(view)
                                               : p(view.text("activities.none"));
    parts.contents =
        group(div(cls("wrap"), header(cls("page-head"), h1(cls("kern-heading-x-large"), parts.title),
                                      div(cls("lead"), p(view.text("timeline.lead"))))),
              div(cls("wrap"), timeline_filter(view, page), unknown_notice(view, page), timeline_conditions(view, page),
                  when(page.years.size() > 1, [&] { return year_navigation(view, page); }), list));
    return parts;
}

} // namespace interregio::portal::web
