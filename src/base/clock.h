#pragma once
// The time, injected. Nothing else in the project asks the system for it.

#include <chrono>
#include <string>

namespace interregio {

class Clock {
  public:
    using Time = std::chrono::sys_time<std::chrono::milliseconds>;

    virtual ~Clock() = default;
    /// Now, in UTC. Safe to call from any thread.
    [[nodiscard]] virtual Time now() const = 0;
};

/// The system's clock.
class SystemClock final : public Clock {
  public:
    [[nodiscard]] Time now() const override;
};

/// A clock that stands still until it is set: for tests. Not thread-safe while being set.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(Time time) : time_(time) {}
    [[nodiscard]] Time now() const override { return time_; }
    void set(Time time) { time_ = time; }

  private:
    Time time_;
};

/// "2026-03-01T09:30:00Z" (ISO 8601, UTC, whole seconds): the form in which times are stored and exchanged.
[[nodiscard]] std::string timestamp(Clock::Time time);

/// The calendar day of a time, in UTC.
[[nodiscard]] std::chrono::year_month_day day_of(Clock::Time time);

} // namespace interregio
