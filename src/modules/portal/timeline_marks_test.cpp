#include "modules/portal/timeline_marks.h"

#include "base/clock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PartialDate date(std::string_view edtf) { return PartialDate::parse(edtf).value(); }

TEST(TimelineMarks, ASeasonBeginsWithItsFirstMonth) {
    EXPECT_EQ(season_of(date("2025-02-28")), Season::winter);
    EXPECT_EQ(season_of(date("2025-03-01")), Season::spring);
    EXPECT_EQ(season_of(date("2025-05-31")), Season::spring);
    EXPECT_EQ(season_of(date("2025-06")), Season::summer);
    EXPECT_EQ(season_of(date("2025-08-31/2025-09-02")), Season::summer);
    EXPECT_EQ(season_of(date("2025-09-01")), Season::autumn);
    EXPECT_EQ(season_of(date("2025-11")), Season::autumn);
    EXPECT_EQ(season_of(date("2025-12-01")), Season::winter);
    EXPECT_EQ(season_of(date("2025-01")), Season::winter);
}

TEST(TimelineMarks, ASeasonIsKnownOrNotSaid) {
    EXPECT_EQ(season_of(date("2025-23")), Season::autumn);
    EXPECT_EQ(season_of(date("2025")), std::nullopt);
    EXPECT_EQ(season_of(date("../2025-06")), std::nullopt);
}

TEST(TimelineMarks, ASilenceHasTwelveWholeMonths) {
    EXPECT_EQ(silent_months(date("2019-08-09"), date("2020-08-09")), 12);
    EXPECT_EQ(silent_months(date("2019-08-09"), date("2020-08-08")), std::nullopt);
    EXPECT_EQ(silent_months(date("2022-06-26/2022-06-27"), date("2023-06-27")), 12);
    EXPECT_EQ(silent_months(date("2022-06-26/2022-06-27"), date("2023-06-26")), std::nullopt);
}

TEST(TimelineMarks, AVagueDateNeverMakesASilenceLonger) {
    EXPECT_EQ(silent_months(date("2019"), date("2021")), 12); // from the end of 2019 to the beginning of 2021
    EXPECT_EQ(silent_months(date("2019"), date("2020")), std::nullopt);
    EXPECT_EQ(silent_months(date("2017-07-01/.."), date("2025")), std::nullopt);
}

class Silences : public testing::Test {
  protected:
    void add(std::string_view edtf, ActivityStatus status = ActivityStatus::held) {
        ActivityRow row;
        row.date = date(edtf);
        row.status = status;
        rows_.push_back(row);
    }
    [[nodiscard]] std::vector<std::optional<int>> found() const {
        std::vector<const ActivityRow*> pointers;
        for (const auto& row : rows_) pointers.push_back(&row);
        return silences(pointers);
    }

  private:
    std::vector<ActivityRow> rows_;
};

TEST_F(Silences, StandAtTheActivityBeforeThem) {
    add("2025-01-15");
    add("2023-06-03");
    add("2023-01-10");
    EXPECT_THAT(found(), ElementsAre(std::nullopt, 19, std::nullopt));
}

TEST_F(Silences, AreNotBrokenByWhatWasNotHeld) {
    add("2025-01-15");
    add("2024-03-10", ActivityStatus::cancelled);
    add("2024-02-10", ActivityStatus::announced);
    add("2023-06-03");
    EXPECT_THAT(found(), ElementsAre(std::nullopt, std::nullopt, std::nullopt, 19));
}

TEST_F(Silences, AreBrokenByALongActivityThatBeganEarlier) {
    add("2025-01-15");
    add("2023-06-03");
    add("2023-02-01/2024-12-31");
    EXPECT_THAT(found(), ElementsAre(std::nullopt, std::nullopt, std::nullopt));
}

TEST(TimelineMarks, YearsWithoutActivitiesAreShownAmongTheOthers) {
    const auto slots = year_slots({{2025, 5}, {2023, 1}, {2022, 16}});
    ASSERT_EQ(slots.size(), 4U);
    EXPECT_EQ(slots[0].year, 2022);
    EXPECT_EQ(slots[0].level, 8);
    EXPECT_EQ(slots[1].level, 1); // one of sixteen is not nothing
    EXPECT_EQ(slots[2].year, 2024);
    EXPECT_EQ(slots[2].level, 0);
    EXPECT_EQ(slots[3].level, 3);
}

TEST(TimelineMarks, YearsFarApartStandSideBySide) {
    EXPECT_EQ(year_slots({{2079, 1}, {2000, 1}}).size(), 80U);
    EXPECT_EQ(year_slots({{2080, 1}, {2000, 1}}).size(), 2U);
    EXPECT_THAT(year_slots({}), IsEmpty());
}

class SeriesLanes : public testing::Test {
  protected:
    const SystemClock clock_;
    const std::optional<Uuid> bread_{Uuid::make(clock_)};
    const std::optional<Uuid> forum_{Uuid::make(clock_)};
    const std::optional<Uuid> music_{Uuid::make(clock_)};
    const std::optional<Uuid> youth_{Uuid::make(clock_)};
    const std::optional<Uuid> none_;
};

TEST_F(SeriesLanes, JoinEditionsPastWhatLiesBetweenThem) {
    const std::vector series{none_, bread_, none_, bread_, none_};
    const auto marks = series_lanes(series);
    EXPECT_THAT(marks[0], IsEmpty());
    ASSERT_EQ(marks[1].size(), 1U);
    EXPECT_EQ(marks[1][0].part, LanePart::newest);
    EXPECT_TRUE(marks[1][0].edition);
    ASSERT_EQ(marks[2].size(), 1U);
    EXPECT_EQ(marks[2][0].part, LanePart::between);
    EXPECT_FALSE(marks[2][0].edition);
    ASSERT_EQ(marks[3].size(), 1U);
    EXPECT_EQ(marks[3][0].part, LanePart::oldest);
    EXPECT_THAT(marks[4], IsEmpty());
}

TEST_F(SeriesLanes, LeaveASingleEditionAlone) {
    const std::vector series{bread_, none_, forum_};
    for (const auto& marks : series_lanes(series)) EXPECT_THAT(marks, IsEmpty());
}

TEST_F(SeriesLanes, RunBesideEachOtherAndReuseAFreeLane) {
    const std::vector series{bread_, forum_, bread_, music_, forum_, music_};
    const auto marks = series_lanes(series);
    EXPECT_EQ(marks[1].back().lane, 1); // the forum, while the first lane is taken
    EXPECT_EQ(marks[3].back().lane, 0); // the music, where the first lane is free again
}

TEST_F(SeriesLanes, AreAtMostThree) {
    const std::vector series{bread_, forum_, music_, youth_, bread_, forum_, music_, youth_};
    const auto marks = series_lanes(series);
    EXPECT_EQ(marks[3].size(), 3U);
    EXPECT_THAT(marks[7], IsEmpty());
}

} // namespace
} // namespace interregio::portal
