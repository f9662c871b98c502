#include "base/partial_date_wording.h"

#include <array>

namespace interregio {
namespace {

using namespace date_wording;

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};

/// "9 August 2019", "October 2025", "winter 2024/25", "2018".
std::string plain(const DatePoint& point, WithYear with_year = WithYear::yes) {
    if (is_winter(point)) return "winter " + short_winter_years(point.year);
    std::string out;
    switch (point.precision) {
    case DatePrecision::year:
        return std::to_string(point.year);
    case DatePrecision::season:
        out = seasons[point.month - 21];
        break;
    case DatePrecision::month:
        out = months[point.month - 1];
        break;
    case DatePrecision::day:
        out = std::to_string(point.day) + ' ' + std::string(months[point.month - 1]);
        break;
    }
    if (with_year == WithYear::yes) out += ' ' + std::to_string(point.year);
    return out;
}

/// "on 9 August 2019", "in October 2025".
std::string at(const DatePoint& point) {
    return (point.precision == DatePrecision::day ? "on " : "in ") + plain(point);
}

bool approximate(DateQualifier qualifier) {
    return qualifier == DateQualifier::approximate || qualifier == DateQualifier::uncertain_and_approximate;
}

std::string probably(DateQualifier qualifier) {
    const bool uncertain =
        qualifier == DateQualifier::uncertain || qualifier == DateQualifier::uncertain_and_approximate;
    return uncertain ? "probably " : "";
}

std::string remark(DateQualifier qualifier) {
    switch (qualifier) {
    case DateQualifier::certain:
        break;
    case DateQualifier::uncertain:
        return " (probably)";
    case DateQualifier::approximate:
        return " (approximately)";
    case DateQualifier::uncertain_and_approximate:
        return " (probably, approximately)";
    }
    return {};
}

/// Whether the end is the day after the start: "on 8 and 9 August" reads better than "from 8 to 9 August".
bool two_days(const DatePoint& start, const DatePoint& end) {
    return start.precision == DatePrecision::day && end.precision == DatePrecision::day &&
           std::chrono::sys_days{start.first_day()} + std::chrono::days{1} == std::chrono::sys_days{end.first_day()};
}

std::string_view about(DatePhrase phrase) { return phrase == DatePhrase::standalone ? "about " : "around "; }

/// "since July 2017", "probably until about 2019".
std::string after(std::string_view preposition, const DatePoint& point) {
    return probably(point.qualifier) + std::string(preposition) + (approximate(point.qualifier) ? " about " : " ") +
           plain(point);
}

class EnglishDateWording final : public DateWording {
    std::string point(const DatePoint& point, DatePhrase phrase) const override {
        if (approximate(point.qualifier)) return probably(point.qualifier) + std::string(about(phrase)) + plain(point);
        return probably(point.qualifier) + (phrase == DatePhrase::standalone ? plain(point) : at(point));
    }

    std::string range(const DatePoint& start, const DatePoint& end, DatePhrase phrase) const override {
        const WithYear year = share_year(start, end) ? WithYear::no : WithYear::yes;
        const std::string first = share_month(start, end) ? std::to_string(start.day) : plain(start, year);
        const std::string sure = probably(start.qualifier);
        if (approximate(start.qualifier)) // "from about 2018 to 2020" would leave the end out
            return sure + std::string(about(phrase)) + dash(start.precision, first, end.precision, plain(end));
        if (phrase == DatePhrase::standalone) return sure + dash(start.precision, first, end.precision, plain(end));
        if (two_days(start, end)) return sure + "on " + first + " and " + plain(end);
        return sure + "from " + first + " to " + plain(end);
    }

    std::string differently_sure_range(const DatePoint& start, const DatePoint& end, DatePhrase phrase) const override {
        if (phrase == DatePhrase::standalone)
            return plain(start) + remark(start.qualifier) + " – " + plain(end) + remark(end.qualifier);
        return "from " + plain(start) + remark(start.qualifier) + " to " + plain(end) + remark(end.qualifier);
    }

    std::string beginning(const DatePoint& start, IntervalEnd end, DatePhrase) const override {
        if (end == IntervalEnd::unknown) return after("from", start) + " (end unknown)";
        return after("since", start);
    }

    std::string ending(const DatePoint& end, IntervalEnd start, DatePhrase) const override {
        std::string out = after("until", end);
        if (start == IntervalEnd::unknown) out += " (start unknown)";
        return out;
    }
};

} // namespace

const DateWording& english_date_wording() {
    static const EnglishDateWording wording;
    return wording;
}

} // namespace interregio
