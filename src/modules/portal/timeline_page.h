#pragma once
// All activities ever, the newest first, a page at a time; filtered by what a reader asks for.

#include "modules/portal/activity_card.h"
#include "modules/portal/home_page.h"

#include <chrono>

namespace interregio::portal {

/// What was asked for, as it came: keys of the address and their values. Empty values mean "all".
struct TimelineRequest {
    std::string partnership; ///< a slug in the reader's language, or a key
    std::string kind;
    std::string field;
    std::string organisation;
    std::string series;
    std::string status;
    std::string year;
    std::string older_than; ///< key of the last activity of the page before
    std::string newer_than; ///< key of the first activity of the page after
};

struct TimelineChoice {
    std::string value; ///< in the address
    ShownText name;
};

enum class Condition { partnership, kind, field, organisation, series, status, year };

struct TimelinePage {
    ActivityFilter filter;
    std::vector<Condition> unknown; ///< conditions whose value makes no sense; they were left out
    std::chrono::year_month_day today{};
    std::vector<ActivityCard> coming;     ///< of those on this page, what is still to come
    std::vector<ActivityCard> activities; ///< the others
    std::optional<std::string> newer;     ///< key to go on from, when there are newer ones than shown
    std::optional<std::string> older;
    std::vector<YearCount> years; ///< of all activities that the other conditions let through
    std::int64_t count = 0;       ///< all that the filter lets through

    std::vector<ActivityKind> kinds; ///< what there is to choose from
    std::vector<ActivityStatus> statuses;
    std::vector<TimelineChoice> partnerships; ///< empty when there is only one
    std::vector<TimelineChoice> fields;
    std::vector<TimelineChoice> organisations;
    std::vector<TimelineChoice> series;
    /// The chosen values as they stand in addresses; empty for "all".
    TimelineRequest chosen;
};
/// `today` decides what is still to come.
[[nodiscard]] TimelinePage timeline_page(const Reading& reading, const TimelineRequest& request,
                                         std::chrono::year_month_day today);

/// The number of activities on one page.
inline constexpr std::size_t timeline_page_size = 40;

} // namespace interregio::portal
