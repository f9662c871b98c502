#include "modules/portal/web/timeline_view.h"
#include "modules/portal/web/view_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(TimelineView, SaysWhereThereWasSilence) {
    const ViewFixture fixture;
    TimelinePage page;
    page.activities = {card_of(fixture, "2025-01-15", "Conference"), card_of(fixture, "2023-06-03", "Festival"),
                       card_of(fixture, "2020-06-02", "Seminar")};
    const auto words = text_of(timeline_view(fixture.view(), page));
    EXPECT_THAT(words, HasSubstr("19 months without a meeting"));
    EXPECT_THAT(words, HasSubstr("More than 3 years without a meeting"));
    EXPECT_LT(words.find("Conference"), words.find("19 months"));
    EXPECT_LT(words.find("19 months"), words.find("Festival"));
    page.filter.kind = ActivityKind::festival; // what lies between two festivals is not silence
    EXPECT_THAT(text_of(timeline_view(fixture.view(), page)), Not(HasSubstr("without a meeting")));
}

TEST(TimelineView, NamesEachSeasonOnce) {
    const ViewFixture fixture;
    TimelinePage page;
    page.activities = {card_of(fixture, "2025-09-02", "A"), card_of(fixture, "2025-09-01", "B"),
                       card_of(fixture, "2025-08-31", "C"), card_of(fixture, "2025", "D"),
                       card_of(fixture, "2024-08", "E")};
    const auto words = text_of(timeline_view(fixture.view(), page));
    EXPECT_EQ(words.find("Autumn"), words.rfind("Autumn"));
    EXPECT_LT(words.find("Autumn"), words.find("Summer"));
    EXPECT_NE(words.find("Summer"), words.rfind("Summer")); // of both years
    EXPECT_THAT(words, Not(HasSubstr("Winter")));           // "2025" is no January
}

TEST(TimelineView, SetsApartWhatIsToCome) {
    const ViewFixture fixture;
    TimelinePage page;
    page.today = std::chrono::year_month_day{std::chrono::year{2026} / 11 / 24};
    page.coming = {card_of(fixture, "2027-06", "Regatta", ActivityStatus::announced)};
    page.activities = {card_of(fixture, "2025-10", "Visit")};
    const auto words = text_of(timeline_view(fixture.view(), page));
    const auto coming = words.find("Coming up");
    const auto today = words.find("Today, 24\u00A0November 2026");
    ASSERT_NE(today, std::string::npos);
    EXPECT_LT(coming, words.find("Regatta"));
    EXPECT_LT(words.find("Announced"), today);
    EXPECT_LT(words.find("Regatta"), today);
    EXPECT_LT(today, words.find("Visit"));
}

TEST(TimelineView, JoinsTheEditionsOfASeriesAndNamesIt) {
    const ViewFixture fixture;
    TimelinePage page;
    page.activities = {card_of(fixture, "2025-06", "Bread 2025"), card_of(fixture, "2025-01", "Conference"),
                       card_of(fixture, "2024-06", "Bread 2024")};
    const auto series = fixture.link(RecordKind::series, "bread", "United by Bread");
    page.activities[0].series = series;
    page.activities[2].series = series;
    page.activities[0].row.edition = 4;
    const auto parts = timeline_view(fixture.view(), page);
    EXPECT_THAT(text_of(parts), HasSubstr("Series: United by Bread, edition 4"));
    const auto markup = parts.contents.markup();
    EXPECT_THAT(markup, HasSubstr("lane lane--1 lane--newest lane--edition"));
    EXPECT_THAT(markup, HasSubstr("lane lane--1 lane--oldest lane--edition"));
    EXPECT_THAT(markup, HasSubstr("timeline--lanes-1"));
    page.activities[2].series.reset();
    EXPECT_THAT(timeline_view(fixture.view(), page).contents.markup(), Not(HasSubstr("class=\"lane")));
}

TEST(TimelineView, ShowsYearsWithoutActivitiesInTheStrip) {
    const ViewFixture fixture;
    TimelinePage page;
    page.activities = {card_of(fixture, "2025-06", "Bread")};
    page.years = {{2025, 5}, {2023, 1}};
    const auto markup = timeline_view(fixture.view(), page).contents.markup();
    EXPECT_THAT(markup, HasSubstr("2024: no activity"));
    EXPECT_THAT(markup, HasSubstr("year=2025"));
    EXPECT_THAT(markup, Not(HasSubstr("year=2024")));
}

} // namespace
} // namespace interregio::portal::web
