#include "base/partial_date_wording.h"

#include <array>

namespace interregio {
namespace {

using namespace date_wording;

constexpr std::array<std::string_view, 12> months{"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                                  "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
constexpr std::array<std::string_view, 4> seasons{"Frühjahr", "Sommer", "Herbst", "Winter"};

std::string day_number(const DatePoint& point) { return std::to_string(point.day) + '.'; }

/// "9. August 2019", "Oktober 2025", "Winter 2024/25", "2018".
std::string plain(const DatePoint& point, WithYear with_year = WithYear::yes) {
    if (is_winter(point)) return "Winter " + short_winter_years(point.year);
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
        out = day_number(point) + ' ' + std::string(months[point.month - 1]);
        break;
    }
    if (with_year == WithYear::yes) out += ' ' + std::to_string(point.year);
    return out;
}

/// "vermutlich ", "etwa ", before anything but a day or a year alone.
std::string adverb(DateQualifier qualifier) {
    switch (qualifier) {
    case DateQualifier::certain:
        break;
    case DateQualifier::uncertain:
        return "vermutlich ";
    case DateQualifier::approximate:
        return "etwa ";
    case DateQualifier::uncertain_and_approximate:
        return "vermutlich etwa ";
    }
    return {};
}

std::string remark(DateQualifier qualifier) {
    switch (qualifier) {
    case DateQualifier::certain:
        break;
    case DateQualifier::uncertain:
        return " (vermutlich)";
    case DateQualifier::approximate:
        return " (ungefähr)";
    case DateQualifier::uncertain_and_approximate:
        return " (vermutlich, ungefähr)";
    }
    return {};
}

/// "am 9. August 2019", "im Oktober 2025", "im Sommer 2024", "2018".
std::string at(const DatePoint& point) {
    switch (point.precision) {
    case DatePrecision::year:
        return plain(point);
    case DatePrecision::season:
    case DatePrecision::month:
        return "im " + plain(point);
    case DatePrecision::day:
        return "am " + plain(point);
    }
    return {};
}

/// "vom 8. August", "von Dezember 2024", "vom Sommer 2024", "von 2018".
std::string from(const DatePoint& start, WithYear with_year) {
    const bool article = start.precision == DatePrecision::day || start.precision == DatePrecision::season;
    return (article ? "vom " : "von ") + plain(start, with_year);
}

/// "bis 9. August 2019" after a day ("vom 8. bis 9."), else "bis zum 9. August 2019"; "bis zum Sommer 2024",
/// "bis Mai 2024", "bis 2020".
std::string to(const DatePoint& end, DatePrecision start_precision) {
    const bool article = end.precision == DatePrecision::season ||
                         (end.precision == DatePrecision::day && start_precision != DatePrecision::day);
    return (article ? " bis zum " : " bis ") + plain(end);
}

/// "seit dem 1. Juli 2017", "ab Juli 2017": the article is left out in tables and headings, and before months and
/// years.
std::string after(std::string_view preposition, std::string_view article, const DatePoint& point, DatePhrase phrase) {
    const bool takes_article = point.precision == DatePrecision::day || point.precision == DatePrecision::season;
    std::string out = adverb(point.qualifier) + std::string(preposition) + ' ';
    if (takes_article && phrase == DatePhrase::in_sentence) out += std::string(article) + ' ';
    return out + plain(point);
}

class GermanDateWording final : public DateWording {
    std::string point(const DatePoint& point, DatePhrase phrase) const override {
        const bool approximate = point.qualifier == DateQualifier::approximate ||
                                 point.qualifier == DateQualifier::uncertain_and_approximate;
        const bool takes_um = point.precision == DatePrecision::day || point.precision == DatePrecision::year;
        if (approximate && takes_um) {
            const std::string around = (point.precision == DatePrecision::day ? "um den " : "um ") + plain(point);
            return point.qualifier == DateQualifier::approximate ? around : "vermutlich " + around;
        }
        return adverb(point.qualifier) + (phrase == DatePhrase::standalone ? plain(point) : at(point));
    }

    std::string range(const DatePoint& start, const DatePoint& end, DatePhrase phrase) const override {
        const std::string sure = adverb(start.qualifier);
        const WithYear year = share_year(start, end) ? WithYear::no : WithYear::yes;
        if (phrase == DatePhrase::standalone) {
            const std::string first = share_month(start, end) ? day_number(start) : plain(start, year);
            return sure + dash(start.precision, first, end.precision, plain(end));
        }
        const std::string first = share_month(start, end) ? "vom " + day_number(start) : from(start, year);
        return sure + first + to(end, start.precision);
    }

    std::string differently_sure_range(const DatePoint& start, const DatePoint& end, DatePhrase phrase) const override {
        if (phrase == DatePhrase::standalone)
            return plain(start) + remark(start.qualifier) + " – " + plain(end) + remark(end.qualifier);
        return from(start, WithYear::yes) + remark(start.qualifier) + to(end, start.precision) + remark(end.qualifier);
    }

    std::string beginning(const DatePoint& start, IntervalEnd end, DatePhrase phrase) const override {
        if (end == IntervalEnd::unknown) return after("ab", "dem", start, phrase) + " (Ende unbekannt)";
        return after("seit", "dem", start, phrase);
    }

    std::string ending(const DatePoint& end, IntervalEnd start, DatePhrase phrase) const override {
        std::string out = after("bis", "zum", end, phrase);
        if (start == IntervalEnd::unknown) out += " (Beginn unbekannt)";
        return out;
    }
};

} // namespace

const DateWording& german_date_wording() {
    static const GermanDateWording wording;
    return wording;
}

} // namespace interregio
