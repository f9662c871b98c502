#include "modules/portal/web/timeline_view.h"

#include "modules/portal/timeline_marks.h"
#include "modules/portal/web/parts.h"
#include "modules/portal/web/timeline_filter_view.h"

#include <algorithm>
#include <array>
#include <span>

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

/// An entry with what stands beside it on the line.
struct Row {
    const ActivityCard* card = nullptr;
    std::vector<LaneMark> lanes{};
    std::optional<int> silence{};   ///< months without a meeting, going down, to the next older one
    std::optional<Season> season{}; ///< where one begins, going down
};

enum class Beside { above, entry, below };

/// The pieces of the lines of series beside an entry, or beside what stands above or below it.
Node lanes(const Row& row, Beside beside) {
    return each(row.lanes, [&](const LaneMark& mark) {
        // Above the newest edition there is no line, and none below the oldest.
        if (beside == Beside::above && mark.part == LanePart::newest) return Node{};
        if (beside == Beside::below && mark.part == LanePart::oldest) return Node{};
        constexpr std::array<std::string_view, 3> parts{"newest", "between", "oldest"};
        const bool whole = beside != Beside::entry;
        const auto part = whole ? "between" : parts.at(static_cast<std::size_t>(mark.part));
        std::string classes = "lane lane--" + std::to_string(mark.lane + 1) + " lane--" + std::string(part);
        if (!whole && mark.edition) classes += " lane--edition";
        return span(cls(classes), aria_hidden("true"));
    });
}

Node silence(const View& view, int months) {
    constexpr int months_counted_up_to = 24;
    constexpr int months_of_year = 12;
    const auto words = months < months_counted_up_to
                           ? view.words.count("timeline.silence.months", months)
                           : view.words.count("timeline.silence.years", months / months_of_year);
    // The longer the silence, the more room it takes, up to four years.
    const int length = std::min(months / months_of_year, 4);
    return p(cls("silence silence--" + std::to_string(length)), words);
}

Node season_label(const View& view, Season season) {
    constexpr std::array<std::string_view, 4> keys{"timeline.season.spring", "timeline.season.summer",
                                                   "timeline.season.autumn", "timeline.season.winter"};
    return p(cls("season"),
             view.text(keys.at(static_cast<std::size_t>(season) - static_cast<std::size_t>(Season::spring))));
}

Node series_line(const View& view, const ActivityCard& card) {
    if (!card.series) return {};
    const Node name_line = line(view, card.series->name);
    return p(cls("entry__series"),
             card.row.edition ? fill(view.text("timeline.series.edition"),
                                     {{"series", name_line}, {"edition", text(std::to_string(*card.row.edition))}})
                              : fill(view.text("timeline.series"), {{"series", name_line}}));
}

Node entry_text(const View& view, const ActivityCard& card) {
    const Node status = status_badge_in_list(view, card.row.status);
    const Node where = card.row.form == Form::online ? span(view.named(card.row.form, "activity.form."))
                       : card.town                   ? span(line(view, *card.town))
                                                     : Node{};
    return div(
        cls("entry__text"),
        p(cls("kern-preline"), date(view, card.row.date), " ", span(view.named(card.row.kind, "activity.kind.")), " ",
          where, when(!status.empty(), [&] { return group(" ", status); })),
        h3(cls("kern-title"), lang_of(view, card.page.name), a(href(view.paths.to(card.page)), card.page.name.body)),
        when(card.summary,
             [&](const ShownText& words) { return p(cls("kern-body"), lang_of(view, words), teaser(words)); }),
        series_line(view, card));
}

Node entry(const View& view, const Row& row, Loading loading_kind) {
    const ActivityCard& card = *row.card;
    const bool held = card.row.status == ActivityStatus::held;
    const auto classes = held ? (card.host ? party_class(view, *card.host) : std::string{}) : std::string("is-open");
    return li(when(!classes.empty(), [&] { return cls(classes); }),
              div(cls("timeline__before"), lanes(row, Beside::above),
                  when(row.season, [&](Season season) { return season_label(view, season); })),
              article(cls("entry"), lanes(row, Beside::entry),
                      when(card.picture,
                           [&](const Picture& shown_picture) {
                               return figure(cls("entry__picture"),
                                             image(view, shown_picture, loading_kind, PictureRoom::entry),
                                             figcaption(cls("credit"), shown_picture.credit));
                           }),
                      entry_text(view, card)),
              when(row.silence, [&](int months) {
                  return div(cls("timeline__after"), lanes(row, Beside::below), silence(view, months));
              }));
}

Node entries(const View& view, std::span<const Row> rows, Loading first) {
    Node out;
    for (const Row& row : rows) out += entry(view, row, &row == rows.data() ? first : Loading::lazy);
    return ol(cls("timeline__entries"), out);
}

/// With a filter set, what lies between two entries says nothing about silence.
bool shows_all(const TimelinePage& page) {
    ActivityFilter filter = page.filter;
    filter.partnership.reset();
    return filter == ActivityFilter{};
}

std::vector<Row> rows_of(const TimelinePage& page) {
    std::vector<const ActivityRow*> activities;
    std::vector<std::optional<Uuid>> series;
    for (const auto* list : {&page.coming, &page.activities})
        for (const auto& card : *list) series.push_back(card.series ? std::optional(card.series->id) : std::nullopt);
    for (const auto& card : page.activities) activities.push_back(&card.row);
    const auto lane_marks = series_lanes(series);
    const auto silent = silences(activities);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < page.coming.size(); ++i) rows.push_back({&page.coming[i], lane_marks[i]});
    std::optional<Season> season;
    int year = 0;
    for (std::size_t i = 0; i < page.activities.size(); ++i) {
        const auto& card = page.activities[i];
        Row row{&card, lane_marks[page.coming.size() + i]};
        // Between this entry and the one below it; the last one on the page has none.
        if (shows_all(page) && i + 1 < silent.size()) row.silence = silent[i + 1];
        const auto own_season = season_of(card.row.date);
        if (own_season && (own_season != season || year_of(card) != year)) row.season = own_season;
        season = own_season;
        year = year_of(card);
        rows.push_back(std::move(row));
    }
    return rows;
}

Node year_section(const View& view, std::span<const Row> rows, Loading first) {
    const auto words = year_words(year_of(*rows.front().card));
    return section(cls("timeline__year"), id("y" + words), aria_labelledby("h" + words), h2(id("h" + words), words),
                   entries(view, rows, first));
}

/// What is to come stands apart from what was; between the two is today.
Node coming(const View& view, const TimelinePage& page, std::span<const Row> rows) {
    const PartialDate today(DatePoint{DatePrecision::day, static_cast<int>(page.today.year()),
                                      static_cast<unsigned>(page.today.month()),
                                      static_cast<unsigned>(page.today.day())});
    return group(section(cls("timeline__coming"), aria_labelledby("coming"),
                         h2(id("coming"), view.text("timeline.coming")), entries(view, rows, Loading::eager)),
                 p(cls("timeline__today"), fill(view.text("timeline.today"), {{"date", date(view, today)}})));
}

/// The entries, under a heading for each year.
Node years(const View& view, const TimelinePage& page) {
    const auto rows = rows_of(page);
    const std::span<const Row> all(rows);
    Node out;
    int lane_count = 0;
    for (const Row& row : rows)
        for (const LaneMark& mark : row.lanes) lane_count = std::max(lane_count, mark.lane + 1);
    if (!page.coming.empty()) out += coming(view, page, all.first(page.coming.size()));
    for (std::size_t begin = page.coming.size(); begin < rows.size();) {
        std::size_t end = begin;
        while (end < rows.size() && year_of(*rows[end].card) == year_of(*rows[begin].card)) ++end;
        out += year_section(view, all.subspan(begin, end - begin), begin == 0 ? Loading::eager : Loading::lazy);
        begin = end;
    }
    return div(cls("timeline timeline--lanes-" + std::to_string(lane_count)), out);
}

Node year_slot(const View& view, const TimelinePage& page, const YearSlot& slot) {
    const auto words = year_words(slot.year);
    const Node bar = span(cls("density__bar density__bar--" + std::to_string(slot.level)), aria_hidden("true"));
    if (slot.activities == 0)
        return li(span(cls("density__year density__year--none"), bar, span(aria_hidden("true"), words),
                       span(cls("sr-only"), view.text("timeline.year.none", {{"year", words}}))));
    TimelineRequest conditions = page.chosen;
    conditions.year = words;
    const bool chosen = page.filter.year == slot.year;
    return li(
        a(cls("density__year"), href(Url::path(view.paths.timeline(conditions))), when(chosen, aria_current("true")),
          span(cls("density__count"), aria_hidden("true"), view.words.number(static_cast<double>(slot.activities))),
          bar, words, " ", span(cls("sr-only"), view.words.count("activities.count", slot.activities))));
}

/// How full each year was, and the way to it with the filter as it is set, so that a hundred thousand activities are
/// two steps away.
Node year_navigation(const View& view, const TimelinePage& page) {
    return nav(cls("years-nav"), aria_label(view.text("timeline.years")),
               ul(cls("density"),
                  each(year_slots(page.years), [&](const YearSlot& slot) { return year_slot(view, page, slot); })));
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
    const bool any = !page.activities.empty() || !page.coming.empty();
    const Node list = any              ? group(years(view, page), pager(view, page))
                      : filtered(page) ? nothing_found(view)
                                       : p(view.text("activities.none"));
    parts.contents =
        group(div(cls("wrap"), header(cls("page-head"), h1(cls("kern-heading-x-large"), parts.title),
                                      div(cls("lead"), p(view.text("timeline.lead"))))),
              div(cls("wrap"), when(page.years.size() > 1, [&] { return year_navigation(view, page); }),
                  timeline_filter(view, page), unknown_notice(view, page), timeline_conditions(view, page), list));
    return parts;
}

} // namespace interregio::portal::web
