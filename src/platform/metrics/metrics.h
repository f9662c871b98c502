#pragma once
// Numbers that a running server shows to whoever watches it: counters, gauges and histograms in a registry, written as
// Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).
//
// Whoever counts something takes an instrument from the registry once, at start, and keeps the reference:
//
//     metrics::Counter& hits = registry.counter("interregio_cache_hits_total", "Pages found in memory.");
//     …
//     hits.add();
//
// Instruments are changed from any thread without a lock. Names are of the form interregio_what_unit; a counter ends
// in _total; units are seconds and bytes.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio::metrics {

/// Counts up. Lock-free, safe from any thread.
class Counter {
  public:
    void add(std::uint64_t count = 1) noexcept { count_.fetch_add(count, std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t value() const noexcept { return count_.load(std::memory_order_relaxed); }

  private:
    alignas(64) std::atomic<std::uint64_t> count_ = 0; // its own cache line, so that counters do not slow each other
};

/// Goes up and down. Lock-free, safe from any thread.
class Gauge {
  public:
    void set(double value) noexcept { value_.store(value, std::memory_order_relaxed); }
    void add(double change) noexcept { value_.fetch_add(change, std::memory_order_relaxed); }
    [[nodiscard]] double value() const noexcept { return value_.load(std::memory_order_relaxed); }

  private:
    alignas(64) std::atomic<double> value_ = 0;
};

/// How often which values came. Lock-free, safe from any thread; what is read while others observe may hold an
/// observation in its buckets and not yet in its sum.
class Histogram {
  public:
    static constexpr std::size_t max_buckets = 20;

    /// Upper bounds of the buckets, ascending, at most max_buckets (asserted). One for all that is more is added.
    explicit Histogram(std::span<const double> bounds);
    void observe(double value) noexcept;

    struct Reading {
        std::vector<std::uint64_t> cumulative; ///< a number for each bound, and the last for all
        double sum = 0;
    };
    [[nodiscard]] Reading read() const;
    [[nodiscard]] const std::vector<double>& bounds() const { return bounds_; }

  private:
    std::vector<double> bounds_;
    std::array<std::atomic<std::uint64_t>, max_buckets + 1> counts_{};
    std::atomic<double> sum_ = 0;
};

/// From half a millisecond to ten seconds, for answers to requests.
[[nodiscard]] std::span<const double> seconds_of_requests();

struct Label {
    std::string name; ///< [a-zA-Z_][a-zA-Z0-9_]*
    std::string value;
    friend bool operator==(const Label&, const Label&) = default;
};
using Labels = std::vector<Label>;

class Registry {
  public:
    using Ask = std::function<double()>;

    Registry();
    ~Registry();
    Registry(const Registry&) = delete;
    Registry& operator=(const Registry&) = delete;

    /// The instrument of that name and those labels, made when it is asked for the first time; it lives as long as the
    /// registry. One name is one type with one help text (asserted), and of the form that Prometheus wants (asserted).
    /// Safe from any thread.
    Counter& counter(std::string_view name, std::string_view help, Labels labels = {});
    Gauge& gauge(std::string_view name, std::string_view help, Labels labels = {});
    Histogram& histogram(std::string_view name, std::string_view help, std::span<const double> bounds,
                         Labels labels = {});

    /// A value that is asked for whenever somebody looks: for what is known elsewhere. `ask` is called from any thread;
    /// what it throws leaves the value out. Registering the same name and labels twice is asserted against.
    void ask_gauge(std::string_view name, std::string_view help, Ask ask, Labels labels = {});
    void ask_counter(std::string_view name, std::string_view help, Ask ask, Labels labels = {});

    /// Everything, in the order in which the names were registered. Content type below.
    [[nodiscard]] std::string text() const;

  private:
    struct Family;
    struct Member;
    Member& member(std::string_view name, std::string_view help, std::string_view type, Labels labels);
    Member& new_member(std::string_view name, std::string_view help, std::string_view type, Labels labels);

    mutable std::mutex mutex_; ///< of the lists; the instruments need none
    std::vector<std::unique_ptr<Family>> families_;
};

inline constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

} // namespace interregio::metrics
