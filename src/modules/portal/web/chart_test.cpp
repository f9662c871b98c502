#include "modules/portal/web/chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

using testing::HasSubstr;
using testing::Not;

const ChartText words{"Activities a year", "Columns, one a year", {}, "As a table"};

Bar bar(std::string name, std::string number, std::vector<BarPart> parts) {
    return {html::text(name), std::move(number), {}, std::move(parts)};
}

TEST(Chart, DrawsColumnsInProportionToTheLongest) {
    const auto markup = column_chart(words, {bar("2018", "4", {{4, Ink::solid}}), bar("2019", "1", {{1, Ink::solid}})},
                                     html::text("table"))
                            .markup();
    EXPECT_THAT(markup, HasSubstr("y=\"0\" width=\"10\" height=\"100\""));
    EXPECT_THAT(markup, HasSubstr("y=\"75\" width=\"10\" height=\"25\""));
    EXPECT_THAT(markup, HasSubstr("preserveAspectRatio=\"none\""));
}

TEST(Chart, PutsWhatIsAheadOnTopOfWhatWasHeldWithAnotherEdge) {
    const auto markup =
        column_chart(words, {bar("2025", "1 + (1)", {{1, Ink::solid}, {1, Ink::open}})}, html::text("table")).markup();
    EXPECT_THAT(
        markup,
        HasSubstr("chart__ink--solid\" vector-effect=\"non-scaling-stroke\" y=\"50\" width=\"10\" height=\"50\""));
    EXPECT_THAT(
        markup,
        HasSubstr("chart__ink--open\" vector-effect=\"non-scaling-stroke\" y=\"0\" width=\"10\" height=\"50\""));
}

TEST(Chart, DrawsNothingForNothingButKeepsItsPlace) {
    const auto markup =
        row_chart(words, {bar("RVR", "0", {{0, Ink::solid}}), bar("GZM", "7", {{7, Ink::soft}})}, html::text("table"))
            .markup();
    EXPECT_THAT(markup, HasSubstr("RVR"));
    EXPECT_THAT(markup, Not(HasSubstr("width=\"0\"")));
    EXPECT_THAT(markup, Not(HasSubstr("nan")));
    EXPECT_TRUE(row_chart(words, {}, html::text("table")).empty());
}

TEST(Chart, KeepsASmallBarVisible) {
    const auto markup =
        row_chart(words, {bar("a", "1", {{1, Ink::solid}}), bar("b", "5000", {{5000, Ink::solid}})}, {}).markup();
    EXPECT_THAT(markup, HasSubstr("x=\"0\" width=\"1.5\" height=\"10\""));
}

TEST(Chart, SaysInWordsWhatItDrawsAndHasItsTable) {
    const auto markup = column_chart(words, {bar("2018", "4", {{4, Ink::solid}})}, html::text("the table")).markup();
    EXPECT_THAT(markup, HasSubstr("role=\"img\" aria-label=\"Columns, one a year\""));
    EXPECT_THAT(markup, HasSubstr("<details class=\"chart__table\"><summary>As a table</summary>the table</details>"));
}

TEST(Chart, LetsTheAreaOfADotStandForTheValue) {
    EXPECT_THAT(dot(4, 4, Ink::solid).markup(), HasSubstr("r=\"11\""));
    EXPECT_THAT(dot(1, 4, Ink::solid).markup(), HasSubstr("r=\"5.5\"")); // a quarter of the area, half the radius
    EXPECT_THAT(dot(1, 10000, Ink::open).markup(), HasSubstr("r=\"3\""));
    EXPECT_TRUE(dot(0, 4, Ink::solid).empty());
}

} // namespace
} // namespace interregio::portal::web
