#pragma once
// The SQL of activities.h: conditions put together from a filter. Internal to the module.

#include "modules/activities/activity_counts.h"

#include <deque>
#include <map>

namespace interregio {

/// A query under construction: fragments of SQL and the values of their parameters.
class ActivityQuery {
  public:
    /// What is done with the rows: a page of them in their order, or all of them in any.
    enum class Purpose { page, all };

    /// `columns` and `filter` decide FROM and WHERE. The activities table is called a.
    ActivityQuery(db::Connection& connection, std::string_view columns, const ActivityFilter& filter, Purpose purpose);

    /// Further tables, in front of the conditions: "JOIN activity_fields f ON f.owner_id = a.id".
    void join(std::string_view sql);
    void condition(std::string_view sql);
    void parameter(std::string_view name, std::string value);
    void parameter(std::string_view name, std::int64_t value);
    /// `tail` is what follows WHERE: ORDER BY, LIMIT.
    [[nodiscard]] db::Rows run(std::string_view tail);

  private:
    void relation(std::string_view name, std::string_view table, std::string_view column, const std::string& target,
                  Purpose purpose);
    [[nodiscard]] bool begins_with(const CountedBy& by, Purpose purpose) const;

    db::Connection& connection_;
    std::map<CountedBy, std::int64_t> counts_; ///< of the activities that meet each condition
    std::string columns_;
    std::string from_ = "activities a";
    std::string joins_;
    std::string where_;
    std::deque<std::string> kept_; ///< values the parameters point to
    std::vector<db::Parameter> parameters_;
};

/// The columns of an ActivityRow, in the order in which activity_row() reads them.
extern const std::string_view activity_row_columns;
[[nodiscard]] ActivityRow activity_row(const db::Rows& rows);

} // namespace interregio
