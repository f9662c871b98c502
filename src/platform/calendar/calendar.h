#pragma once
// Calendars of whole days, as iCalendar (RFC 5545, with NAME and REFRESH-INTERVAL of RFC 7986). Values and one function
// without I/O; safe from any thread. That others read what it writes is tested with libical and python3-icalendar.

#include "base/language.h"

#include <chrono>
#include <string>
#include <vector>

namespace interregio::calendar {

enum class EventStatus { tentative, confirmed, cancelled };

struct Event {
    std::string uid;                     ///< never changes for the same event (RFC 7986, 5.3 wants a UUID)
    std::chrono::year_month_day first{}; ///< the days it takes, both included
    std::chrono::year_month_day last{};
    EventStatus status = EventStatus::confirmed;
    std::string title;
    std::string description; ///< may hold newlines; empty for none
    std::string location;    ///< empty for none
    std::string url;         ///< absolute; empty for none
    std::string changed;     ///< "2026-03-01T09:30:00Z": when it was changed last
};

struct Calendar {
    std::string name;
    Language language; ///< of all texts
    std::vector<Event> events;
};

/// The file, with line ends as the standard wants them. Texts must be valid UTF-8 without control characters but
/// newlines.
[[nodiscard]] std::string write(const Calendar& calendar);

} // namespace interregio::calendar
