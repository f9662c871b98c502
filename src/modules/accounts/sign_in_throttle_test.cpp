#include "modules/accounts/sign_in_throttle.h"

#include <functional>
#include <gtest/gtest.h>
#include <optional>
#include <string>

namespace interregio::accounts {
namespace {

using namespace std::chrono_literals;

using Wait = std::optional<std::chrono::seconds>;

/// The n-th of addresses that are all different.
std::string address(int n) {
    return "10." + std::to_string(n / 65536) + '.' + std::to_string(n / 256 % 256) + '.' + std::to_string(n % 256);
}

class SignInThrottleTest : public testing::Test {
  protected:
    void pass(std::chrono::milliseconds time) { clock.set(clock.now() + time); }
    /// Fails so often, each time as soon as it may.
    void fail(const Attempt& attempt, int times = 1) {
        for (int i = 0; i < times; ++i) {
            if (const Wait wait = throttle.begin(attempt)) {
                pass(*wait);
                ASSERT_EQ(throttle.begin(attempt), std::nullopt);
            }
            throttle.failed(attempt);
        }
    }
    void succeed(const Attempt& attempt) {
        if (const Wait wait = throttle.begin(attempt)) {
            pass(*wait);
            ASSERT_EQ(throttle.begin(attempt), std::nullopt);
        }
        throttle.succeeded(attempt);
    }
    /// How long an attempt would have to wait, which is then as if it had not been.
    Wait wait(const Attempt& attempt) {
        const Wait found = throttle.begin(attempt);
        EXPECT_TRUE(found) << "it was let in, so it has counted";
        return found;
    }
    /// How many attempts a guesser has within the time, each made as soon as it may be.
    int attempts_within(std::chrono::hours time, const std::function<Attempt(int)>& attempt) {
        const Clock::Time end = clock.now() + time;
        int begun = 0;
        while (clock.now() < end) {
            if (const Wait left = throttle.begin(attempt(begun))) {
                pass(*left);
                continue;
            }
            throttle.failed(attempt(begun++));
        }
        return begun;
    }

    FixedClock clock{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1} + 12h};
    SignInThrottle throttle{clock};
    const Attempt stranger{"anna", "192.0.2.1"};
    const Attempt own_browser{"anna", "198.51.100.7", true};
};

TEST_F(SignInThrottleTest, LetsFiveBeTriedThenDoublesTheWaitToAQuarterOfAnHourThenADay) {
    for (int i = 0; i < 5; ++i) {
        ASSERT_EQ(throttle.begin(stranger), std::nullopt) << i;
        throttle.failed(stranger);
    }
    for (const auto expected : {1s, 2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 512s, 900s, 900s, 900s, 900s, 900s}) {
        EXPECT_EQ(throttle.begin(stranger), expected);
        pass(expected - 1ms);
        EXPECT_EQ(throttle.begin(stranger), 1s) << "seconds are rounded up";
        pass(1ms);
        ASSERT_EQ(throttle.begin(stranger), std::nullopt) << expected.count();
        throttle.failed(stranger);
    }
    EXPECT_EQ(throttle.begin(stranger), 24h);
}

TEST_F(SignInThrottleTest, WaitsFromTheEndOfAFailure) {
    const auto waits_from_the_end = [this](const Attempt& last, const Attempt& next) {
        ASSERT_EQ(throttle.begin(last), std::nullopt);
        pass(2s);
        throttle.failed(last);
        pass(999ms);
        EXPECT_EQ(wait(next), 1s);
        pass(1ms);
        EXPECT_EQ(throttle.begin(next), std::nullopt);
    };
    fail(stranger, 4);
    waits_from_the_end(stranger, stranger);
    for (int i = 0; i < 9; ++i) fail({"jan", address(i)});
    waits_from_the_end({"jan", address(9)}, {"jan", address(10)});
    for (int i = 0; i < 49; ++i) fail({"name" + std::to_string(i), "192.0.2.9"});
    waits_from_the_end({"name49", "192.0.2.9"}, {"name50", "192.0.2.9"});
}

TEST_F(SignInThrottleTest, CountsAnAttemptThatNeverEnds) {
    for (int i = 0; i < 5; ++i) ASSERT_EQ(throttle.begin(stranger), std::nullopt);
    EXPECT_EQ(wait(stranger), 1s);
}

TEST_F(SignInThrottleTest, ProlongsNothingByARefusal) {
    fail(stranger, 8);
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(wait(stranger), 8s);
    pass(8s);
    EXPECT_EQ(throttle.begin(stranger), std::nullopt);
}

TEST_F(SignInThrottleTest, LetsTenBeTriedAtAnAccountFromAnywhere) {
    for (int i = 0; i < 10; ++i) {
        ASSERT_EQ(throttle.begin({"anna", address(i)}), std::nullopt) << i;
        throttle.failed({"anna", address(i)});
    }
    EXPECT_EQ(wait({"anna", address(10)}), 1s);
    EXPECT_EQ(throttle.begin({"jan", address(10)}), std::nullopt);
    for (int i = 10; i < 20; ++i) fail({"anna", address(i)});
    EXPECT_EQ(wait({"anna", address(20)}), 15min);
}

TEST_F(SignInThrottleTest, ComesToADayWith90InARowAtAnAccount) {
    for (int i = 0; i < 89; ++i) fail({"anna", address(i)});
    EXPECT_EQ(wait({"anna", address(89)}), 15min);
    fail({"anna", address(89)});
    EXPECT_EQ(wait({"anna", address(90)}), 24h);
    for (int i = 90; i < 100; ++i) {
        fail({"anna", address(i)});
        EXPECT_EQ(wait({"anna", address(i + 1)}), 24h) << i;
    }
}

TEST_F(SignInThrottleTest, LetsFiftyBeTriedFromAnAddressAtAnyAccounts) {
    for (int i = 0; i < 50; ++i) {
        const Attempt attempt{"name" + std::to_string(i), "192.0.2.1"};
        ASSERT_EQ(throttle.begin(attempt), std::nullopt) << i;
        throttle.failed(attempt);
    }
    EXPECT_EQ(wait({"name50", "192.0.2.1"}), 1s);
    EXPECT_EQ(throttle.begin({"name50", "192.0.2.2"}), std::nullopt);
    for (int i = 50; i < 61; ++i) fail({"name" + std::to_string(i), "192.0.2.1"});
    EXPECT_EQ(wait({"name61", "192.0.2.1"}), 15min) << "61 less the one forgotten in the 17 minutes that it took";
    for (int i = 61; i < 200; ++i) fail({"name" + std::to_string(i), "192.0.2.1"});
    EXPECT_EQ(wait({"name200", "192.0.2.1"}), 15min) << "never a day: others may be behind the same address";
}

TEST_F(SignInThrottleTest, ForgetsOneOfAnAddressEachQuarterOfAnHour) {
    for (int i = 0; i < 50; ++i) fail({"name" + std::to_string(i), "192.0.2.1"});
    pass(2 * 15min);
    fail({"name50", "192.0.2.1"});
    fail({"name51", "192.0.2.1"});
    EXPECT_EQ(wait({"name52", "192.0.2.1"}), 1s);
}

TEST_F(SignInThrottleTest, ForgetsOneOfAnAccountAndOfAPairEachDay) {
    fail(stranger, 7);
    pass(2 * 24h);
    fail(stranger);
    EXPECT_EQ(wait(stranger), 2s) << "eight, of which two are forgotten";
    for (int i = 0; i < 4; ++i) fail({"anna", address(i)});
    EXPECT_EQ(wait({"anna", address(4)}), 1s);
}

TEST_F(SignInThrottleTest, LetsAKnownDeviceInWhateverStrangersDo) {
    for (int i = 0; i < 95; ++i) fail({"anna", address(i)});
    for (int i = 0; i < 60; ++i) fail({"name" + std::to_string(i), own_browser.address});
    EXPECT_GT(wait({"anna", own_browser.address}), 15min) << "the same as an unknown device";
    for (int i = 0; i < 5; ++i) {
        ASSERT_EQ(throttle.begin(own_browser), std::nullopt) << i;
        throttle.failed(own_browser);
    }
    EXPECT_EQ(wait(own_browser), 1s) << "it has a counter of its own";
}

TEST_F(SignInThrottleTest, CountsKnownDevicesForThemselves) {
    fail(own_browser, 20);
    EXPECT_EQ(wait(own_browser), 24h);
    EXPECT_EQ(wait({"anna", address(1), true}), 15min) << "a cookie that was stolen is tried from everywhere";
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(throttle.begin({"name" + std::to_string(i), own_browser.address}), std::nullopt);
    EXPECT_EQ(throttle.begin(stranger), std::nullopt);
    EXPECT_EQ(throttle.begin({"jan", address(1), true}), std::nullopt);
}

TEST_F(SignInThrottleTest, ForgetsThePairWhenItSucceeds) {
    fail(stranger, 7);
    succeed(stranger);
    for (int i = 0; i < 5; ++i) {
        ASSERT_EQ(throttle.begin(stranger), std::nullopt) << i;
        throttle.failed(stranger);
    }
    EXPECT_EQ(wait(stranger), 1s);
    for (int i = 0; i < 5; ++i) // of the account's ten, five were from here
        ASSERT_EQ(throttle.begin({"anna", address(i)}), std::nullopt) << i;
    EXPECT_EQ(wait({"anna", address(5)}), 1s);
}

TEST_F(SignInThrottleTest, KeepsWhatOthersDidToTheAccountWhenOneSucceeds) {
    for (int i = 0; i < 15; ++i) fail({"anna", address(i)});
    fail(stranger, 4);
    succeed(stranger);
    EXPECT_EQ(wait({"anna", address(15)}), 32s) << "fifteen, as before";
    succeed(own_browser);
    EXPECT_EQ(wait({"anna", address(15)}), 32s);
}

TEST_F(SignInThrottleTest, KeepsWhatTheAddressDidToOtherAccountsWhenItSucceeds) {
    const Attempt own_account{"mallory", "192.0.2.1"};
    for (int i = 0; i < 48; ++i) fail({"name" + std::to_string(i), "192.0.2.1"});
    for (int i = 0; i < 1000; ++i) { // own failures are taken back, those of others are not
        ASSERT_EQ(throttle.begin(own_account), std::nullopt) << i;
        throttle.succeeded(own_account);
    }
    fail(own_account);
    succeed(own_account);
    EXPECT_EQ(throttle.begin({"name48", "192.0.2.1"}), std::nullopt);
    EXPECT_EQ(throttle.begin({"name49", "192.0.2.1"}), std::nullopt);
    EXPECT_EQ(wait({"name50", "192.0.2.1"}), 1s);
}

TEST_F(SignInThrottleTest, TakesBackFromAnAddressOnlyWhatItHasNotForgotten) {
    const Attempt own_account{"mallory", "192.0.2.1"};
    fail(own_account, 4);
    pass(2h); // the address has forgotten them, the pair has not
    for (int i = 0; i < 49; ++i) fail({"name" + std::to_string(i), "192.0.2.1"});
    succeed(own_account);
    EXPECT_EQ(throttle.begin({"name49", "192.0.2.1"}), std::nullopt);
    EXPECT_EQ(wait({"name50", "192.0.2.1"}), 1s);
}

TEST_F(SignInThrottleTest, LetsAWholeOfficeSignIn) {
    for (int i = 0; i < 500; ++i) {
        const Attempt colleague{"name" + std::to_string(i), "192.0.2.1"};
        for (int failure = 0; failure < 3; ++failure) {
            ASSERT_EQ(throttle.begin(colleague), std::nullopt) << i;
            throttle.failed(colleague);
        }
        ASSERT_EQ(throttle.begin(colleague), std::nullopt) << i;
        throttle.succeeded(colleague);
    }
}

TEST_F(SignInThrottleTest, CountsIpv6ByItsNetworkOf64Bits) {
    for (int i = 0; i < 5; ++i) fail({"anna", "2001:db8:1:2::" + std::to_string(i)});
    EXPECT_EQ(wait({"anna", "2001:0DB8:1:2:ffff:ffff:ffff:ffff"}), 1s);
    EXPECT_EQ(throttle.begin({"anna", "2001:db8:1:3::1"}), std::nullopt);
    for (int i = 0; i < 5; ++i) fail({"jan", "fe80::1%eth" + std::to_string(i)});
    EXPECT_EQ(wait({"jan", "fe80::2"}), 1s);
}

TEST_F(SignInThrottleTest, CountsIpv4WrittenAsIpv6AsIpv4) {
    fail({"anna", "::ffff:192.0.2.1"}, 4);
    fail({"anna", "::ffff:c000:201"});
    EXPECT_EQ(wait({"anna", "192.0.2.1"}), 1s);
    EXPECT_EQ(throttle.begin({"anna", "::ffff:192.0.2.2"}), std::nullopt);
}

TEST_F(SignInThrottleTest, CountsWhatIsNoAddressAsItIsWritten) {
    fail({"anna", "unix:"}, 5);
    EXPECT_EQ(wait({"anna", "unix:"}), 1s);
    EXPECT_EQ(throttle.begin({"anna", ""}), std::nullopt);
}

TEST_F(SignInThrottleTest, CountsNamesByTheirFirst254Bytes) {
    const std::string name(254, 'a');
    fail({name, "192.0.2.1"}, 5);
    EXPECT_EQ(wait({name + std::string(1'000'000, 'b'), "192.0.2.1"}), 1s);
    EXPECT_EQ(throttle.begin({name.substr(1), "192.0.2.1"}), std::nullopt);
}

TEST_F(SignInThrottleTest, GivesAPatientGuesserFewAttemptsAYear) {
    constexpr std::chrono::hours year = 365 * 24h;
    EXPECT_EQ(attempts_within(year, [](int n) { return Attempt{"anna", address(n)}; }), 454);
    EXPECT_EQ(attempts_within(year, [](int) { return Attempt{"jan", "192.0.2.1"}; }), 384);
    EXPECT_EQ(attempts_within(year, [](int n) { return Attempt{"eva", address(n), true}; }), 454);
}

TEST_F(SignInThrottleTest, GivesFarFewerThanAHundredAttemptsAnHour) { // ASVS 4.0.3, 2.2.1
    EXPECT_EQ(attempts_within(1h, [](int n) { return Attempt{"anna", address(n)}; }), 22);
}

TEST_F(SignInThrottleTest, LeavesNewDevicesAQuarterOfAnHourWhenOneStrangerGuessesForAYear) {
    attempts_within(365 * 24h, [this](int) { return stranger; });
    fail(stranger);
    EXPECT_EQ(wait({"anna", address(1)}), 15min);
    pass(15min);
    EXPECT_EQ(throttle.begin({"anna", address(1)}), std::nullopt);
}

TEST_F(SignInThrottleTest, CountsNothingThatHasNotBegun) {
    for (int i = 0; i < 100; ++i) throttle.failed(stranger);
    throttle.succeeded(stranger);
    fail(stranger, 4);
    EXPECT_EQ(throttle.begin(stranger), std::nullopt);
}

TEST_F(SignInThrottleTest, RemembersWhoWasAttackedInAFloodOfNamesAndAddresses) {
    for (int i = 0; i < 12; ++i) fail({"anna", address(i)});
    for (int i = 0; i < 60'000; ++i)
        ASSERT_EQ(throttle.begin({"name" + std::to_string(i), address(1000 + i)}), std::nullopt);
    EXPECT_EQ(wait({"anna", address(999)}), 4s);
}

TEST_F(SignInThrottleTest, CountsNoNameTooFewInAFlood) {
    for (int round = 0; round < 2; ++round) // fills the room for names with more than a newcomer has
        for (int i = 0; i < 50'000; ++i)
            ASSERT_EQ(throttle.begin({"name" + std::to_string(i), address(i)}), std::nullopt);
    int tried = 0;
    for (int i = 0; i < 1000; ++i)
        for (const char* name : {"anna", "jan"}) tried += !throttle.begin({name, address(100'000 + i)});
    EXPECT_LE(tried, 2 * 10);
}

TEST_F(SignInThrottleTest, DoesNotProlongAWaitWhenTheClockIsSetBack) {
    fail(stranger, 8);
    pass(-1h);
    EXPECT_EQ(wait(stranger), 8s);
    pass(8s);
    EXPECT_EQ(throttle.begin(stranger), std::nullopt);
}

} // namespace
} // namespace interregio::accounts
