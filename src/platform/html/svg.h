#pragma once
// Elements and attributes of SVG within HTML: what maps and charts are drawn with. Sizes and positions are numbers, so
// that nothing else can stand in them; colours are classes, as the Content-Security-Policy allows no style attribute.

#include "platform/html/elements.h"

#include <initializer_list>
#include <string>

namespace interregio::html::svg {

inline constexpr Element<"svg"> drawing;
inline constexpr Element<"g"> g;
inline constexpr Element<"path"> path;
inline constexpr Element<"circle"> circle;
inline constexpr Element<"rect"> rect;
inline constexpr Element<"line"> line;
inline constexpr Element<"text"> text;
inline constexpr Element<"use"> use;
inline constexpr Element<"defs"> defs;
inline constexpr Element<"linearGradient"> linear_gradient;
inline constexpr Element<"stop"> stop;
inline constexpr Element<"pattern"> pattern;

/// With one decimal at most: "12", "3.5". A tenth of a unit is less than can be seen.
[[nodiscard]] std::string number(double value);

#define INTERREGIO_NUMBER_ATTRIBUTE(function, name)                                                                    \
    [[nodiscard]] inline Attribute<name> function(double value) { return {number(value)}; }
INTERREGIO_NUMBER_ATTRIBUTE(x, "x")
INTERREGIO_NUMBER_ATTRIBUTE(y, "y")
INTERREGIO_NUMBER_ATTRIBUTE(cx, "cx")
INTERREGIO_NUMBER_ATTRIBUTE(cy, "cy")
INTERREGIO_NUMBER_ATTRIBUTE(r, "r")
INTERREGIO_NUMBER_ATTRIBUTE(rx, "rx")
INTERREGIO_NUMBER_ATTRIBUTE(x1, "x1")
INTERREGIO_NUMBER_ATTRIBUTE(y1, "y1")
INTERREGIO_NUMBER_ATTRIBUTE(x2, "x2")
INTERREGIO_NUMBER_ATTRIBUTE(y2, "y2")
INTERREGIO_NUMBER_ATTRIBUTE(width, "width")
INTERREGIO_NUMBER_ATTRIBUTE(height, "height")
#undef INTERREGIO_NUMBER_ATTRIBUTE

/// From the upper left corner, which is 0 0.
[[nodiscard]] inline Attribute<"viewBox"> view_box(double width, double height) {
    return {"0 0 " + number(width) + ' ' + number(height)};
}
/// What is scaled first and then moved.
[[nodiscard]] Attribute<"transform"> move_and_scale(double x, double y, double scale);

/// The commands of a path: to("M", {x, y}).
[[nodiscard]] std::string to(std::string_view command, std::initializer_list<double> numbers);
[[nodiscard]] inline Attribute<"d"> d(std::string_view commands) { return {std::string(commands)}; }

} // namespace interregio::html::svg
