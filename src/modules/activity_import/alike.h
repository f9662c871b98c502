#pragma once
// Activities that look like one another: of the same date, as far as it is known, and with a title that is nearly the
// same in some language. Internal to the module.

#include "modules/activity_import/preview.h"

namespace interregio::activity_import {

/// What tells whether two are alike.
struct KnownActivity {
    LooksLike what;
    std::int64_t first = 0; ///< days, as numbers
    std::int64_t last = 0;
    std::vector<std::string> titles; ///< folded
};

class AlikeActivities {
  public:
    /// Knows those that the connection sees.
    explicit AlikeActivities(db::Connection& seen);
    void add(const Activity& activity, std::size_t row);
    [[nodiscard]] std::optional<LooksLike> find(const Activity& activity) const;

  private:
    void add(KnownActivity activity);

    std::vector<KnownActivity> known_;
    std::unordered_multimap<std::string, std::size_t> by_title_;
    std::map<std::int64_t, std::vector<std::size_t>> by_first_day_;
};

} // namespace interregio::activity_import
