#pragma once
// Whether the server is well: a list of checks that anybody may add to, looked at from time to time. Strangers see the
// names, states and codes; the details, which may hold paths and numbers, are for the log and the local port.

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::metrics {

enum class Health {
    ok,
    degraded,   ///< it serves, but somebody should look
    unavailable ///< it cannot serve
};

[[nodiscard]] std::string_view name_of(Health health);

/// What a check found.
struct Finding {
    Health health = Health::ok;
    std::string code = {};   ///< a word for programs, shown to everybody: "locked"; empty when all is well
    std::string detail = {}; ///< for whoever mends it
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct CheckedFinding {
    std::string name;
    Finding finding;
};

struct HealthReport {
    Health health = Health::ok; ///< the worst of all
    std::vector<CheckedFinding> checks;
};

class HealthChecks {
  public:
    using Look = std::function<Finding()>;
    /// Called when a check's health or code is another than the time before; the first time it is compared with ok.
    using Changed = std::function<void(const CheckedFinding& now)>;
    using Time = std::chrono::steady_clock::time_point;

    /// A look that takes longer than this is itself found to be unavailable, with the code "no_answer".
    static constexpr std::chrono::seconds patience{15};

    /// `name` is made of small letters, dots and underscores: "database.read". `look` is called by one thread at a
    /// time, should be quick, and may throw: that is unavailable with the code "failed". Before the first look.
    void add(std::string name, Look look);

    /// Looks at everything, one after the other. Not from two threads at a time.
    void look(const Changed& changed);

    /// What the last look found; safe from any thread, waits for nothing. Everything is ok before the first.
    [[nodiscard]] HealthReport report(Time now = std::chrono::steady_clock::now()) const;

    /// The same for one check; unavailable for a name that is none.
    [[nodiscard]] Health health_of(std::string_view name) const;

  private:
    struct Check {
        std::string name;
        Look look;
        Finding last;
    };

    mutable std::mutex mutex_; ///< of what report() reads
    std::vector<Check> checks_;
    std::size_t running_ = 0; ///< index of the check that is being looked at; their number when none is
    Time since_;              ///< when that look began
};

} // namespace interregio::metrics
