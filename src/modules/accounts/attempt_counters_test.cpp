#include "modules/accounts/attempt_counters.h"

#include <gtest/gtest.h>
#include <string>

namespace interregio::accounts {
namespace {

using namespace std::chrono_literals;

constexpr Clock::Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 1} + 12h;
constexpr WaitingRule waits_at_once{1, 90, 24h, Newcomer::begins_empty};
constexpr WaitingRule waits_and_takes_over{1, 90, 24h, Newcomer::takes_over_evicted};

CounterKey named(const std::string& account) { return {account, {}}; }

void add(AttemptCounters& counters, const std::string& account, int times, Clock::Time now = noon) {
    for (int i = 0; i < times; ++i) counters.add(named(account), now);
}

TEST(WaitingRule, DoublesFromASecondToAQuarterOfAnHourThenADay) {
    const WaitingRule rule{5, 20, 24h};
    EXPECT_EQ(rule.wait_after(0), 0s);
    EXPECT_EQ(rule.wait_after(4), 0s);
    EXPECT_EQ(rule.wait_after(5), 1s);
    EXPECT_EQ(rule.wait_after(6), 2s);
    EXPECT_EQ(rule.wait_after(7), 4s);
    EXPECT_EQ(rule.wait_after(14), 512s);
    EXPECT_EQ(rule.wait_after(15), 15min);
    EXPECT_EQ(rule.wait_after(19), 15min);
    EXPECT_EQ(rule.wait_after(20), 24h);
    EXPECT_EQ(rule.wait_after(1'000'000'000'000), 24h);
}

TEST(AttemptCounters, WaitFromTheLastOne) {
    AttemptCounters counters(waits_at_once, 10);
    EXPECT_EQ(counters.wait(named("anna"), noon), 0s);
    add(counters, "anna", 3);
    EXPECT_EQ(counters.wait(named("anna"), noon), 4s);
    EXPECT_EQ(counters.wait(named("anna"), noon + 3999ms), 1ms);
    EXPECT_EQ(counters.wait(named("anna"), noon + 4s), 0s);
    EXPECT_EQ(counters.wait(named("anna"), noon + 1h), 0s);
    EXPECT_EQ(counters.wait(named("jan"), noon), 0s);
    counters.restart_wait(named("anna"), noon + 2s);
    EXPECT_EQ(counters.wait(named("anna"), noon + 3s), 3s);
    counters.restart_wait(named("jan"), noon);
    EXPECT_EQ(counters.size(), 1U) << "restarting counts nothing";
}

TEST(AttemptCounters, ForgetOneADay) {
    AttemptCounters counters(waits_at_once, 10);
    add(counters, "anna", 3);
    add(counters, "anna", 1, noon + 24h - 1ms);
    EXPECT_EQ(counters.wait(named("anna"), noon + 24h - 1ms), 8s) << "the fourth";
    add(counters, "jan", 3);
    add(counters, "jan", 1, noon + 24h);
    EXPECT_EQ(counters.wait(named("jan"), noon + 24h), 4s) << "the third, as one is forgotten";
    EXPECT_EQ(counters.weight(named("jan"), noon + 24h), 72h);
    EXPECT_EQ(counters.weight(named("jan"), noon + 96h), 0h);
    EXPECT_EQ(counters.weight(named("nobody"), noon), 0h);
}

TEST(AttemptCounters, TakeBackSoMuch) {
    AttemptCounters counters(waits_at_once, 10);
    add(counters, "anna", 5);
    counters.take(named("anna"), 48h, noon);
    EXPECT_EQ(counters.wait(named("anna"), noon), 4s);
    counters.take(named("anna"), 72h, noon);
    EXPECT_EQ(counters.size(), 0U);
    counters.take(named("anna"), 72h, noon);
    add(counters, "anna", 1);
    EXPECT_EQ(counters.wait(named("anna"), noon), 1s) << "there is no credit";
    counters.forget(named("anna"));
    counters.forget(named("anna"));
    EXPECT_EQ(counters.wait(named("anna"), noon), 0s);
}

TEST(AttemptCounters, ProlongNoWaitWhenTheClockIsSetBack) {
    AttemptCounters counters(waits_at_once, 10);
    add(counters, "anna", 3);
    EXPECT_EQ(counters.wait(named("anna"), noon - 100h), 4s);
    EXPECT_EQ(counters.wait(named("anna"), noon - 100h + 4s), 0s);
    EXPECT_EQ(counters.weight(named("anna"), noon - 100h), 72h) << "and they count no more than before";
}

TEST(AttemptCounters, AreNeverMoreThanSoMany) {
    AttemptCounters counters(waits_at_once, 3);
    for (int i = 0; i < 1000; ++i) add(counters, std::to_string(i), 1, noon + i * 1s);
    EXPECT_EQ(counters.size(), 3U);
    EXPECT_EQ(counters.weight(named("996"), noon), 0s);
    EXPECT_GT(counters.weight(named("997"), noon), 0s);
    add(counters, "later", 1, noon + 1000h);
    EXPECT_EQ(counters.size(), 1U) << "what is forgotten goes by itself";
}

TEST(AttemptCounters, DropWhatWouldBeForgottenFirst) {
    AttemptCounters counters(waits_at_once, 3);
    add(counters, "anna", 4);
    add(counters, "jan", 2);
    add(counters, "eva", 2);
    add(counters, "jan", 1, noon + 24h); // two again, and touched after Eva, who has one
    for (int i = 0; i < 100; ++i) add(counters, "new" + std::to_string(i), 1, noon + 24h);
    EXPECT_EQ(counters.weight(named("eva"), noon + 24h), 0h);
    EXPECT_EQ(counters.weight(named("jan"), noon + 24h), 48h);
    EXPECT_EQ(counters.weight(named("anna"), noon + 24h), 72h);
    EXPECT_EQ(counters.weight(named("new99"), noon + 24h), 24h);
    EXPECT_EQ(counters.weight(named("new98"), noon + 24h), 0h);
}

TEST(AttemptCounters, DropTheOneTouchedLongestAgoOfEquals) {
    AttemptCounters counters(waits_at_once, 2);
    add(counters, "jan", 1);
    add(counters, "anna", 1);
    add(counters, "eva", 1);
    EXPECT_EQ(counters.weight(named("jan"), noon), 0h);
    EXPECT_EQ(counters.weight(named("anna"), noon), 24h);
    add(counters, "anna", 1);
    counters.take(named("anna"), 24h, noon); // as many as Eva again, but touched later
    add(counters, "tom", 1);
    EXPECT_EQ(counters.weight(named("eva"), noon), 0h);
    EXPECT_EQ(counters.weight(named("anna"), noon), 24h);
}

TEST(AttemptCounters, CountNeverTooFewWhenTheyTakeOver) {
    AttemptCounters counters(waits_and_takes_over, 2);
    add(counters, "anna", 5);
    add(counters, "eva", 2);
    for (int i = 0; i < 3; ++i) { // without taking over, these two would drive each other out and never come to wait
        add(counters, "jan", 1);
        add(counters, "tom", 1);
    }
    EXPECT_GE(counters.weight(named("jan"), noon) + counters.weight(named("tom"), noon), 3 * 24h);
    EXPECT_EQ(counters.size(), 2U);
    EXPECT_EQ(counters.weight(named("tom"), noon), 7 * 24h) << "13 are counted, of which two stay apart: 6 and 7";
}

} // namespace
} // namespace interregio::accounts
