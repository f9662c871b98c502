#include "modules/portal/web/charts_view.h"

#include "modules/portal/web/view_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

using testing::HasSubstr;
using testing::Not;

ChartsPage some_years() {
    ChartsPage page;
    page.years = without_gaps({{2018, {.held = 1}}, {2020, {.held = 1234, .ahead = 2, .called_off = 3}}});
    return page;
}

TEST(ChartsView, ShowsTheSilentYears) {
    const ViewFixture fixture;
    const auto markup = charts_section(fixture.view(), some_years()).markup();
    EXPECT_THAT(markup, HasSubstr("<span class=\"column__number\">0</span>"));
    EXPECT_THAT(markup, HasSubstr(">2019<"));
}

TEST(ChartsView, CountsApartWhatWasHeldWhatIsAheadAndWhatWasCalledOff) {
    const ViewFixture fixture;
    const auto markup = charts_section(fixture.view(), some_years()).markup();
    EXPECT_THAT(markup, HasSubstr("1,234 + (2)"));
    EXPECT_THAT(markup, HasSubstr("<td>1,234</td><td>2</td><td>3</td>"));
    EXPECT_THAT(markup, HasSubstr("<td>1,235</td><td>2</td><td>3</td>")) << "the sum keeps them apart, too";
    EXPECT_THAT(markup, Not(HasSubstr("1,236")));
}

TEST(ChartsView, WritesNumbersAsTheReaderDoes) {
    const ViewFixture german(languages::german);
    EXPECT_THAT(charts_section(german.view(), some_years()).markup(), HasSubstr("<td>1.234</td>"));
    const ViewFixture polish(languages::polish);
    EXPECT_THAT(charts_section(polish.view(), some_years()).markup(), HasSubstr("<td>1234</td>"));
}

TEST(ChartsView, LinksEachYearToItsActivities) {
    const ViewFixture fixture;
    TimelineRequest of_field;
    of_field.field = "mobility";
    const auto markup = charts_section(fixture.view(), some_years(), of_field).markup();
    EXPECT_THAT(markup, HasSubstr("href=\"/en/timeline?field=mobility&amp;year=2020\""));
    EXPECT_THAT(markup, Not(HasSubstr("year=2019"))) << "there is nothing to see";
}

TEST(ChartsView, TellsHowWellHeadsAreKnown) {
    const ViewFixture fixture;
    ChartsPage page;
    page.origins = {{fixture.rvr_link(), 40, 15, 0, 0}, {std::nullopt, 17, 0, 60, 3}};
    const auto markup = charts_section(fixture.view(), page).markup();
    EXPECT_THAT(markup, HasSubstr("party--b")) << "a partner in its colour";
    EXPECT_THAT(markup, HasSubstr("chart__ink--open"));
    const auto words = html::plain_text(charts_section(fixture.view(), page));
    EXPECT_THAT(words, HasSubstr("40, about 15"));
    EXPECT_THAT(words, HasSubstr("17, 60 planned, 3 groups without a number"));
}

TEST(ChartsView, DrawsFieldsByYearInATable) {
    const ViewFixture fixture;
    ChartsPage page;
    page.fields.columns = {2024, 2025};
    page.fields.first_is_all_before = true;
    page.fields.rows = {
        {fixture.link(RecordKind::field_of_action, "mobility", "Mobility"), {{.held = 4}, {.ahead = 1}}}};
    const auto markup = charts_section(fixture.view(), page).markup();
    EXPECT_THAT(markup, HasSubstr("<th scope=\"col\">to 2024</th><th scope=\"col\">2025</th>"));
    EXPECT_THAT(markup, HasSubstr("<th scope=\"row\"><a class=\"kern-link\""));
    EXPECT_THAT(markup, HasSubstr("(1)"));
}

TEST(ChartsView, IsNotThereWhereThereIsNothingToCompare) {
    const ViewFixture fixture;
    ChartsPage page;
    EXPECT_TRUE(charts_section(fixture.view(), page).empty());
    page.years = {{2018, {.held = 1}}};
    EXPECT_TRUE(charts_section(fixture.view(), page).empty());
}

} // namespace
} // namespace interregio::portal::web
