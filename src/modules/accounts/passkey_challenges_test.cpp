#include "modules/accounts/passkey_challenges.h"

#include <gtest/gtest.h>

namespace interregio::accounts {
namespace {

using namespace std::chrono_literals;

class Challenges : public testing::Test {
  protected:
    FixedClock clock_{Clock::Time(1'700'000'000s)};
    PasskeyChallenges challenges_{clock_};
};

TEST_F(Challenges, AreForOneReaderAndPurpose) {
    const auto one = challenges_.give(Ceremony::sign_in, "reader");
    EXPECT_NE(one, challenges_.give(Ceremony::sign_in, "reader"));
    EXPECT_TRUE(challenges_.is_good(Ceremony::sign_in, "reader", one));
    EXPECT_FALSE(challenges_.is_good(Ceremony::proof, "reader", one));
    EXPECT_FALSE(challenges_.is_good(Ceremony::registration, "reader", one));
    EXPECT_FALSE(challenges_.is_good(Ceremony::sign_in, "other", one));
    EXPECT_FALSE(challenges_.is_good(Ceremony::sign_in, "", one));
    auto changed = one;
    changed.front() = changed.front() == 'A' ? 'B' : 'A';
    EXPECT_FALSE(challenges_.is_good(Ceremony::sign_in, "reader", changed));
    EXPECT_FALSE(challenges_.is_good(Ceremony::sign_in, "reader", one + "="));
    EXPECT_FALSE(challenges_.is_good(Ceremony::sign_in, "reader", ""));
}

TEST_F(Challenges, WorkOnceAndOneByOne) {
    const auto one = challenges_.give(Ceremony::sign_in, "reader");
    const auto other = challenges_.give(Ceremony::sign_in, "reader");
    EXPECT_TRUE(challenges_.use_up(one));
    EXPECT_FALSE(challenges_.use_up(one));
    EXPECT_FALSE(challenges_.is_good(Ceremony::sign_in, "reader", one));
    EXPECT_TRUE(challenges_.is_good(Ceremony::sign_in, "reader", other));
}

TEST_F(Challenges, EndAndStayUsedUntilThen) {
    const auto one = challenges_.give(Ceremony::sign_in, "reader");
    const auto used = challenges_.give(Ceremony::sign_in, "reader");
    EXPECT_TRUE(challenges_.use_up(used));
    clock_.set(clock_.now() + challenge_lifetime - 1ms);
    const auto later = challenges_.give(Ceremony::sign_in, "reader");
    EXPECT_TRUE(challenges_.use_up(later)) << "which forgets those whose time is over";
    EXPECT_TRUE(challenges_.is_good(Ceremony::sign_in, "reader", one));
    EXPECT_FALSE(challenges_.is_good(Ceremony::sign_in, "reader", used));
    clock_.set(clock_.now() + 1ms);
    EXPECT_FALSE(challenges_.is_good(Ceremony::sign_in, "reader", one));
}

TEST_F(Challenges, AreWorthNothingAfterARestart) {
    const PasskeyChallenges restarted(clock_);
    EXPECT_FALSE(restarted.is_good(Ceremony::sign_in, "reader", challenges_.give(Ceremony::sign_in, "reader")));
}

} // namespace
} // namespace interregio::accounts
