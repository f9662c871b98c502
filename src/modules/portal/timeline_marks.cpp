#include "modules/portal/timeline_marks.h"

#include <algorithm>
#include <array>
#include <map>

namespace interregio::portal {

using std::chrono::year_month_day;

std::optional<Season> season_of(const PartialDate& date) {
    const auto& start = date.start();
    if (!start || start->precision == DatePrecision::year) return std::nullopt;
    if (start->precision == DatePrecision::season) return static_cast<Season>(start->month);
    if (start->month <= 2 || start->month == 12) return Season::winter;
    constexpr std::array seasons{Season::spring, Season::summer, Season::autumn};
    return seasons[start->month / 3 - 1];
}

namespace {

constexpr int silence_from_months = 12;

std::optional<int> months_between(const year_month_day& ended, const year_month_day& begins) {
    int months = (static_cast<int>(begins.year()) - static_cast<int>(ended.year())) * 12 +
                 static_cast<int>(static_cast<unsigned>(begins.month())) -
                 static_cast<int>(static_cast<unsigned>(ended.month()));
    if (begins.day() < ended.day()) --months;
    return months >= silence_from_months ? std::optional(months) : std::nullopt;
}

} // namespace

std::optional<int> silent_months(const PartialDate& earlier, const PartialDate& later) {
    return months_between(earlier.last_day(), later.first_day());
}

std::vector<std::optional<int>> silences(std::span<const ActivityRow* const> rows) {
    // The latest day on which anything at or below a place of the list can have been going on.
    std::vector<std::optional<year_month_day>> lasted(rows.size());
    std::optional<year_month_day> latest;
    for (std::size_t i = rows.size(); i-- > 0;) {
        if (rows[i]->status == ActivityStatus::held && (!latest || *latest < rows[i]->date.last_day()))
            latest = rows[i]->date.last_day();
        lasted[i] = latest;
    }
    std::vector<std::optional<int>> found(rows.size());
    const ActivityRow* newer = nullptr;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i]->status != ActivityStatus::held) continue;
        if (newer != nullptr) found[i] = months_between(*lasted[i], newer->date.first_day());
        newer = rows[i];
    }
    return found;
}

std::vector<YearSlot> year_slots(const std::vector<YearCount>& counts) {
    constexpr int most_years = 80;
    constexpr std::int64_t levels = 8;
    std::vector<YearSlot> slots;
    if (counts.empty()) return slots;
    const auto fullest = std::ranges::max(counts, {}, &YearCount::activities).activities;
    const bool gaps = counts.front().year - counts.back().year < most_years;
    for (auto count = counts.rbegin(); count != counts.rend(); ++count) {
        while (gaps && !slots.empty() && slots.back().year + 1 < count->year)
            slots.push_back({slots.back().year + 1, 0, 0});
        slots.push_back(
            {count->year, count->activities,
             static_cast<int>((count->activities * levels + fullest - 1) / std::max<std::int64_t>(1, fullest))});
    }
    return slots;
}

namespace {

struct Reach {
    std::size_t first = 0;
    std::size_t last = 0;
};

} // namespace

std::vector<std::vector<LaneMark>> series_lanes(std::span<const std::optional<Uuid>> series) {
    constexpr std::size_t most_lanes = 3;
    std::vector<std::vector<LaneMark>> marks(series.size());
    std::map<Uuid, Reach> reaches;
    for (std::size_t i = 0; i < series.size(); ++i)
        if (series[i]) reaches.try_emplace(*series[i], Reach{i, i}).first->second.last = i;
    std::array<std::size_t, most_lanes> free_from{};
    for (std::size_t begin = 0; begin < series.size(); ++begin) {
        if (!series[begin]) continue;
        const Reach reach = reaches.at(*series[begin]);
        if (reach.first != begin || reach.last == begin) continue;
        const auto* free = std::ranges::find_if(free_from, [&](std::size_t from) { return from <= begin; });
        if (free == free_from.end()) continue;
        const auto lane = static_cast<std::size_t>(free - free_from.begin());
        free_from.at(lane) = reach.last + 1;
        for (std::size_t i = begin; i <= reach.last; ++i) {
            const auto part = i == begin ? LanePart::newest : i == reach.last ? LanePart::oldest : LanePart::between;
            marks[i].push_back({static_cast<int>(lane), part, series[i] == series[begin]});
        }
    }
    return marks;
}

} // namespace interregio::portal
