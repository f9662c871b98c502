#include "platform/spreadsheet/day_serial.h"

#include <cmath>

namespace interregio::spreadsheet {
namespace {

using namespace std::chrono;

constexpr int false_leap_day = 60;
constexpr sys_days before_1900{1899y / December / 31};
constexpr sys_days zero_of_1904{1904y / January / 1};
constexpr sys_days last_day_of_all{9999y / December / 31};

} // namespace

std::optional<year_month_day> day_of_serial(double serial, DaySystem system) {
    if (!(serial >= 0 && serial < 3'000'000)) return std::nullopt;
    const auto whole = static_cast<int>(std::floor(serial));
    sys_days day = zero_of_1904 + days{whole};
    if (system == DaySystem::since_1900) {
        if (whole == 0 || whole == false_leap_day) return std::nullopt;
        day = before_1900 + days{whole < false_leap_day ? whole : whole - 1};
    }
    return day <= last_day_of_all ? std::optional(year_month_day{day}) : std::nullopt;
}

std::optional<double> serial_of_day(year_month_day day) {
    if (!day.ok() || day < 1900y / March / 1 || sys_days{day} > last_day_of_all) return std::nullopt;
    return static_cast<double>((sys_days{day} - before_1900).count() + 1);
}

} // namespace interregio::spreadsheet
