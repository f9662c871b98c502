#include "platform/metrics/health.h"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <stdexcept>
#include <thread>

namespace interregio::metrics {
namespace {

using namespace std::chrono_literals;

TEST(HealthChecks, TheWorstFindingIsTheHealth) {
    HealthChecks checks;
    EXPECT_EQ(checks.report().health, Health::ok);
    Finding one;
    Finding two;
    checks.add("one", [&] { return one; });
    checks.add("two", [&] { return two; });
    checks.look({});
    EXPECT_EQ(checks.report().health, Health::ok);
    two = {Health::degraded, "low", "3 bytes"};
    checks.look({});
    EXPECT_EQ(checks.report().health, Health::degraded);
    one = {Health::unavailable, "gone", ""};
    checks.look({});
    const HealthReport report = checks.report();
    EXPECT_EQ(report.health, Health::unavailable);
    ASSERT_EQ(report.checks.size(), 2U);
    EXPECT_EQ(report.checks[0].name, "one");
    EXPECT_EQ(report.checks[0].finding, one);
    EXPECT_EQ(report.checks[1].finding, two);
    EXPECT_EQ(checks.health_of("two"), Health::degraded);
    EXPECT_EQ(checks.health_of("none"), Health::unavailable);
}

TEST(HealthChecks, OnlyChangesAreSaid) {
    HealthChecks checks;
    Finding finding;
    checks.add("one", [&] { return finding; });
    std::vector<std::string> said;
    const auto look = [&] {
        checks.look([&](const CheckedFinding& now) { said.push_back(now.name + " " + now.finding.code); });
    };
    look();
    EXPECT_TRUE(said.empty()) << "all was well from the beginning";
    finding = {Health::degraded, "low", "3 bytes"};
    look();
    finding.detail = "2 bytes";
    look();
    finding.code = "full";
    look();
    finding = {};
    look();
    look();
    EXPECT_EQ(said, (std::vector<std::string>{"one low", "one full", "one "}));
}

TEST(HealthChecks, ACheckThatThrowsIsUnavailable) {
    HealthChecks checks;
    checks.add("one", []() -> Finding { throw std::runtime_error("no disk"); });
    checks.look({});
    EXPECT_EQ(checks.report().checks[0].finding, (Finding{Health::unavailable, "failed", "no disk"}));
}

TEST(HealthChecks, ACheckThatDoesNotEndIsUnavailable) {
    HealthChecks checks;
    std::atomic<bool> going_on = true;
    std::atomic<bool> begun = false;
    checks.add("quick", [] { return Finding{}; });
    checks.add("stuck", [&] {
        begun = true;
        while (going_on) std::this_thread::sleep_for(1ms);
        return Finding{};
    });
    std::jthread thread([&] { checks.look({}); });
    while (!begun) std::this_thread::sleep_for(1ms);
    const auto now = std::chrono::steady_clock::now();
    EXPECT_EQ(checks.report(now).health, Health::ok);
    const HealthReport later = checks.report(now + HealthChecks::patience + 1s);
    EXPECT_EQ(later.health, Health::unavailable);
    EXPECT_EQ(later.checks[0].finding, Finding{});
    EXPECT_EQ(later.checks[1].finding.code, "no_answer");
    going_on = false;
    thread.join();
    EXPECT_EQ(checks.report(now + 1h).health, Health::ok) << "nothing runs, so nothing is stuck";
}

TEST(HealthChecksDeath, NamesArePlain) {
    HealthChecks checks;
    EXPECT_DEATH(checks.add("One", [] { return Finding{}; }), "a check has a name");
    EXPECT_DEATH(checks.add("", [] { return Finding{}; }), "a check has a name");
}

} // namespace
} // namespace interregio::metrics
