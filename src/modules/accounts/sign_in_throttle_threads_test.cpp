#include "modules/accounts/sign_in_throttle.h"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

namespace interregio::accounts {
namespace {

TEST(SignInThrottleThreads, LetInNoMoreAtOnceThanOneAfterAnother) {
    const FixedClock clock{Clock::Time{} + std::chrono::hours(1)};
    SignInThrottle throttle(clock);
    std::atomic<int> pair = 0;
    std::atomic<int> account = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 8; ++thread)
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 125; ++i) {
                    pair += !throttle.begin({"anna", "192.0.2.1"});
                    account += !throttle.begin({"jan", "10.0." + std::to_string(thread) + '.' + std::to_string(i)});
                }
            });
    }
    EXPECT_EQ(pair, 5);
    EXPECT_EQ(account, 10);
}

TEST(SignInThrottleThreads, TakeBackAllThatSucceedsAtTheSameTime) {
    const FixedClock clock{Clock::Time{} + std::chrono::hours(1)};
    SignInThrottle throttle(clock);
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 8; ++thread)
            threads.emplace_back([&, thread] {
                const Attempt own{"name" + std::to_string(thread), "192.0.2.1", thread % 2 == 0};
                for (int i = 0; i < 200; ++i) {
                    if (throttle.begin(own)) ++refused;
                    if (i % 3 == 0)
                        throttle.failed(own);
                    else
                        throttle.succeeded(own);
                }
            });
    }
    EXPECT_EQ(refused, 0);
    for (int i = 0; i < 50; ++i) // each ended with a success, so all of the address's fifty are left
        EXPECT_EQ(throttle.begin({"other" + std::to_string(i), "192.0.2.1"}), std::nullopt) << i;
    EXPECT_EQ(throttle.begin({"other50", "192.0.2.1"}), std::chrono::seconds(1));
}

} // namespace
} // namespace interregio::accounts
