#pragma once
// A moment as people type it: a day in the words of typed_date.h, and a time of day. In UTC, as all moments are shown.
// A function without state; safe from any thread.

#include "base/clock.h"
#include "base/language.h"
#include "base/refusal.h"

#include <expected>
#include <string_view>

namespace interregio {

struct MomentRefusal {
    enum class Field { day, time } field = Field::day;
    Refusal refusal;
};

/// The time is "9:30" or "09:30", from 0:00 to 23:59; a point stands for the colon. Refusals: what read_typed_date()
/// refuses; refusal.moment.day {found} for what is not one certain day, refusal.moment.time {found};
/// refusal.moment.no_day and .no_time where only the other was typed.
[[nodiscard]] std::expected<Clock::Time, MomentRefusal> read_typed_moment(std::string_view day, std::string_view time,
                                                                          Language reader);

} // namespace interregio
