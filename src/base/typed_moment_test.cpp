#include "base/typed_moment.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

std::string read_moment(std::string_view day, std::string_view time, Language reader = languages::german) {
    const auto moment = read_typed_moment(day, time, reader);
    if (moment) return timestamp(*moment);
    return (moment.error().field == MomentRefusal::Field::day ? "day " : "time ") + moment.error().refusal.key;
}

TEST(TypedMoment, IsADayAndATimeInUtc) {
    EXPECT_EQ(read_moment("30.11.2026", "09:30"), "2026-11-30T09:30:00Z");
    EXPECT_EQ(read_moment("2026-11-30", "9:30"), "2026-11-30T09:30:00Z");
    EXPECT_EQ(read_moment("30 listopada 2026", " 9.30 ", languages::polish), "2026-11-30T09:30:00Z");
    EXPECT_EQ(read_moment("November 30, 2026", "23:59", languages::english), "2026-11-30T23:59:00Z");
    EXPECT_EQ(read_moment("29.2.2028", "0:00"), "2028-02-29T00:00:00Z");
}

TEST(TypedMoment, SaysWhichFieldIsWrong) {
    for (const char* day : {"November 2026", "2026", "1.–2.11.2026", "vermutlich 1.11.2026", "seit 1.11.2026"})
        EXPECT_EQ(read_moment(day, "9:30"), "day refusal.moment.day") << day;
    EXPECT_EQ(read_moment("31.11.2026", "9:30"), "day refusal.date.no_such_day");
    EXPECT_EQ(read_moment("", "9:30"), "day refusal.moment.no_day");
    EXPECT_EQ(read_moment("1.11.2026", ""), "time refusal.moment.no_time");
    for (const char* time : {" ", "9", "24:00", "12:60", "9:3", "-1:30", "9:300", "9:3x", "morgens", ":30", "9:+1"})
        EXPECT_EQ(read_moment("1.11.2026", time), "time refusal.moment.time") << time;
}

} // namespace
} // namespace interregio
