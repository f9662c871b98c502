#pragma once
// PartialDate: a date as precise as what is known. Extended Date/Time Format (EDTF), ISO 8601-2:2019, level 0 and these
// parts of level 1: season (months 21-24), uncertain `?`, approximate `~`, both `%`, intervals with an open end `..` or
// unknown end (empty). Specification: https://www.loc.gov/standards/datetime/
// A value; comparing and reading are safe from any thread. How a date reads in a language: partial_date_words.h.

#include "base/refusal.h"

#include <chrono>
#include <compare>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace interregio {

/// From the least to the most precise; dates that begin on the same day sort in this order.
enum class DatePrecision { year, season, month, day };
enum class Season { spring = 21, summer = 22, autumn = 23, winter = 24 };
/// What the one who wrote the date says of it: EDTF `?`, `~`, `%`.
enum class DateQualifier { certain, uncertain, approximate, uncertain_and_approximate };

/// One point of a chronicle: a year, a season, a month or a day.
struct DatePoint {
    DatePrecision precision = DatePrecision::year;
    int year = 0;       ///< 0000 to 9999
    unsigned month = 0; ///< 1-12 for month and day; 21-24 for a season; 0 for a year
    unsigned day = 0;   ///< 1-31 for a day; else 0
    DateQualifier qualifier = DateQualifier::certain;

    /// First and last calendar day it can mean. Seasons are meteorological, northern: spring March to May, summer June
    /// to August, autumn September to November, winter December of that year to February of the next (but never
    /// beyond 9999-12-31).
    [[nodiscard]] std::chrono::year_month_day first_day() const;
    [[nodiscard]] std::chrono::year_month_day last_day() const;

    friend bool operator==(const DatePoint&, const DatePoint&) = default;
};

enum class IntervalEnd { closed, open, unknown };

class PartialDate {
  public:
    /// Year 0000, for containers; not a date anybody entered.
    PartialDate() = default;
    /// A single point. It must be one that exists and has zero in the fields it does not use; the program ends
    /// otherwise.
    explicit PartialDate(DatePoint point);

    /// Reads EDTF, exactly ("2025", "2025-10", "2019-08-08/2019-08-09", "2025-21", "2018?", "2020-10~",
    /// "2017-07-01/.."). An interval must not end before it can have begun and needs at least one known end; start and
    /// end may differ in precision. Refusals carry what was entered as argument {found}, fit to be shown:
    ///   refusal.date.empty                 (nothing was entered)
    ///   refusal.date.form                  not one of the forms above
    ///   refusal.date.no_such_month         {month}: neither 01-12 nor, without a day, 21-24
    ///   refusal.date.no_such_day           {day}, {last}: the month's last day
    ///   refusal.date.end_before_start      {start}, {end}: the two points as entered
    ///   refusal.date.interval_without_end  neither start nor end is known
    [[nodiscard]] static std::expected<PartialDate, Refusal> parse(std::string_view edtf);

    /// The EDTF form; parse(d.edtf()) == d.
    [[nodiscard]] std::string edtf() const;

    [[nodiscard]] bool interval() const { return interval_; }
    /// The start (or the only point); empty when the start of an interval is open or unknown.
    [[nodiscard]] const std::optional<DatePoint>& start() const { return start_; }
    /// The end of an interval; empty when it is none, or when the end is open or unknown.
    [[nodiscard]] const std::optional<DatePoint>& end() const { return end_; }
    [[nodiscard]] IntervalEnd start_kind() const { return start_kind_; }
    [[nodiscard]] IntervalEnd end_kind() const { return end_kind_; }

    /// Earliest and latest day it can mean. An open or unknown start begins on 0000-01-01, such an end on 9999-12-31.
    [[nodiscard]] std::chrono::year_month_day first_day() const;
    [[nodiscard]] std::chrono::year_month_day last_day() const;
    /// The precision of the start, or of the end where the start is not known.
    [[nodiscard]] DatePrecision precision() const;
    /// Whether the very days are known and certain: what a calendar entry needs.
    [[nodiscard]] bool days_known() const;

    friend bool operator==(const PartialDate&, const PartialDate&) = default;
    /// By earliest possible day, then precision (less precise first), then latest day, then EDTF text.
    friend std::strong_ordering operator<=>(const PartialDate& a, const PartialDate& b);

  private:
    std::optional<DatePoint> start_ = DatePoint{};
    std::optional<DatePoint> end_;
    IntervalEnd start_kind_ = IntervalEnd::closed;
    IntervalEnd end_kind_ = IntervalEnd::closed;
    bool interval_ = false;
};

/// "2025-10-07"; four-digit year.
[[nodiscard]] std::string iso_day(std::chrono::year_month_day day);
/// Reads exactly that form; nothing for days that do not exist.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_iso_day(std::string_view text);

} // namespace interregio
