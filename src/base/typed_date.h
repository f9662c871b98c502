#pragma once
// Dates as people type them, in German, Polish and English, whatever the language of the interface.
// A function without state; safe from any thread.

#include "base/language.h"
#include "base/partial_date.h"
#include "base/refusal.h"

#include <cstddef>
#include <expected>
#include <string_view>

namespace interregio {

/// Longer texts, in bytes, are no dates.
constexpr std::size_t longest_typed_date = 200;

/// Reads what somebody typed into a field for a date:
///   what PartialDate::parse() reads, with the same meaning ("2025-10", "2025-21" is a spring, "2017-07-01/..");
///   days ("8.8.2019", "8. August 2019", "8 VIII 2019", "August 8, 2019"), with the weekday if one likes;
///   months ("październik 2025", "10/2025"), seasons ("latem 2024 r.", "Winter 2024/25"), years ("w 2024 r.");
///   ranges ("8.–9.8.2019", "od 28 lutego do 2 marca 2024 r.", "2019-2021"), where the start takes from the end what it
///   lacks ("28.2.–2.3.2024"); open ones ("seit Juli 2017", "until 2019", "2017 – heute"); ends that nobody knows
///   ("2017–?", "from July 2017 (end unknown)");
///   doubts ("vermutlich Juni 2022", "June 2022?", "ok. 2018", "~2018");
///   what in_words() says, in every language and phrase, with the same meaning. Two exceptions: an interval from a
///   point to the same point, which is said and read as the point, and years before 1000.
/// Case, kinds of spaces and dashes, and missing diacritics do not matter ("pazdziernik", "Maerz", "Marz").
///
/// Where several readings are possible:
///   - Numbers are day, month, year, in this order: "8/9/2019" is the 8th of September. A year first makes it year,
///     month, day.
///   - What joins two points with "and" or a slash is read as a range where one follows at once on the other
///     ("8./9. August 2019", "Juni und Juli 2024"). A slash between two points with years of their own is that of EDTF.
///   - A doubt before a range is that of both ends, behind `from` and behind the dash that of the end it stands at. A
///     doubt at the end of a range belongs to both if the start took its year from the end, else to the end alone.
///   - "Do 8.8.2019" is a Thursday to a German reader and "until" to others. Nothing else depends on `reader`.
/// Nothing is guessed: a year of two digits, a winter with one year, "8 and 15 August" are refused.
///
/// Refusals, all with {found}, what was typed, fit to be shown:
///   refusal.date.typed            it cannot be read; the message gives examples
///   refusal.date.four_digit_year  there is no year, or one of fewer digits
///   refusal.date.winter           {earlier}, {later}: the two winters a winter with one year can be ("2023/24")
///   refusal.date.not_in_a_row     "and" or a slash between points that do not follow each other
///   refusal.date.weekday.*        {day}: the day in ISO form is another weekday than typed: the last part of the key
/// and those of PartialDate::parse(); {start} and {end} are then in EDTF.
[[nodiscard]] std::expected<PartialDate, Refusal> read_typed_date(std::string_view typed, Language reader);

} // namespace interregio
