#include "modules/workspace/web/activity_table_request.h"
#include "base/utf8.h"

#include "platform/locale/catalogue.h"

#include <algorithm>
#include <charconv>

namespace interregio::workspace::web {

using namespace editing;

namespace {

constexpr std::size_t most_words_bytes = 200;
constexpr std::int64_t last_year = 9999;
constexpr std::int64_t most_pages = 1'000'000;

/// Reads the parameters; those that make no sense are noted.
class Reading {
  public:
    Reading(const http::Query& query, bool& understood) : query_(query), understood_(understood) {}

    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name, std::int64_t least,
                                                     std::int64_t most) const {
        const std::string value = query_.text(name);
        if (value.empty()) return std::nullopt;
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || end != value.data() + value.size() || number < least || number > most)
            return not_understood<std::int64_t>();
        return number;
    }
    [[nodiscard]] std::optional<int> year(std::string_view name) const {
        const auto year = number(name, 0, last_year);
        return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
    }
    template <NamedEnum E> [[nodiscard]] std::optional<E> named(std::string_view name) const {
        const std::string value = query_.text(name);
        if (value.empty()) return std::nullopt;
        const auto found = enum_named<E>(value);
        return found ? found : not_understood<E>();
    }
    template <class T> void id(std::string_view name, std::optional<Id<T>>& target) const {
        const std::string value = query_.text(name);
        if (value.empty()) return;
        if (const auto id = Uuid::parse(value))
            target = Id<T>(*id);
        else
            understood_ = false;
    }
    [[nodiscard]] std::optional<Language> language(std::string_view name) const {
        const std::string value = query_.text(name);
        if (value.empty()) return std::nullopt;
        const auto language = Language::parse(value);
        return language && Catalogue::find(*language) != nullptr ? language : not_understood<Language>();
    }
    [[nodiscard]] std::string words(std::string_view name) const {
        return std::string(beginning_of(query_.text(name), most_words_bytes));
    }

  private:
    template <class T> std::optional<T> not_understood() const {
        understood_ = false;
        return std::nullopt;
    }
    const http::Query& query_;
    bool& understood_;
};

class Writing {
  public:
    void add(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        text_.append(text_.empty() ? "?" : "&").append(name).append("=").append(http::encode_query(value));
    }
    template <NamedEnum E> void add(std::string_view name, const std::optional<E>& value) {
        if (value) add(name, name_of(*value));
    }
    template <class T> void add(std::string_view name, const std::optional<Id<T>>& value) {
        if (value) add(name, value->text());
    }
    void add(std::string_view name, const std::optional<int>& value) {
        if (value) add(name, std::to_string(*value));
    }
    [[nodiscard]] std::string take() && { return std::move(text_); }

  private:
    std::string text_;
};

std::string name_of_lack(Lack lack) { return "without_" + std::string(name_of(lack)); }

} // namespace

ActivityTableRequest activity_table_request(const http::Query& query) {
    ActivityTableRequest request;
    const Reading reading(query, request.understood);
    ActivityTableFilter& filter = request.filter;
    filter.words = reading.words("q");
    filter.from = reading.year("from");
    filter.to = reading.year("to");
    filter.kind = reading.named<ActivityKind>("kind");
    filter.status = reading.named<ActivityStatus>("status");
    reading.id("field", filter.field);
    reading.id("series", filter.series);
    reading.id("organisation", filter.organisation);
    filter.publicity = reading.named<Publicity>("visible");
    filter.untranslated = reading.language("untranslated");
    for (const Lack lack : {Lack::outcome, Lack::picture, Lack::source})
        if (query.text(name_of_lack(lack)) == "yes") filter.lacks.insert(lack);
    if (const auto column = reading.named<ActivityColumn>("sort")) request = sorted_by(std::move(request), *column);
    if (const auto direction = reading.named<SortDirection>("order")) request.order.direction = *direction;
    request.page = static_cast<std::size_t>(reading.number("page", 1, most_pages).value_or(1));
    return request;
}

std::string query_of(const ActivityTableRequest& request) {
    const ActivityTableFilter& filter = request.filter;
    Writing writing;
    writing.add("q", filter.words);
    writing.add("from", filter.from);
    writing.add("to", filter.to);
    writing.add("kind", filter.kind);
    writing.add("status", filter.status);
    writing.add("field", filter.field);
    writing.add("series", filter.series);
    writing.add("organisation", filter.organisation);
    writing.add("visible", filter.publicity);
    if (filter.untranslated) writing.add("untranslated", filter.untranslated->tag());
    for (const Lack lack : filter.lacks) writing.add(name_of_lack(lack), "yes");
    if (!(request.order == ActivityTableOrder{})) {
        writing.add("sort", name_of(request.order.by));
        writing.add("order", name_of(request.order.direction));
    }
    if (request.page > 1) writing.add("page", std::to_string(request.page));
    return std::move(writing).take();
}

ActivityTableRequest sorted_by(ActivityTableRequest request, ActivityColumn column) {
    const bool newest_first = column == ActivityColumn::date || column == ActivityColumn::changed;
    const bool same = request.order.by == column;
    const bool down = same ? request.order.direction == SortDirection::ascending : newest_first;
    request.order = {column, down ? SortDirection::descending : SortDirection::ascending};
    request.page = 1;
    return request;
}

ActivityTableRequest on_page(ActivityTableRequest request, std::size_t page) {
    request.page = page;
    return request;
}

} // namespace interregio::workspace::web
