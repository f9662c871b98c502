#include "base/partial_date.h"

#include "base/assert.h"
#include "base/utf8.h"

#include <cstdio>

namespace interregio {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int last_year = 9999; // EDTF level 0 has four digits
constexpr year_month_day beginning_of_time{year{0}, month{1}, day{1}};
constexpr year_month_day end_of_time{year{last_year}, month{12}, day{31}};

std::unexpected<Refusal> refused(std::string key, std::string_view found, Refusal::Arguments more = {}) {
    Refusal refusal{"refusal.date." + std::move(key), {{"found", quotable(found)}}};
    for (auto& argument : more) refusal.arguments.push_back(std::move(argument));
    return std::unexpected(std::move(refusal));
}

/// The value of text when it is all ASCII digits; else nothing. Only for a few digits.
std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

year_month_day calendar_day(int y, unsigned m, unsigned d) { return year{y} / month{m} / day{d}; }
year_month_day last_of_month(int y, unsigned m) { return year{y} / month{m} / std::chrono::last; }
unsigned first_month_of_season(unsigned season) { return (season - 20) * 3; }

constexpr bool is_season(unsigned month_number) { return month_number >= 21 && month_number <= 24; }
constexpr bool is_month(unsigned month_number) { return month_number >= 1 && month_number <= 12; }

std::optional<DateQualifier> qualifier_of(char c) {
    switch (c) {
    case '?':
        return DateQualifier::uncertain;
    case '~':
        return DateQualifier::approximate;
    case '%':
        return DateQualifier::uncertain_and_approximate;
    default:
        return std::nullopt;
    }
}

/// Reads one point; `whole` is what was entered, for the refusal.
std::expected<DatePoint, Refusal> parse_point(std::string_view text, std::string_view whole) {
    DatePoint point;
    if (!text.empty()) {
        if (const auto qualifier = qualifier_of(text.back())) {
            point.qualifier = *qualifier;
            text.remove_suffix(1);
        }
    }
    const bool has_month = text.size() == 7 || text.size() == 10;
    const bool has_day = text.size() == 10;
    if ((text.size() != 4 && !has_month) || (has_month && text[4] != '-') || (has_day && text[7] != '-'))
        return refused("form", whole);
    const auto year_number = digits(text.substr(0, 4));
    const auto month_number = has_month ? digits(text.substr(5, 2)) : 0;
    const auto day_number = has_day ? digits(text.substr(8, 2)) : 0;
    if (!year_number || !month_number || !day_number) return refused("form", whole);

    point.year = static_cast<int>(*year_number);
    point.month = *month_number;
    point.day = *day_number;
    if (!has_month) return point;
    if (!is_month(point.month) && (has_day || !is_season(point.month)))
        return refused("no_such_month", whole, {{"month", std::string(text.substr(5, 2))}});
    point.precision = is_month(point.month) ? DatePrecision::month : DatePrecision::season;
    if (!has_day) return point;
    point.precision = DatePrecision::day;
    const unsigned last = static_cast<unsigned>(last_of_month(point.year, point.month).day());
    if (point.day < 1 || point.day > last)
        return refused("no_such_day", whole, {{"day", std::string(text.substr(8, 2))}, {"last", std::to_string(last)}});
    return point;
}

void append(std::string& out, const DatePoint& point) {
    char text[16];
    int length = std::snprintf(text, sizeof text, "%04d", point.year);
    out.append(text, static_cast<std::size_t>(length));
    if (point.precision != DatePrecision::year) {
        length = std::snprintf(text, sizeof text, "-%02u", point.month);
        out.append(text, static_cast<std::size_t>(length));
    }
    if (point.precision == DatePrecision::day) {
        length = std::snprintf(text, sizeof text, "-%02u", point.day);
        out.append(text, static_cast<std::size_t>(length));
    }
    switch (point.qualifier) {
    case DateQualifier::certain:
        break;
    case DateQualifier::uncertain:
        out += '?';
        break;
    case DateQualifier::approximate:
        out += '~';
        break;
    case DateQualifier::uncertain_and_approximate:
        out += '%';
        break;
    }
}

void append_end(std::string& out, const std::optional<DatePoint>& point, IntervalEnd kind) {
    if (point) append(out, *point);
    if (kind == IntervalEnd::open) out += "..";
}

bool exact_day(const std::optional<DatePoint>& point) {
    return point && point->precision == DatePrecision::day && point->qualifier == DateQualifier::certain;
}

/// Whether parse() could have given the point.
bool possible(const DatePoint& point) {
    if (point.year < 0 || point.year > last_year) return false;
    switch (point.precision) {
    case DatePrecision::year:
        return point.month == 0 && point.day == 0;
    case DatePrecision::season:
        return is_season(point.month) && point.day == 0;
    case DatePrecision::month:
        return is_month(point.month) && point.day == 0;
    case DatePrecision::day:
        return calendar_day(point.year, point.month, point.day).ok();
    }
    return false;
}

} // namespace

year_month_day DatePoint::first_day() const {
    switch (precision) {
    case DatePrecision::year:
        return calendar_day(year, 1, 1);
    case DatePrecision::season:
        return calendar_day(year, first_month_of_season(month), 1);
    case DatePrecision::month:
        return calendar_day(year, month, 1);
    case DatePrecision::day:
        break;
    }
    return calendar_day(year, month, day);
}

year_month_day DatePoint::last_day() const {
    switch (precision) {
    case DatePrecision::year:
        return calendar_day(year, 12, 31);
    case DatePrecision::season:
        if (month != static_cast<unsigned>(Season::winter))
            return last_of_month(year, first_month_of_season(month) + 2);
        return year == last_year ? end_of_time : last_of_month(year + 1, 2);
    case DatePrecision::month:
        return last_of_month(year, month);
    case DatePrecision::day:
        break;
    }
    return calendar_day(year, month, day);
}

PartialDate::PartialDate(DatePoint point) : start_(point) {
    INTERREGIO_ASSERT(possible(point), "a PartialDate is made from a point that exists");
}

std::expected<PartialDate, Refusal> PartialDate::parse(std::string_view edtf) {
    if (edtf.empty()) return refused("empty", edtf);
    PartialDate date;
    const std::size_t slash = edtf.find('/');
    if (slash == std::string_view::npos) {
        const auto point = parse_point(edtf, edtf);
        if (!point) return std::unexpected(point.error());
        date.start_ = *point;
        return date;
    }

    date.interval_ = true;
    const auto read_end = [&](std::string_view text, std::optional<DatePoint>& to,
                              IntervalEnd& kind) -> std::optional<Refusal> {
        to.reset();
        if (text.empty() || text == "..") {
            kind = text.empty() ? IntervalEnd::unknown : IntervalEnd::open;
            return std::nullopt;
        }
        const auto point = parse_point(text, edtf);
        if (!point) return point.error();
        to = *point;
        return std::nullopt;
    };
    if (auto refusal = read_end(edtf.substr(0, slash), date.start_, date.start_kind_))
        return std::unexpected(std::move(*refusal));
    if (auto refusal = read_end(edtf.substr(slash + 1), date.end_, date.end_kind_))
        return std::unexpected(std::move(*refusal));

    if (!date.start_ && !date.end_) return refused("interval_without_end", edtf);
    if (date.start_ && date.end_ && date.end_->last_day() < date.start_->first_day())
        return refused("end_before_start", edtf,
                       {{"start", std::string(edtf.substr(0, slash))}, {"end", std::string(edtf.substr(slash + 1))}});
    return date;
}

std::string PartialDate::edtf() const {
    std::string out;
    append_end(out, start_, start_kind_);
    if (!interval_) return out;
    out += '/';
    append_end(out, end_, end_kind_);
    return out;
}

year_month_day PartialDate::first_day() const { return start_ ? start_->first_day() : beginning_of_time; }

year_month_day PartialDate::last_day() const {
    if (!interval_) return start_->last_day();
    return end_ ? end_->last_day() : end_of_time;
}

DatePrecision PartialDate::precision() const { return start_ ? start_->precision : end_->precision; }

bool PartialDate::days_known() const { return exact_day(start_) && (!interval_ || exact_day(end_)); }

std::strong_ordering operator<=>(const PartialDate& a, const PartialDate& b) {
    if (const auto order = a.first_day() <=> b.first_day(); order != 0) return order;
    if (const auto order = a.precision() <=> b.precision(); order != 0) return order;
    if (const auto order = a.last_day() <=> b.last_day(); order != 0) return order;
    return a == b ? std::strong_ordering::equal : a.edtf() <=> b.edtf();
}

std::string iso_day(year_month_day day) {
    std::string out;
    append(out, DatePoint{.precision = DatePrecision::day,
                          .year = static_cast<int>(day.year()),
                          .month = static_cast<unsigned>(day.month()),
                          .day = static_cast<unsigned>(day.day())});
    return out;
}

std::optional<year_month_day> parse_iso_day(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    const auto point = parse_point(text, text);
    if (!point || point->precision != DatePrecision::day) return std::nullopt;
    return point->first_day();
}

} // namespace interregio
