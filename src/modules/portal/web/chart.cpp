#include "modules/portal/web/chart.h"

#include "platform/html/svg.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace interregio::portal::web {

using namespace html;

namespace {

constexpr double length = 100; // of the longest bar, in units of its drawing
constexpr double thickness = 10;
constexpr double least = 1.5; // a bar that is there can be seen

std::string class_of(Ink ink) {
    constexpr std::array<std::string_view, 3> names{"solid", "soft", "open"};
    return "chart__ink chart__ink--" + std::string(names[static_cast<std::size_t>(ink)]);
}

double longest(const std::vector<Bar>& bars) {
    double most = 0;
    for (const auto& bar : bars) most = std::max(most, bar.sum());
    return most;
}

enum class Direction { up, right };

/// The parts one after the other, from the foot. Stretched to its box: the edges keep their width.
Node drawn(const Bar& bar, double most, Direction direction) {
    const bool up = direction == Direction::up;
    double at = 0;
    const auto rects = each(bar.parts, [&](const BarPart& part) {
        if (part.value <= 0 || most <= 0) return Node{};
        const double size = std::max(least, part.value / most * length);
        const double from = std::min(at, length - size);
        at = from + size;
        const auto edge = attribute<"vector-effect">("non-scaling-stroke");
        return up ? svg::rect(cls(class_of(part.ink)), edge, svg::y(length - at), svg::width(thickness),
                              svg::height(size))
                  : svg::rect(cls(class_of(part.ink)), edge, svg::x(from), svg::width(size), svg::height(thickness));
    });
    return svg::drawing(cls("chart__bar"), up ? svg::view_box(thickness, length) : svg::view_box(length, thickness),
                        Attribute<"preserveAspectRatio">{"none"}, rects);
}

Node figure_of(const ChartText& words, std::string_view kind, const Node& bars, const Node& table) {
    return figure(cls("chart chart--" + std::string(kind)), h3(cls("chart__title"), words.title),
                  div(cls("chart__drawing"), role("img"), aria_label(words.description), bars), words.legend,
                  details(cls("chart__table"), summary(words.table_words), table));
}

} // namespace

double Bar::sum() const {
    double all = 0;
    for (const auto& part : parts) all += part.value;
    return all;
}

Node column_chart(const ChartText& words, const std::vector<Bar>& bars, const Node& table) {
    if (bars.empty()) return {};
    const double most = longest(bars);
    return figure_of(words, "columns",
                     each(bars,
                          [&](const Bar& bar) {
                              return div(cls("column" + (bar.classes.empty() ? "" : " " + bar.classes)),
                                         span(cls("column__number"), bar.number), drawn(bar, most, Direction::up),
                                         span(cls("column__name"), bar.name));
                          }),
                     table);
}

Node row_chart(const ChartText& words, const std::vector<Bar>& bars, const Node& table) {
    if (bars.empty()) return {};
    const double most = longest(bars);
    return figure_of(words, "rows",
                     each(bars,
                          [&](const Bar& bar) {
                              return div(cls("row" + (bar.classes.empty() ? "" : " " + bar.classes)),
                                         span(cls("row__name"), bar.name), drawn(bar, most, Direction::right),
                                         span(cls("row__number"), bar.number));
                          }),
                     table);
}

Node dot(double value, double most, Ink ink) {
    if (value <= 0 || most <= 0) return {};
    constexpr double box = 24;
    constexpr double edge = 1;
    const double radius = std::max(3.0, (box / 2 - edge) * std::sqrt(std::min(1.0, value / most)));
    return svg::drawing(cls("chart__dot"), svg::view_box(box, box), aria_hidden("true"),
                        svg::circle(cls(class_of(ink)), svg::cx(box / 2), svg::cy(box / 2), svg::r(radius)));
}

Node chart_sign(Ink ink, std::string_view words) {
    return li(svg::drawing(cls("chart__sign"), svg::view_box(24, 24), aria_hidden("true"),
                           svg::rect(cls(class_of(ink)), svg::x(3), svg::y(3), svg::width(18), svg::height(18))),
              words);
}

} // namespace interregio::portal::web
