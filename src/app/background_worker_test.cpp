#include "app/background_worker.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace interregio {
namespace {

using namespace std::chrono_literals;

constexpr auto for_ever = std::chrono::hours{24};

TEST(BackgroundWorker, WorksAgainAndAgain) {
    std::atomic<int> times = 0;
    const BackgroundWorker worker(
        1ms, [&](const std::stop_token&) { times.fetch_add(1), times.notify_all(); }, [](const std::exception&) {});
    for (int seen = times.load(); seen < 3; seen = times.load()) times.wait(seen);
    SUCCEED();
}

TEST(BackgroundWorker, EndsInThePauseAtOnce) {
    std::atomic<int> times = 0;
    {
        const BackgroundWorker worker(
            for_ever, [&](const std::stop_token&) { times.fetch_add(1), times.notify_all(); },
            [](const std::exception&) {});
        times.wait(0);
    }
    EXPECT_EQ(times.load(), 1);
}

TEST(BackgroundWorker, TellsTheWorkToEnd) {
    std::atomic<bool> begun = false;
    std::atomic<bool> told = false;
    {
        const BackgroundWorker worker(
            for_ever,
            [&](const std::stop_token& stop) {
                begun = true;
                begun.notify_all();
                std::mutex mutex;
                std::condition_variable_any wake;
                std::unique_lock lock(mutex);
                told = !wake.wait_for(lock, stop, for_ever, [] { return false; }) && stop.stop_requested();
            },
            [](const std::exception&) {});
        begun.wait(false);
    }
    EXPECT_TRUE(told.load());
}

TEST(BackgroundWorker, OutlivesAFailure) {
    std::atomic<int> times = 0;
    std::atomic<int> failures = 0;
    const BackgroundWorker worker(
        1ms,
        [&](const std::stop_token&) {
            times.fetch_add(1);
            times.notify_all();
            throw std::runtime_error("disk full");
        },
        [&](const std::exception& error) { failures += std::string(error.what()) == "disk full" ? 1 : 1000; });
    for (int seen = times.load(); seen < 3; seen = times.load()) times.wait(seen);
    EXPECT_GE(failures.load(), 2);
    EXPECT_LT(failures.load(), 1000);
}

} // namespace
} // namespace interregio
