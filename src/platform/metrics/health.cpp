#include "platform/metrics/health.h"

#include "base/assert.h"

#include <algorithm>
#include <exception>

namespace interregio::metrics {
namespace {

Finding found_by(const HealthChecks::Look& look) {
    try {
        return look();
    } catch (const std::exception& error) {
        return {Health::unavailable, "failed", error.what()};
    }
}

} // namespace

std::string_view name_of(Health health) {
    switch (health) {
    case Health::ok:
        return "ok";
    case Health::degraded:
        return "degraded";
    case Health::unavailable:
        break;
    }
    return "unavailable";
}

void HealthChecks::add(std::string name, Look look) {
    const bool plain = std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '.' || c == '_'; });
    INTERREGIO_ASSERT(plain && !name.empty() && look, "a check has a name and something to do");
    const std::scoped_lock lock(mutex_);
    checks_.push_back({std::move(name), std::move(look), {}});
    running_ = checks_.size();
}

void HealthChecks::look(const Changed& changed) {
    // The list is constant by now, so only what report() reads needs the lock; never while a check looks.
    for (std::size_t index = 0; index < checks_.size(); ++index) {
        {
            const std::scoped_lock lock(mutex_);
            running_ = index;
            since_ = std::chrono::steady_clock::now();
        }
        Check& check = checks_[index];
        Finding now = found_by(check.look);
        const bool other = now.health != check.last.health || now.code != check.last.code;
        {
            const std::scoped_lock lock(mutex_);
            check.last = now;
            running_ = checks_.size();
        }
        if (other && changed) changed({check.name, std::move(now)});
    }
}

HealthReport HealthChecks::report(Time now) const {
    const std::scoped_lock lock(mutex_);
    HealthReport report;
    for (std::size_t index = 0; index < checks_.size(); ++index) {
        Finding finding = checks_[index].last;
        if (index == running_ && now - since_ > patience)
            finding = {Health::unavailable, "no_answer", "the check does not end"};
        report.health = std::max(report.health, finding.health);
        report.checks.push_back({checks_[index].name, std::move(finding)});
    }
    return report;
}

Health HealthChecks::health_of(std::string_view name) const {
    for (const auto& check : report().checks)
        if (check.name == name) return check.finding.health;
    return Health::unavailable;
}

} // namespace interregio::metrics
