#pragma once
// Charts: bars drawn as SVG, with their names and numbers as text of the page, so that both keep the reader's size of
// letters and the bars fill what room there is. Pure functions from values to markup; they know nothing of the record.
//
// No meaning is carried by colour alone: each bar has its number beside it, what is not certain has another outline,
// and all of it is in a table, which the caller gives.

#include "platform/html/elements.h"

#include <string>
#include <vector>

namespace interregio::portal::web {

/// How sure a number is: filled, tinted with an edge, or only an edge, which is not closed.
enum class Ink { solid, soft, open };

struct BarPart {
    double value = 0; ///< not negative
    Ink ink = Ink::solid;
};

struct Bar {
    html::Node name;     ///< "2019"; an organisation
    std::string number;  ///< beside the bar: "5", "17 + 60 planned"
    std::string classes; ///< further ones, for example those of a party; may be empty
    std::vector<BarPart> parts;
    [[nodiscard]] double sum() const;
};

struct ChartText {
    std::string title;       ///< visible, the heading of the figure
    std::string description; ///< instead of the drawing, for those who do not see it
    html::Node legend;       ///< may be empty
    std::string table_words; ///< what opens the table
};

/// Upright bars side by side, for a row of years. Without bars nothing.
[[nodiscard]] html::Node column_chart(const ChartText& words, const std::vector<Bar>& bars, const html::Node& table);
/// Lying bars one below the other, for things with long names. Without bars nothing.
[[nodiscard]] html::Node row_chart(const ChartText& words, const std::vector<Bar>& bars, const html::Node& table);

/// A dot of which the area stands for the value, as large as its box for `most`; nothing for 0.
[[nodiscard]] html::Node dot(double value, double most, Ink ink);

/// One line of a legend.
[[nodiscard]] html::Node chart_sign(Ink ink, std::string_view words);

} // namespace interregio::portal::web
