#include "modules/portal/web/charts_view.h"

#include "modules/portal/web/chart.h"
#include "modules/portal/web/parts.h"

#include <algorithm>

namespace interregio::portal::web {

using namespace html;

namespace {

constexpr std::size_t most_columns = 25; // drawn; the table has all

std::string number(const View& view, std::int64_t value) { return view.words.number(static_cast<double>(value)); }

/// Which columns the table of a tally needs.
struct Kinds {
    bool ahead = false;
    bool called_off = false;
};

template <class List> Kinds kinds_in(const List& list) {
    Kinds kinds;
    for (const auto& [_, tally] : list) {
        kinds.ahead |= tally.ahead > 0;
        kinds.called_off |= tally.called_off > 0;
    }
    return kinds;
}

Node head_cell(std::string_view words) { return th(scope("col"), words); }

/// "5", or "5 + 2" where two more lie ahead.
std::string column_number(const View& view, const Tally& tally) {
    if (tally.ahead == 0) return number(view, tally.held);
    if (tally.held == 0) return "(" + number(view, tally.ahead) + ")";
    return number(view, tally.held) + " + (" + number(view, tally.ahead) + ")";
}

Node year_table(const View& view, const ChartsPage& page, const TimelineRequest& conditions, Kinds kinds) {
    Tally all;
    for (const auto& year : page.years) all.add(year.activities);
    const auto cells = [&](const Tally& tally) {
        return group(td(number(view, tally.held)), when(kinds.ahead, [&] { return td(number(view, tally.ahead)); }),
                     when(kinds.called_off, [&] { return td(number(view, tally.called_off)); }));
    };
    return table(caption(cls("sr-only"), view.text("charts.years")),
                 thead(tr(head_cell(view.text("charts.year")), head_cell(view.text("charts.held")),
                          when(kinds.ahead, [&] { return head_cell(view.text("charts.ahead")); }),
                          when(kinds.called_off, [&] { return head_cell(view.text("charts.called_off")); }))),
                 tbody(each(page.years,
                            [&](const YearTally& year) {
                                TimelineRequest only = conditions;
                                only.year = std::to_string(year.year);
                                const Node words =
                                    year.activities.empty()
                                        ? text(only.year)
                                        : a(cls("kern-link"), href(Url::path(view.paths.timeline(only))), only.year);
                                return tr(th(scope("row"), words), cells(year.activities));
                            }),
                       tr(cls("chart__sum"), th(scope("row"), view.text("charts.sum")), cells(all))));
}

Node years(const View& view, const ChartsPage& page, const TimelineRequest& conditions) {
    if (page.years.size() < 2) return {};
    const Kinds kinds = kinds_in(page.years);
    const std::size_t first = page.years.size() > most_columns ? page.years.size() - most_columns : 0;
    std::vector<Bar> bars;
    for (std::size_t i = first; i < page.years.size(); ++i) {
        const auto& [year, tally] = page.years[i];
        bars.push_back(
            {text(std::to_string(year)),
             column_number(view, tally),
             {},
             {{static_cast<double>(tally.held), Ink::solid}, {static_cast<double>(tally.ahead), Ink::open}}});
    }
    const Node legend = kinds.ahead ? ul(cls("chart__legend"), chart_sign(Ink::solid, view.text("charts.held")),
                                         chart_sign(Ink::open, view.text("charts.ahead")))
                                    : Node{};
    return column_chart({view.text("charts.years"),
                         view.text("charts.years.label", {{"first", std::to_string(page.years[first].year)},
                                                          {"last", std::to_string(page.years.back().year)}}),
                         legend, view.text("charts.table")},
                        bars, year_table(view, page, conditions, kinds));
}

/// The table is the chart: a dot of the size of the number in each cell.
Node fields(const View& view, const FieldYears& shown) {
    if (shown.rows.empty() || shown.columns.size() < 2) return {};
    double most = 1;
    for (const auto& row : shown.rows)
        for (const auto& tally : row.years) most = std::max(most, static_cast<double>(tally.held + tally.ahead));
    const auto cell = [&](const Tally& tally) {
        const auto value = static_cast<double>(tally.held + tally.ahead);
        const Ink ink = tally.held > 0 ? Ink::solid : Ink::open;
        return td(when(value > 0, [&] {
            return group(dot(value, most, ink), span(cls("matrix__number"), column_number(view, tally)));
        }));
    };
    return figure(
        cls("chart chart--matrix"), h3(cls("chart__title"), view.text("charts.fields")),
        p(cls("chart__note"), view.text("charts.fields.note")),
        // Wide data scrolls; the links in its rows take the keyboard there.
        div(cls("chart__scroll"),
            table(cls("matrix"),
                  thead(tr(head_cell(view.text("charts.field")),
                           each(shown.columns,
                                [&](int year) {
                                    const bool earlier = shown.first_is_all_before && year == shown.columns.front();
                                    const auto words = std::to_string(year);
                                    return head_cell(earlier ? view.text("charts.until", {{"year", words}}) : words);
                                }))),
                  tbody(each(shown.rows, [&](const FieldRow& row) {
                      return tr(th(scope("row"),
                                   a(cls("kern-link"), href(view.paths.to(row.field)), line(view, row.field.name))),
                                each(row.years, cell));
                  })))));
}

std::string heads_words(const View& view, const OriginRow& row) {
    std::string words;
    const auto add = [&](const std::string& more) {
        if (!words.empty()) words += ", ";
        words += more;
    };
    if (row.exact > 0) add(number(view, row.exact));
    if (row.about > 0) add(view.text("number.about", {{"number", number(view, row.about)}}));
    if (row.planned > 0) add(view.text("charts.heads.planned", {{"number", number(view, row.planned)}}));
    if (row.groups_unknown > 0) add(view.words.count("charts.heads.groups_unknown", row.groups_unknown));
    return words;
}

Node origin_name(const View& view, const OriginRow& row) {
    return row.organisation ? organisation_name(view, *row.organisation) : text(view.text("charts.origins.several"));
}

Node origin_table(const View& view, const ChartsPage& page) {
    return table(
        caption(cls("sr-only"), view.text("charts.origins")),
        thead(tr(head_cell(view.text("charts.origin")), head_cell(view.named(HeadCount::exact, "group.head_count.")),
                 head_cell(view.named(HeadCount::about, "group.head_count.")),
                 head_cell(view.named(HeadCount::planned, "group.head_count.")),
                 head_cell(view.text("charts.heads.unknown")))),
        tbody(each(page.origins, [&](const OriginRow& row) {
            return tr(th(scope("row"), row.organisation ? a(cls("kern-link"), href(view.paths.to(*row.organisation)),
                                                            origin_name(view, row))
                                                        : origin_name(view, row)),
                      td(number(view, row.exact)), td(number(view, row.about)), td(number(view, row.planned)),
                      td(number(view, row.groups_unknown)));
        })));
}

Node origins(const View& view, const ChartsPage& page) {
    std::vector<Bar> bars;
    OriginRow all;
    for (const OriginRow& row : page.origins) {
        all.exact += row.exact;
        all.about += row.about;
        all.planned += row.planned;
        bars.push_back({origin_name(view, row),
                        heads_words(view, row),
                        row.organisation ? party_class(view, row.organisation->page.id) : std::string{},
                        {{static_cast<double>(row.exact), Ink::solid},
                         {static_cast<double>(row.about), Ink::soft},
                         {static_cast<double>(row.planned), Ink::open}}});
    }
    const auto sign = [&](std::int64_t heads, Ink ink, HeadCount head_count) {
        return when(heads > 0, [&] { return chart_sign(ink, view.named(head_count, "group.head_count.")); });
    };
    const Node legend =
        ul(cls("chart__legend"), sign(all.exact, Ink::solid, HeadCount::exact),
           sign(all.about, Ink::soft, HeadCount::about), sign(all.planned, Ink::open, HeadCount::planned));
    return row_chart(
        {view.text("charts.origins"), view.text("charts.origins.label"), legend, view.text("charts.table")}, bars,
        origin_table(view, page));
}

} // namespace

Node charts_section(const View& view, const ChartsPage& page, const TimelineRequest& conditions) {
    const Node of_years = years(view, page, conditions);
    const Node of_fields = fields(view, page.fields);
    const Node of_origins = origins(view, page);
    if (of_years.empty() && of_fields.empty() && of_origins.empty()) return {};
    return section_of_page("charts", view.text("charts.title"), div(cls("charts"), of_years, of_origins, of_fields));
}

} // namespace interregio::portal::web
