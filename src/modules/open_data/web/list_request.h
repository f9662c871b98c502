#pragma once
// What may be asked of a list, and what was asked. The OpenAPI document is made from the same parameters.

#include "modules/activities/activities.h"
#include "modules/open_data/collections.h"
#include "modules/open_data/web/problem.h"

#include <expected>

namespace interregio::open_data::web {

inline constexpr std::int64_t usual_limit = 20;
inline constexpr std::int64_t most_limit = 100;

struct Parameter {
    std::string_view name;
    std::string_view message; ///< what it means
    Tree schema;
};

/// The parameters of the list of a collection.
[[nodiscard]] const std::vector<Parameter>& parameters_of(const Collection& collection);
/// The filters of activities alone: without limit and cursor.
[[nodiscard]] const std::vector<Parameter>& activity_filters();

struct ListRequest {
    ActivityFilter filter; ///< of activities
    std::int64_t limit = usual_limit;
    std::string after; ///< key of the last item of the page before; empty for the beginning
};

/// Everything that is asked must make sense: nothing is left out silently.
[[nodiscard]] std::expected<ListRequest, Problem>
read_list_request(db::Connection& connection, const Collection& collection, const http::Query& query);
/// Only the filters; a parameter that none of them and none of `others` is called is a problem.
[[nodiscard]] std::expected<ActivityFilter, Problem>
read_activity_filter(db::Connection& connection, const http::Query& query, const std::vector<std::string_view>& others);

/// The record that a key or an id means.
[[nodiscard]] std::optional<Uuid> find_record(db::Connection& connection, RecordKind kind, std::string_view key_or_id);

} // namespace interregio::open_data::web
