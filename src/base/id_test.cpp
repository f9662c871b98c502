#include "base/id.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

namespace interregio {
namespace {

using namespace std::chrono_literals;

struct Person {};
struct Town {};

/// Ahead of the system's clock, so that the time within the process is what the test says; each call a later year.
Clock::Time later() {
    static int year = 2100;
    return std::chrono::sys_days{std::chrono::year{year++} / 1 / 1} + 123ms;
}

std::uint64_t milliseconds(const Uuid& uuid) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < 6; ++i) out = out << 8 | uuid.bytes()[i];
    return out;
}

TEST(Uuid, IsVersionSevenOfTheRfcVariant) {
    const SystemClock clock;
    for (int i = 0; i < 1000; ++i) {
        const Uuid uuid = Uuid::make(clock);
        EXPECT_EQ(uuid.bytes()[6] >> 4, 7);
        EXPECT_EQ(uuid.bytes()[8] >> 6, 0b10);
        EXPECT_EQ(uuid.text()[14], '7');
        EXPECT_NE(std::string("89ab").find(uuid.text()[19]), std::string::npos);
    }
}

TEST(Uuid, BeginsWithTheMilliseconds) {
    const FixedClock clock(later());
    EXPECT_EQ(milliseconds(Uuid::make(clock)), static_cast<std::uint64_t>(clock.now().time_since_epoch().count()));
}

TEST(Uuid, GrowsWithinOneMillisecond) {
    const FixedClock clock(later());
    Uuid last = Uuid::make(clock);
    for (int i = 0; i < 20000; ++i) { // more than the 12-bit counter holds: the millisecond has to be borrowed
        const Uuid next = Uuid::make(clock);
        ASSERT_LT(last, next) << i;
        ASSERT_LT(last.text(), next.text()) << i;
        last = next;
    }
    EXPECT_LT(milliseconds(last) - static_cast<std::uint64_t>(clock.now().time_since_epoch().count()), 10U);
}

TEST(Uuid, GrowsWhenTheClockIsSetBack) {
    FixedClock clock(later());
    const Uuid before = Uuid::make(clock);
    clock.set(clock.now() - 1h);
    EXPECT_LT(before, Uuid::make(clock));
}

TEST(Uuid, IsNeverTheSameTwiceInManyThreads) {
    const SystemClock clock;
    std::vector<std::vector<Uuid>> made(4);
    std::vector<std::thread> threads;
    for (std::vector<Uuid>& mine : made)
        threads.emplace_back([&mine, &clock] {
            for (int i = 0; i < 2000; ++i) mine.push_back(Uuid::make(clock));
        });
    for (std::thread& thread : threads) thread.join();
    std::unordered_set<Uuid> all;
    for (const std::vector<Uuid>& mine : made) {
        EXPECT_TRUE(std::ranges::is_sorted(mine));
        all.insert(mine.begin(), mine.end());
    }
    EXPECT_EQ(all.size(), 8000U);
}

TEST(Uuid, HoldsRandomBits) {
    const FixedClock clock(later());
    std::set<std::string> tails;
    for (int i = 0; i < 1000; ++i) tails.insert(Uuid::make(clock).text().substr(19));
    EXPECT_EQ(tails.size(), 1000U);
}

TEST(Uuid, WritesAndReadsThirtySixCharacters) {
    const std::string text = "01890a5d-ac96-774b-bcce-b302099a8057";
    const auto uuid = Uuid::parse(text);
    ASSERT_TRUE(uuid);
    EXPECT_EQ(uuid->text(), text);
    EXPECT_EQ(uuid->bytes()[0], 0x01);
    EXPECT_EQ(uuid->bytes()[15], 0x57);
    EXPECT_EQ(Uuid::parse("01890A5D-AC96-774B-BCCE-B302099A8057"), uuid);
    const Uuid made = Uuid::make(SystemClock{});
    EXPECT_EQ(Uuid::parse(made.text()), made);
}

TEST(Uuid, ReadsNothingElse) {
    using namespace std::string_view_literals;
    for (const std::string_view text : {
             ""sv,
             "01890a5d-ac96-774b-bcce-b302099a805"sv,
             "01890a5d-ac96-774b-bcce-b302099a80577"sv,
             "01890a5dac96774bbcceb302099a8057"sv,
             "{01890a5d-ac96-774b-bcce-b302099a8057}"sv,
             "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057"sv,
             "01890a5d-ac96-774b-bcce-b302099a805g"sv,
             "01890a5d_ac96_774b_bcce_b302099a8057"sv,
             "01890a5d-ac96-774b-bcceb-302099a8057"sv,
             "01890a5-dac96-774b-bcce-b302099a8057"sv,
             " 1890a5d-ac96-774b-bcce-b302099a8057"sv,
             "01890a5d-ac96-774b-bcce-b302099a805 "sv,
             "0x890a5d-ac96-774b-bcce-b302099a8057"sv,
             "01890a5d-ac96-774b-bcce-b302099a805\0"sv,
             "------------------------------------"sv,
             "ä1890a5d-ac96-774b-bcce-b302099a805"sv,
         })
        EXPECT_FALSE(Uuid::parse(text)) << text;
}

TEST(Uuid, NilStandsForNoneYet) {
    EXPECT_TRUE(Uuid{}.nil());
    EXPECT_EQ(Uuid{}.text(), "00000000-0000-0000-0000-000000000000");
    EXPECT_EQ(Uuid::parse("00000000-0000-0000-0000-000000000000"), Uuid{});
    EXPECT_FALSE(Uuid::make(SystemClock{}).nil());
}

TEST(Id, SaysWhatItIdentifies) {
    static_assert(!std::is_convertible_v<Id<Person>, Id<Town>>);
    static_assert(!std::is_convertible_v<Uuid, Id<Person>>);
    static_assert(!std::is_convertible_v<Id<Person>, Uuid>);
    const Uuid uuid = Uuid::make(SystemClock{});
    const Id<Person> id(uuid);
    EXPECT_EQ(id.uuid(), uuid);
    EXPECT_EQ(id.text(), uuid.text());
    EXPECT_EQ(id, Id<Person>(uuid));
    EXPECT_NE(id, Id<Person>{});
    EXPECT_TRUE(Id<Person>{}.nil());
    EXPECT_EQ(std::hash<Id<Person>>{}(id), std::hash<Uuid>{}(uuid));
    EXPECT_EQ((std::unordered_set<Id<Person>>{id, Id<Person>(uuid), Id<Person>{}}.size()), 2U);
}

} // namespace
} // namespace interregio
