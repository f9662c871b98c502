#pragma once
// What a language has to say for in_words() to work, and what the languages share. To be included by
// partial_date_words*.cpp only.

#include "base/partial_date.h"
#include "base/partial_date_words.h"

#include <string>
#include <string_view>

namespace interregio {

/// The wording of dates in one language. Stateless; safe from any thread.
class DateWording {
  public:
    virtual ~DateWording() = default;

    virtual std::string point(const DatePoint& point, DatePhrase phrase) const = 0;
    /// From start to end, which differ. Both carry the same qualifier, to be said once for both.
    virtual std::string range(const DatePoint& start, const DatePoint& end, DatePhrase phrase) const = 0;
    /// From start to end, which carry different qualifiers, each to be said where it belongs.
    virtual std::string differently_sure_range(const DatePoint& start, const DatePoint& end,
                                               DatePhrase phrase) const = 0;
    /// An interval without an end: it goes on (open) or nobody knows when it ended (unknown).
    virtual std::string beginning(const DatePoint& start, IntervalEnd end, DatePhrase phrase) const = 0;
    /// An interval without a start.
    virtual std::string ending(const DatePoint& end, IntervalEnd start, DatePhrase phrase) const = 0;
};

const DateWording& german_date_wording();
const DateWording& polish_date_wording();
const DateWording& english_date_wording();

namespace date_wording {

enum class WithYear { yes, no };

inline bool is_winter(const DatePoint& point) {
    return point.precision == DatePrecision::season && point.month == static_cast<unsigned>(Season::winter);
}

/// Whether the year needs to be said only once. A winter has two years, and a bare year is its year.
inline bool share_year(const DatePoint& a, const DatePoint& b) {
    return a.year == b.year && a.precision != DatePrecision::year && b.precision != DatePrecision::year &&
           !is_winter(a) && !is_winter(b);
}

/// Whether two days share month and year: "8.–9. August 2019".
inline bool share_month(const DatePoint& a, const DatePoint& b) {
    return a.precision == DatePrecision::day && b.precision == DatePrecision::day && a.year == b.year &&
           a.month == b.month;
}

/// "2024/25", as German and English write a winter; "1999/2000" where the century turns.
inline std::string short_winter_years(int year) {
    const int next = year + 1;
    std::string out = std::to_string(year) + '/';
    if (next % 100 == 0) return out + std::to_string(next);
    if (next % 100 < 10) out += '0';
    return out + std::to_string(next % 100);
}

/// En dash between start and end: tight between single words of one kind ("March–May 2024", "2018–2020"), else with
/// spaces ("28 February – 2 March 2024").
inline std::string dash(DatePrecision start_precision, std::string_view start, DatePrecision end_precision,
                        std::string_view end) {
    const bool tight = start_precision == end_precision && start.find(' ') == std::string_view::npos;
    return std::string(start) + (tight ? "–" : " – ") + std::string(end);
}

} // namespace date_wording
} // namespace interregio
