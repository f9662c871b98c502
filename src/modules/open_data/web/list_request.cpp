#include "modules/open_data/web/list_request.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/addresses.h"
#include "modules/portal/site_frame.h"
#include "modules/record/field_values.h"
#include "modules/record/records.h"

#include <algorithm>
#include <charconv>

namespace interregio::open_data::web {
namespace {

template <NamedEnum E> Tree schema_of_enum() {
    Tree names = Tree::array();
    for (const auto name : enum_names(E{})) names.push_back(std::string(name));
    return {{"type", "string"}, {"enum", std::move(names)}};
}

std::vector<Parameter> make_filters() {
    const Tree key = {{"type", "string"}, {"minLength", 1}};
    const Tree day = {{"type", "string"}, {"format", "date"}};
    return {{"partnership", "api.parameter.partnership", key},
            {"kind", "api.parameter.kind", schema_of_enum<ActivityKind>()},
            {"field", "api.parameter.field", key},
            {"organisation", "api.parameter.organisation", key},
            {"series", "api.parameter.series", key},
            {"status", "api.parameter.status", schema_of_enum<ActivityStatus>()},
            {"year", "api.parameter.year", {{"type", "string"}, {"pattern", "^[0-9]{4}$"}}},
            {"from", "api.parameter.from", day},
            {"to", "api.parameter.to", day}};
}

std::vector<Parameter> make_paging() {
    return {{"limit",
             "api.parameter.limit",
             {{"type", "integer"}, {"minimum", 1}, {"maximum", most_limit}, {"default", usual_limit}}},
            {"after", "api.parameter.after", {{"type", "string"}, {"minLength", 1}}}};
}

std::string names_of(const std::vector<std::string_view>& names) {
    return joined(std::span<const std::string_view>(names));
}

/// By key or id, or by what stands in the address of its page, in any language: filters of the timeline carry that.
std::optional<Uuid> find_by_any_name(db::Connection& connection, RecordKind kind, std::string_view name) {
    if (const auto id = find_record(connection, kind, name)) return id;
    const auto languages = site_languages(connection);
    if (languages.empty()) return std::nullopt;
    const auto found = portal::find_page({connection, languages.front()}, kind, name, languages);
    return found ? std::optional(found->id) : std::nullopt;
}

/// Reads one value after the other; the first that makes no sense is the problem.
class Reader {
  public:
    Reader(db::Connection& connection, const http::Query& query) : connection_(connection), query_(query) {}

    void allow_only(const std::vector<std::string_view>& names) {
        std::vector<std::string_view> seen;
        for (const auto& [name, value] : query_.pairs()) {
            if (std::ranges::find(names, name) == names.end()) return refuse(unknown_parameter(name, names_of(names)));
            if (std::ranges::find(seen, name) != seen.end()) return refuse(repeated_parameter(name));
            seen.push_back(name);
        }
    }
    template <NamedEnum E> void name(const std::string& parameter, std::optional<E>& target) {
        const auto value = query_.find(parameter);
        if (!value) return;
        target = enum_named<E>(*value);
        if (!target) refuse(value_not_allowed(parameter, *value, joined(enum_names(E{}))));
    }
    template <class T> void record(const std::string& parameter, std::optional<Id<T>>& target) {
        const auto value = query_.find(parameter);
        if (!value) return;
        if (const auto id = find_by_any_name(connection_, T::kind, *value))
            target = Id<T>(*id);
        else
            refuse(unknown_record(parameter, *value, collection_path(T::kind)));
    }
    void day(const std::string& parameter, std::optional<std::chrono::year_month_day>& target) {
        const auto value = query_.find(parameter);
        if (!value) return;
        target = parse_iso_day(*value);
        if (!target) refuse(value_not_allowed(parameter, *value, "2025-10-07"));
    }
    template <class Number>
    void number(const std::string& parameter, Number least, Number most, std::size_t digits, const char* allowed,
                std::optional<Number>& target) {
        const auto value = query_.find(parameter);
        if (!value) return;
        Number read = 0;
        const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), read);
        const bool whole = error == std::errc{} && end == value->data() + value->size();
        if (whole && read >= least && read <= most && (digits == 0 || value->size() == digits))
            target = read;
        else
            refuse(value_not_allowed(parameter, *value, allowed));
    }
    void refuse(Problem problem) {
        if (!problem_) problem_ = std::move(problem);
    }
    [[nodiscard]] std::optional<Problem>& problem() { return problem_; }

  private:
    db::Connection& connection_;
    const http::Query& query_;
    std::optional<Problem> problem_;
};

void read_filter(Reader& reader, ActivityFilter& filter) {
    reader.record("partnership", filter.partnership);
    reader.name("kind", filter.kind);
    reader.record("field", filter.field);
    reader.record("organisation", filter.organisation);
    reader.record("series", filter.series);
    reader.name("status", filter.status);
    reader.number("year", 0, 9999, 4, "2025", filter.year);
    reader.day("from", filter.from);
    reader.day("to", filter.to);
}

std::vector<std::string_view> names_of(const std::vector<Parameter>& parameters) {
    std::vector<std::string_view> names;
    for (const auto& parameter : parameters) names.push_back(parameter.name);
    return names;
}

} // namespace

const std::vector<Parameter>& activity_filters() {
    static const std::vector<Parameter> filters = make_filters();
    return filters;
}

const std::vector<Parameter>& parameters_of(const Collection& collection) {
    static const std::vector<Parameter> paging = make_paging();
    static const std::vector<Parameter> all = [] {
        auto parameters = make_filters();
        for (auto& parameter : make_paging()) parameters.push_back(std::move(parameter));
        return parameters;
    }();
    return collection.kind == RecordKind::activity ? all : paging;
}

std::optional<Uuid> find_record(db::Connection& connection, RecordKind kind, std::string_view key_or_id) {
    const auto id = Uuid::parse(key_or_id);
    if (id) return key_of_id(connection, kind, *id) ? id : std::nullopt;
    return id_of_key(connection, kind, key_or_id);
}

std::expected<ListRequest, Problem> read_list_request(db::Connection& connection, const Collection& collection,
                                                      const http::Query& query) {
    Reader reader(connection, query);
    reader.allow_only(names_of(parameters_of(collection)));
    ListRequest request;
    if (collection.kind == RecordKind::activity) read_filter(reader, request.filter);
    std::optional<std::int64_t> limit;
    reader.number<std::int64_t>("limit", 1, most_limit, 0, "1–100", limit);
    request.limit = limit.value_or(usual_limit);
    if (const auto after = query.find("after")) {
        request.after = *after;
        if (!id_of_key(connection, collection.kind, *after))
            reader.refuse(unknown_record("after", *after, collection_path(collection.kind)));
    }
    if (reader.problem()) return std::unexpected(std::move(*reader.problem()));
    return request;
}

std::expected<ActivityFilter, Problem> read_activity_filter(db::Connection& connection, const http::Query& query,
                                                            const std::vector<std::string_view>& others) {
    Reader reader(connection, query);
    auto names = names_of(activity_filters());
    names.insert(names.end(), others.begin(), others.end());
    reader.allow_only(names);
    ActivityFilter filter;
    read_filter(reader, filter);
    if (reader.problem()) return std::unexpected(std::move(*reader.problem()));
    return filter;
}

} // namespace interregio::open_data::web
