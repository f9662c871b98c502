#pragma once
// The SQL of activities.h: conditions put together from a filter. Internal to the module.

#include "modules/activities/activities.h"

#include <deque>

namespace interregio {

/// A query under construction: fragments of SQL and the values of their parameters.
class ActivityQuery {
  public:
    /// `columns` and `filter` decide FROM and WHERE. The activities table is called a.
    ActivityQuery(db::Connection& connection, std::string_view columns, const ActivityFilter& filter);

    void condition(std::string_view sql);
    void parameter(std::string_view name, std::string value);
    void parameter(std::string_view name, std::int64_t value);
    /// `tail` is what follows WHERE: ORDER BY, LIMIT.
    [[nodiscard]] db::Rows run(std::string_view tail);

  private:
    void relation(std::string_view name, std::string_view table, std::string_view column, const Uuid& target);

    db::Connection& connection_;
    std::string columns_;
    std::string from_ = "activities a";
    std::string where_;
    std::deque<std::string> kept_; ///< values the parameters point to
    std::vector<db::Parameter> parameters_;
};

/// The columns of an ActivityRow, in the order in which activity_row() reads them.
extern const std::string_view activity_row_columns;
[[nodiscard]] ActivityRow activity_row(const db::Rows& rows);

} // namespace interregio
