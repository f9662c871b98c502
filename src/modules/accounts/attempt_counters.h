#pragma once
// Counters of attempts that wait the longer the more they count, forget with time, and are never more than so many.
// What sign_in_throttle.h counts with; not safe from several threads.
//
// A counter is kept as the time at which it will have forgotten everything, so that forgetting needs no work and the
// counters stay in the same order while they forget: when there is no room, the one that would be empty first goes.

#include "base/clock.h"

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace interregio::accounts {

/// What is counted; parts that a counter does not distinguish are empty.
struct CounterKey {
    std::string account;
    std::string network;
    friend auto operator<=>(const CounterKey&, const CounterKey&) = default;
};

/// What a new counter begins with when another had to go for it.
enum class Newcomer {
    begins_empty,       ///< may count too few, never too many
    takes_over_evicted, ///< goes on from what the other had: may count too many, never too few, however many come
};

struct WaitingRule {
    int seconds_from = 0;                     ///< from the so-manieth on, each is followed by a wait that doubles
    int a_day_from = 0;                       ///< from the so-manieth on, each is followed by a day
    std::chrono::milliseconds forgets_one{0}; ///< how long it takes to forget one
    Newcomer newcomer = Newcomer::begins_empty;

    /// How long to wait after the `count`th: nothing before `seconds_from`, then 1, 2, 4, … seconds up to 15 minutes,
    /// then a day.
    [[nodiscard]] std::chrono::seconds wait_after(std::int64_t count) const;
};

class AttemptCounters {
  public:
    using Duration = std::chrono::milliseconds;

    /// Never more than `most` counters, at least one.
    AttemptCounters(const WaitingRule& rule, std::size_t most);
    AttemptCounters(const AttemptCounters&) = delete; // places_ points into counters_
    AttemptCounters& operator=(const AttemptCounters&) = delete;

    /// What is left to wait; zero when it may be tried. A clock that was set back prolongs no wait: the wait begins
    /// anew.
    [[nodiscard]] Duration wait(const CounterKey& key, Clock::Time now);
    /// Counts one; the wait runs from now.
    void add(const CounterKey& key, Clock::Time now);
    /// The wait runs from now on; counts nothing.
    void restart_wait(const CounterKey& key, Clock::Time now);
    /// What is not forgotten yet, in time to forget.
    [[nodiscard]] Duration weight(const CounterKey& key, Clock::Time now) const;
    /// Forgets so much.
    void take(const CounterKey& key, Duration weight, Clock::Time now);
    void forget(const CounterKey& key);
    [[nodiscard]] std::size_t size() const { return counters_.size(); }

  private:
    /// In the order in which they go: what is empty first, of those the one touched longest ago.
    using Place = std::pair<Clock::Time, std::uint64_t>;
    struct Counter {
        Clock::Time last;
        Place place;
    };
    using Counters = std::map<CounterKey, Counter>;

    void move(Counters::iterator counter, Clock::Time empty_at);
    void erase(Counters::iterator counter);
    /// Gives when the counter that had to go would have been empty; now, if none had to.
    Clock::Time make_room(Clock::Time now);

    WaitingRule rule_;
    std::size_t most_;
    std::uint64_t touched_ = 0;
    // Ordered by key and not hashed: whoever sends names cannot make them collide.
    Counters counters_;
    std::map<Place, Counters::iterator> places_;
};

} // namespace interregio::accounts
