#include "modules/accounts/attempt_counters.h"

#include "base/assert.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

constexpr std::chrono::seconds long_wait = std::chrono::minutes(15);
constexpr std::chrono::seconds longest_wait = std::chrono::hours(24);

} // namespace

std::chrono::seconds WaitingRule::wait_after(std::int64_t count) const {
    if (count >= a_day_from) return longest_wait;
    if (count < seconds_from) return std::chrono::seconds(0);
    constexpr std::int64_t doublings_to_long_wait = 10;
    const auto doublings = std::min(count - seconds_from, doublings_to_long_wait);
    return std::min(long_wait, std::chrono::seconds(std::int64_t{1} << doublings));
}

AttemptCounters::AttemptCounters(const WaitingRule& rule, std::size_t most) : rule_(rule), most_(most) {
    INTERREGIO_ASSERT(most >= 1, "room for one counter");
    INTERREGIO_ASSERT(rule.forgets_one.count() > 0, "counters forget");
}

AttemptCounters::Duration AttemptCounters::wait(const CounterKey& key, Clock::Time now) {
    const auto found = counters_.find(key);
    if (found == counters_.end()) return Duration(0);
    Counter& counter = found->second;
    if (counter.last > now) {
        move(found, counter.place.first - (counter.last - now));
        counter.last = now;
    }
    const Duration counted = counter.place.first - counter.last;
    const auto count =
        (counted + rule_.forgets_one - Duration(1)) / rule_.forgets_one; // an attempt half forgotten counts
    return std::max(Duration(0), Duration(counter.last + rule_.wait_after(count) - now));
}

void AttemptCounters::add(const CounterKey& key, Clock::Time now) {
    auto found = counters_.find(key);
    Clock::Time from = now;
    if (found != counters_.end()) {
        from = std::max(now, found->second.place.first);
    } else {
        const Clock::Time evicted = make_room(now);
        if (rule_.newcomer == Newcomer::takes_over_evicted) from = evicted;
        const Place place{now, ++touched_};
        found = counters_.emplace(key, Counter{now, place}).first;
        places_.emplace(place, found);
    }
    move(found, from + rule_.forgets_one);
    found->second.last = now;
}

void AttemptCounters::restart_wait(const CounterKey& key, Clock::Time now) {
    const auto found = counters_.find(key);
    if (found != counters_.end()) found->second.last = std::max(found->second.last, now);
}

AttemptCounters::Duration AttemptCounters::weight(const CounterKey& key, Clock::Time now) const {
    const auto found = counters_.find(key);
    return found == counters_.end() ? Duration(0) : std::max(Duration(0), Duration(found->second.place.first - now));
}

void AttemptCounters::take(const CounterKey& key, Duration weight, Clock::Time now) {
    const auto found = counters_.find(key);
    if (found == counters_.end()) return;
    const Clock::Time empty_at = found->second.place.first - weight;
    if (empty_at <= now)
        erase(found);
    else
        move(found, empty_at);
}

void AttemptCounters::forget(const CounterKey& key) {
    const auto found = counters_.find(key);
    if (found != counters_.end()) erase(found);
}

void AttemptCounters::move(Counters::iterator counter, Clock::Time empty_at) {
    auto node = places_.extract(counter->second.place);
    counter->second.place = {empty_at, ++touched_};
    node.key() = counter->second.place;
    places_.insert(std::move(node));
}

void AttemptCounters::erase(Counters::iterator counter) {
    places_.erase(counter->second.place);
    counters_.erase(counter);
}

Clock::Time AttemptCounters::make_room(Clock::Time now) {
    while (!places_.empty() && places_.begin()->first.first <= now) erase(places_.begin()->second);
    if (counters_.size() < most_) return now;
    const Clock::Time empty_at = places_.begin()->first.first;
    erase(places_.begin()->second);
    return empty_at;
}

} // namespace interregio::accounts
