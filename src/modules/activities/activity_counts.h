#pragma once
// How many activities there are a year, for each value that lists are filtered by: a table that is kept with every
// change of an activity, in the same transaction, so that pages count without reading the activities
// (docs/adr/0015-counts-kept-with-every-change.md). Internal to the module.

#include "modules/activities/activities.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio {

/// What activities are counted by, and one value of that: {"field", id}. {"all", ""} counts them all.
using CountedBy = std::pair<std::string_view, std::string>;

/// All that an activity counts for.
[[nodiscard]] std::set<CountedBy> counted_by(const Activity& activity);
/// The conditions of a filter but the year; {"all", ""} when there are none.
[[nodiscard]] std::vector<CountedBy> counted_by(const ActivityFilter& filter);

/// Called by save() and remove() of modules/record/record_templates.h, in their transaction.
void keep_derived(db::Connection& connection, const Activity* before, const Activity* after);

/// The newest year first.
[[nodiscard]] std::vector<YearCount> kept_counts(db::Connection& connection, const CountedBy& by);
/// Of all years.
[[nodiscard]] std::int64_t kept_count(db::Connection& connection, const CountedBy& by);
/// The records of a kind that are a value of the dimension for any activity, without order.
[[nodiscard]] std::vector<Uuid> kept_records(db::Connection& connection, std::string_view dimension, RecordKind kind);
/// The values of a dimension that any activity has, without order. For those of few values.
[[nodiscard]] std::vector<std::string> kept_values(db::Connection& connection, std::string_view dimension);

} // namespace interregio
