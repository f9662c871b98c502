#pragma once
// What a chronicle shows beside its entries: seasons, silences, how full the years were, and lines that join the
// editions of a series. Worked out from what is on the page; values without a database.

#include "modules/activities/activities.h"

#include <span>

namespace interregio::portal {

/// The season in which a date begins: meteorological and northern, as in partial_date.h. December is winter, as are
/// January and February of the year they are in. None for a date that is known by its year only, or whose beginning is
/// not known.
[[nodiscard]] std::optional<Season> season_of(const PartialDate& date);

/// Whole months between the latest day on which one activity can have ended and the earliest on which the next can have
/// begun, if there are at least twelve; so it never claims more silence than there was.
[[nodiscard]] std::optional<int> silent_months(const PartialDate& earlier, const PartialDate& later);

/// For each of `rows` (the newest first), the silence after it in time, before the next newer one: whole months, or
/// nothing. Only what was held breaks a silence. A longer activity further down the list breaks it, too.
[[nodiscard]] std::vector<std::optional<int>> silences(std::span<const ActivityRow* const> rows);

/// A year in the strip above the timeline.
struct YearSlot {
    int year = 0;
    std::int64_t activities = 0;
    int level = 0; ///< 0 for none, then 1 to 8 in proportion to the fullest year
};
/// From the first year to the last, those without activities among them; where the years reach over more than eighty,
/// only those with activities. `counts` as of count_by_year(): the newest first.
[[nodiscard]] std::vector<YearSlot> year_slots(const std::vector<YearCount>& counts);

/// The part of the line of a series beside one entry.
enum class LanePart { newest, between, oldest };
struct LaneMark {
    int lane = 0; ///< 0 to 2, from the left
    LanePart part = LanePart::between;
    bool edition = false; ///< whether the entry is an edition of that series itself
};
/// For each entry, by the series it belongs to (or none), the lines that run beside it. A series gets a line when two
/// of its editions are on the page; a fourth line at the same time is left out.
[[nodiscard]] std::vector<std::vector<LaneMark>> series_lanes(std::span<const std::optional<Uuid>> series);

} // namespace interregio::portal
