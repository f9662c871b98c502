#include "base/typed_moment.h"

#include "base/typed_date.h"

#include <charconv>
#include <optional>

namespace interregio {
namespace {

std::optional<int> whole_number(std::string_view digits) {
    int number = 0;
    if (digits.empty() || digits.size() > 2) return std::nullopt;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 0) return std::nullopt;
    return number;
}

std::optional<std::chrono::minutes> time_of_day(std::string_view typed) {
    while (typed.starts_with(' ')) typed.remove_prefix(1);
    while (typed.ends_with(' ')) typed.remove_suffix(1);
    const auto colon = typed.find_first_of(":.");
    if (colon == std::string_view::npos) return std::nullopt;
    const auto hours = whole_number(typed.substr(0, colon));
    const auto minutes = whole_number(typed.substr(colon + 1));
    if (!hours || !minutes || typed.size() - colon != 3 || *hours > 23 || *minutes > 59) return std::nullopt;
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
}

/// How much of it is said back.
std::string said_back(std::string_view typed) { return std::string(typed.size() > 20 ? std::string_view("…") : typed); }

} // namespace

std::expected<Clock::Time, MomentRefusal> read_typed_moment(std::string_view day, std::string_view time,
                                                            Language reader) {
    using Field = MomentRefusal::Field;
    if (day.empty()) return std::unexpected(MomentRefusal{Field::day, {"refusal.moment.no_day", {}}});
    if (time.empty()) return std::unexpected(MomentRefusal{Field::time, {"refusal.moment.no_time", {}}});
    const auto date = read_typed_date(day, reader);
    if (!date) return std::unexpected(MomentRefusal{Field::day, date.error()});
    const auto& point = date->start();
    if (date->interval() || !point || point->precision != DatePrecision::day ||
        point->qualifier != DateQualifier::certain)
        return std::unexpected(MomentRefusal{Field::day, {"refusal.moment.day", {{"found", std::string(day)}}}});
    const auto minutes = time_of_day(time);
    if (!minutes)
        return std::unexpected(MomentRefusal{Field::time, {"refusal.moment.time", {{"found", said_back(time)}}}});
    return std::chrono::sys_days(point->first_day()) + *minutes;
}

} // namespace interregio
