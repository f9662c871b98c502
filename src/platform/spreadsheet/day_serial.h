#pragma once
// Days as spreadsheets count them (ECMA-376, part 1, 18.17.4.1). Pure.

#include <chrono>
#include <optional>

namespace interregio::spreadsheet {

/// From which day a workbook counts. Since 1900, 1 is the 1st of January 1900 and 60 a 29th of February that never was;
/// since 1904, 0 is the 1st of January 1904.
enum class DaySystem { since_1900, since_1904 };

/// The day, without the time that a fraction tells. Nothing for numbers that are no day of the calendar up to the end
/// of 9999, such as times alone.
[[nodiscard]] std::optional<std::chrono::year_month_day> day_of_serial(double serial, DaySystem system);

/// In the system of 1900; nothing for days before March 1900, about which programs differ.
[[nodiscard]] std::optional<double> serial_of_day(std::chrono::year_month_day day);

} // namespace interregio::spreadsheet
