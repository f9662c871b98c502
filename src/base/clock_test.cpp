#include "base/clock.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST(Clock, WritesTimesInUtcToTheSecond) {
    EXPECT_EQ(timestamp(Clock::Time{}), "1970-01-01T00:00:00Z");
    EXPECT_EQ(timestamp(sys_days{2026y / 3 / 1} + 9h + 30min), "2026-03-01T09:30:00Z");
    EXPECT_EQ(timestamp(sys_days{2024y / 2 / 29} + 23h + 59min + 59s + 999ms), "2024-02-29T23:59:59Z");
    EXPECT_EQ(timestamp(sys_days{1969y / 12 / 31} + 23h + 59min + 59s + 1ms), "1969-12-31T23:59:59Z");
    EXPECT_EQ(timestamp(sys_days{std::chrono::year{987} / 6 / 5}), "0987-06-05T00:00:00Z");
}

TEST(Clock, TimestampsSortAsTheTimesDo) {
    Clock::Time time = sys_days{2023y / 12 / 31} + 22h;
    for (int i = 0; i < 200; ++i, time += 47min) EXPECT_LT(timestamp(time), timestamp(time + 47min));
}

TEST(Clock, KnowsTheDayInUtc) {
    EXPECT_EQ(day_of(sys_days{2024y / 2 / 29} + 23h + 59min + 59s + 999ms), 2024y / 2 / 29);
    EXPECT_EQ(day_of(sys_days{2024y / 3 / 1}), 2024y / 3 / 1);
    EXPECT_EQ(day_of(sys_days{1970y / 1 / 1} - 1ms), 1969y / 12 / 31);
}

TEST(Clock, AFixedClockStandsStillUntilItIsSet) {
    FixedClock clock(sys_days{2025y / 10 / 7} + 8h);
    EXPECT_EQ(clock.now(), clock.now());
    EXPECT_EQ(timestamp(clock.now()), "2025-10-07T08:00:00Z");
    clock.set(clock.now() + 1500ms);
    EXPECT_EQ(timestamp(clock.now()), "2025-10-07T08:00:01Z");
}

TEST(Clock, TheSystemsClockTellsTheTime) {
    const SystemClock clock;
    const Clock::Time before = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const Clock::Time now = clock.now();
    EXPECT_GE(now, before);
    EXPECT_LT(now - before, 1min);
}

} // namespace
} // namespace interregio
