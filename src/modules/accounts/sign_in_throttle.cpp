#include "modules/accounts/sign_in_throttle.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstddef>
#include <limits>
#include <netinet/in.h>
#include <string_view>

namespace interregio::accounts {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_counters = 50'000;
constexpr int never = std::numeric_limits<int>::max();
constexpr WaitingRule account_rule{10, 90, 24h, Newcomer::takes_over_evicted};
constexpr WaitingRule pair_rule{5, 20, 24h, Newcomer::begins_empty};
constexpr WaitingRule address_rule{50, never, 15min, Newcomer::begins_empty};

/// As long as an address for mail may be (RFC 5321, 4.5.3.1.3).
constexpr std::size_t longest_name = 254;
constexpr std::size_t longest_address = 64;

/// What an address counts as. What is none counts as it is written.
std::string network(const std::string& address) {
    in6_addr six{};
    // "fe80::1%eth0": the zone is no part of the address (RFC 4007, 11).
    if (inet_pton(AF_INET6, address.substr(0, address.find('%')).c_str(), &six) != 1)
        return address.substr(0, longest_address);
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (IN6_IS_ADDR_V4MAPPED(&six)) {
        inet_ntop(AF_INET, &six.s6_addr[12], text.data(), text.size());
        return text.data();
    }
    std::fill(std::begin(six.s6_addr) + 8, std::end(six.s6_addr), 0);
    inet_ntop(AF_INET6, &six, text.data(), text.size());
    return text.data() + std::string("/64");
}

/// The keys that an attempt counts under.
struct Keys {
    CounterKey account;
    CounterKey pair;
    CounterKey address;

    explicit Keys(const Attempt& attempt)
        : account{attempt.account.substr(0, longest_name), {}}, pair{account.account, network(attempt.address)},
          address{{}, pair.network} {}
};

} // namespace

SignInThrottle::OfAccounts::OfAccounts() : accounts(account_rule, most_counters), pairs(pair_rule, most_counters) {}

SignInThrottle::SignInThrottle(const Clock& clock)
    : clock_(clock), addresses_(address_rule, most_counters), pairs_at_addresses_(address_rule, most_counters) {}

std::optional<std::chrono::seconds> SignInThrottle::begin(const Attempt& attempt) {
    const Keys keys(attempt);
    const std::lock_guard lock(mutex_);
    const Clock::Time now = clock_.now();
    OfAccounts& counters = of(attempt);
    auto wait = std::max(counters.accounts.wait(keys.account, now), counters.pairs.wait(keys.pair, now));
    if (!attempt.known_device) wait = std::max(wait, addresses_.wait(keys.address, now));
    if (wait > 0ms) return std::chrono::ceil<std::chrono::seconds>(wait);
    counters.accounts.add(keys.account, now);
    counters.pairs.add(keys.pair, now);
    if (!attempt.known_device) {
        addresses_.add(keys.address, now);
        pairs_at_addresses_.add(keys.pair, now);
    }
    return std::nullopt;
}

void SignInThrottle::failed(const Attempt& attempt) {
    const Keys keys(attempt);
    const std::lock_guard lock(mutex_);
    const Clock::Time now = clock_.now();
    OfAccounts& counters = of(attempt);
    counters.accounts.restart_wait(keys.account, now);
    counters.pairs.restart_wait(keys.pair, now);
    if (!attempt.known_device) addresses_.restart_wait(keys.address, now);
}

void SignInThrottle::succeeded(const Attempt& attempt) {
    const Keys keys(attempt);
    const std::lock_guard lock(mutex_);
    const Clock::Time now = clock_.now();
    OfAccounts& counters = of(attempt);
    counters.accounts.take(keys.account, counters.pairs.weight(keys.pair, now), now);
    counters.pairs.forget(keys.pair);
    if (attempt.known_device) return;
    addresses_.take(keys.address, pairs_at_addresses_.weight(keys.pair, now), now);
    pairs_at_addresses_.forget(keys.pair);
}

} // namespace interregio::accounts
