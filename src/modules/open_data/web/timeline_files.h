#pragma once
// The timeline for other programs: as a table, as a feed of what was changed last, as a calendar of what has known
// days. Each in one language. What is read comes from the loading functions of the portal.

#include "modules/activities/activities.h"
#include "modules/portal/reading.h"
#include "modules/portal/web/paths.h"
#include "platform/calendar/calendar.h"

#include <optional>
#include <string>

namespace interregio::open_data::web {

struct FileContext {
    portal::Reading reading;
    const Catalogue& words;
    std::string base_url; ///< without a final slash

    [[nodiscard]] portal::web::Paths paths() const { return portal::web::Paths(words); }
    [[nodiscard]] std::string absolute(const std::string& path) const { return base_url + path; }
};

/// Most rows of one table: what is older is in the next.
inline constexpr std::size_t most_table_rows = 1000;
struct Table {
    std::string csv;
    std::optional<std::string> next; ///< key to go on after
};
/// `older_than` is the key of the last row of the table before; empty for the beginning.
[[nodiscard]] Table timeline_table(const FileContext& context, const ActivityFilter& filter,
                                   const std::string& older_than);

/// Atom (RFC 4287): the activities that were changed last, at most thirty.
[[nodiscard]] std::string timeline_feed(const FileContext& context);

inline constexpr std::size_t most_calendar_events = 500;
/// The activities whose days are known, the newest ones that the filter lets through.
[[nodiscard]] calendar::Calendar timeline_calendar(const FileContext& context, const ActivityFilter& filter);
/// One activity; nothing when its days are not known.
[[nodiscard]] std::optional<calendar::Calendar> activity_calendar(const FileContext& context, Id<Activity> id);

} // namespace interregio::open_data::web
