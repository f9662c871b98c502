#include "modules/activities/activity_store.h"

#include "modules/record/stored_enum.h"

#include <algorithm>
#include <array>

namespace interregio {
namespace {

/// Up to this many rows, a list is made from the relation and sorted; beyond, the activities are walked in their order
/// and looked up in the relation, which finds a page of them soon because there are many.
constexpr std::int64_t few = 2000;

/// What it costs to begin with the activities of a condition and to try the others on them. From a relation each is
/// found in `activities_filtered`, which holds all that is tried; from a kind, status or series each is a row of the
/// table and a look into a relation, which takes about three times as long.
std::int64_t cost_of(const std::pair<const CountedBy, std::int64_t>& count) {
    constexpr std::array<std::string_view, 3> relations{"partnership", "field", "organisation"};
    constexpr std::int64_t row_and_look = 3;
    const bool is_relation = std::ranges::find(relations, count.first.first) != relations.end();
    return is_relation ? count.second : row_and_look * count.second;
}

} // namespace

const std::string_view activity_row_columns = "a.id, a.key, a.kind, a.status, a.date, a.form, a.audience, a.edition";

ActivityRow activity_row(const db::Rows& rows) {
    ActivityRow row;
    row.id = db::stored_id<Activity>(rows.text(0));
    row.key = rows.get<std::string>(1);
    row.kind = stored_enum<ActivityKind>(rows.text(2));
    row.status = stored_enum<ActivityStatus>(rows.text(3));
    row.date = db::stored_date(rows.text(4));
    row.form = stored_enum<Form>(rows.text(5));
    if (!rows.null(6)) row.audience = stored_enum<Audience>(rows.text(6));
    row.edition = rows.get<std::optional<std::int64_t>>(7);
    return row;
}

ActivityQuery::ActivityQuery(db::Connection& connection, std::string_view columns, const ActivityFilter& filter,
                             Purpose purpose)
    : connection_(connection), columns_(columns) {
    connection.reads_list(RecordKind::activity);
    for (const CountedBy& by : counted_by(filter)) counts_.emplace(by, kept_count(connection, by));
    if (filter.partnership)
        relation("partnership", "activity_partnerships", "target_id", filter.partnership->text(), purpose);
    if (filter.field) relation("field", "activity_fields", "target_id", filter.field->text(), purpose);
    if (filter.organisation)
        relation("organisation", "activity_organisations", "organisation", filter.organisation->text(), purpose);
    if (filter.kind) {
        condition("a.kind = :kind");
        parameter("kind", std::string(name_of(*filter.kind)));
    }
    if (filter.status) {
        condition("a.status = :status");
        parameter("status", std::string(name_of(*filter.status)));
    }
    if (filter.series) {
        condition("a.series = :series");
        parameter("series", filter.series->text());
    }
    if (filter.year) {
        const std::chrono::year year{*filter.year};
        condition("a.date_first >= :year_first AND a.date_first <= :year_last");
        parameter("year_first", iso_day(year / std::chrono::January / 1));
        parameter("year_last", iso_day(year / std::chrono::December / 31));
    }
    if (filter.from) {
        condition("a.date_first >= :from_day");
        parameter("from_day", iso_day(*filter.from));
    }
    if (filter.to) {
        condition("a.date_first <= :to_day");
        parameter("to_day", iso_day(*filter.to));
    }
}

/// Whether the query begins with the activities of that condition and tries the other conditions on them.
bool ActivityQuery::begins_with(const CountedBy& by, Purpose purpose) const {
    const std::int64_t own = counts_.at(by);
    if (purpose == Purpose::page && own > few) return false;
    const auto cheapest = std::ranges::min_element(counts_, {}, [](const auto& count) { return cost_of(count); });
    return cheapest->first == by;
}

void ActivityQuery::relation(std::string_view name, std::string_view table, std::string_view column,
                             const std::string& target, Purpose purpose) {
    const std::string matches = std::string(table) + " WHERE " + std::string(column) + " = :" + std::string(name);
    parameter(name, target);
    if (begins_with({name, target}, purpose)) {
        from_ = "(SELECT DISTINCT owner_id FROM " + matches + ") AS matching CROSS JOIN activities a";
        condition("a.id = matching.owner_id");
    } else {
        condition("EXISTS (SELECT 1 FROM " + matches + " AND owner_id = a.id)");
    }
}

void ActivityQuery::join(std::string_view sql) {
    joins_ += ' ';
    joins_ += sql;
}

void ActivityQuery::condition(std::string_view sql) {
    where_ += where_.empty() ? " WHERE " : " AND ";
    where_ += sql;
}

void ActivityQuery::parameter(std::string_view name, std::string value) {
    parameters_.push_back({name, kept_.emplace_back(std::move(value))});
}

void ActivityQuery::parameter(std::string_view name, std::int64_t value) { parameters_.push_back({name, value}); }

db::Rows ActivityQuery::run(std::string_view tail) {
    return connection_.query("SELECT " + columns_ + " FROM " + from_ + joins_ + where_ + " " + std::string(tail),
                             parameters_);
}

namespace {

/// Where an activity stands in the order of time.
struct Position {
    std::string day;
    std::int64_t precision = 0;
};

std::optional<Position> position_of(db::Connection& connection, std::string_view key) {
    auto rows = connection.query("SELECT date_first, date_precision FROM activities WHERE key = :key", {{"key", key}});
    if (!rows.next()) return std::nullopt;
    return Position{rows.get<std::string>(0), rows.get<std::int64_t>(1)};
}

enum class Direction { older, newer };

std::vector<ActivityRow> beyond(db::Connection& connection, const ActivityFilter& filter, const std::string& key,
                                Direction direction, std::size_t limit) {
    const auto position = position_of(connection, key);
    if (!position) return {};
    ActivityQuery query(connection, activity_row_columns, filter, ActivityQuery::Purpose::page);
    query.condition(direction == Direction::older
                        ? "(a.date_first, a.date_precision, a.key) < (:at_day, :at_precision, :at_key)"
                        : "(a.date_first, a.date_precision, a.key) > (:at_day, :at_precision, :at_key)");
    query.parameter("at_day", position->day);
    query.parameter("at_precision", position->precision);
    query.parameter("at_key", key);
    query.parameter("limit", static_cast<std::int64_t>(limit));
    auto rows = query.run(direction == Direction::older
                              ? "ORDER BY a.date_first DESC, a.date_precision DESC, a.key DESC LIMIT :limit"
                              : "ORDER BY a.date_first, a.date_precision, a.key LIMIT :limit");
    std::vector<ActivityRow> list;
    while (rows.next()) list.push_back(activity_row(rows));
    if (direction == Direction::newer) std::ranges::reverse(list);
    return list;
}

} // namespace

std::vector<ActivityRow> list_activities(db::Connection& connection, const ActivityFilter& filter,
                                         const ActivitySlice& slice) {
    if (slice.older_than) return beyond(connection, filter, *slice.older_than, Direction::older, slice.limit);
    if (slice.newer_than) return beyond(connection, filter, *slice.newer_than, Direction::newer, slice.limit);
    ActivityQuery query(connection, activity_row_columns, filter, ActivityQuery::Purpose::page);
    query.parameter("limit", static_cast<std::int64_t>(slice.limit));
    auto rows = query.run("ORDER BY a.date_first DESC, a.date_precision DESC, a.key DESC LIMIT :limit");
    std::vector<ActivityRow> list;
    while (rows.next()) list.push_back(activity_row(rows));
    return list;
}

ActivityNeighbours neighbours_of(db::Connection& connection, std::string_view key) {
    const std::string at(key);
    ActivityNeighbours neighbours;
    if (auto older = beyond(connection, {}, at, Direction::older, 1); !older.empty())
        neighbours.earlier = std::move(older.front());
    if (auto newer = beyond(connection, {}, at, Direction::newer, 1); !newer.empty())
        neighbours.later = std::move(newer.front());
    return neighbours;
}

namespace {

/// A partnership that is the only one, a partner who is everywhere: conditions that need not be tried on every
/// activity.
ActivityFilter without_what_holds_for_all(db::Connection& connection, ActivityFilter filter) {
    const std::int64_t all = kept_count(connection, {"all", ""});
    const auto holds_for_all = [&](std::string_view dimension, const std::string& value) {
        return kept_count(connection, {std::string(dimension), value}) == all;
    };
    if (filter.partnership && holds_for_all("partnership", filter.partnership->text())) filter.partnership.reset();
    if (filter.organisation && holds_for_all("organisation", filter.organisation->text())) filter.organisation.reset();
    return filter;
}

} // namespace

std::vector<YearCount> count_by_year(db::Connection& connection, const ActivityFilter& filter) {
    ActivityFilter any_year = without_what_holds_for_all(connection, filter);
    any_year.year.reset();
    const auto conditions = counted_by(any_year);
    // Counts are kept by year, not by day.
    const bool by_day = filter.from || filter.to;
    if (conditions.size() == 1 && !by_day) return kept_counts(connection, conditions.front());
    ActivityQuery query(connection, "SUBSTR(a.date_first, 1, 4) AS year, COUNT(*)", any_year,
                        ActivityQuery::Purpose::all);
    auto rows = query.run("GROUP BY SUBSTR(a.date_first, 1, 4) ORDER BY 1 DESC");
    std::vector<YearCount> counts;
    while (rows.next()) counts.push_back({std::stoi(rows.get<std::string>(0)), rows.get<std::int64_t>(1)});
    return counts;
}

} // namespace interregio
