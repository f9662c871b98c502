#include "modules/activity_import/alike.h"

#include "modules/activity_import/alike_store.h"
#include "platform/language/edit_distance.h"

#include <algorithm>
#include <ranges>

namespace interregio::activity_import {
namespace {

std::int64_t number_of(std::chrono::year_month_day day) {
    return std::chrono::sys_days(day).time_since_epoch().count();
}

/// One is within the other: 12 June 2022 in June 2022.
bool same_time(const KnownActivity& one, const KnownActivity& other) {
    return (one.first >= other.first && one.last <= other.last) || (other.first >= one.first && other.last <= one.last);
}

std::string digits_of(std::string_view title) {
    std::string digits;
    std::ranges::copy_if(title, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

bool alike_titles(std::string_view one, std::string_view other) {
    constexpr std::size_t long_enough = 10; // shorter ones are alike by chance
    if (one == other) return true;
    if (one.size() > other.size()) std::swap(one, other);
    if (one.size() < long_enough) return false;
    if (digits_of(one) != digits_of(other)) return false; // the third meeting of a day is not the fourth
    if (other.contains(one)) return true;
    return other.size() - one.size() <= 2 && language::edit_distance(one, other, 2) <= 2;
}

bool alike(const KnownActivity& one, const KnownActivity& other) {
    if (!same_time(one, other)) return false;
    return std::ranges::any_of(one.titles, [&](const std::string& title) {
        return std::ranges::any_of(other.titles, [&](const std::string& known) { return alike_titles(title, known); });
    });
}

KnownActivity known(LooksLike what, const PartialDate& date, const LocalizedText& title) {
    KnownActivity known{what, number_of(date.first_day()), number_of(date.last_day()), {}};
    for (const TextVersion& version : title.versions) known.titles.push_back(editing::folded_name(version.body));
    return known;
}

} // namespace

AlikeActivities::AlikeActivities(db::Connection& seen) {
    for (const DatedTitle& dated : dated_titles(seen)) add(known({dated.activity, 0}, dated.date, dated.title));
}

void AlikeActivities::add(KnownActivity activity) {
    for (const std::string& title : activity.titles) by_title_.emplace(title, known_.size());
    by_first_day_[activity.first].push_back(known_.size());
    known_.push_back(std::move(activity));
}

void AlikeActivities::add(const Activity& activity, std::size_t row) {
    add(known({{}, row}, activity.date, activity.title));
}

std::optional<LooksLike> AlikeActivities::find(const Activity& activity) const {
    const KnownActivity wanted = known({}, activity.date, activity.title);
    for (const std::string& title : wanted.titles) {
        const auto [begin, end] = by_title_.equal_range(title);
        for (auto entry = begin; entry != end; ++entry)
            if (same_time(known_[entry->second], wanted)) return known_[entry->second].what;
    }
    // Titles that are only nearly the same are looked for where the time begins alike: elsewhere it would be every
    // title against every other.
    const auto same_day = by_first_day_.find(wanted.first);
    if (same_day == by_first_day_.end()) return std::nullopt;
    constexpr std::size_t most = 200; // of a day, or of a year where only years are known
    for (const std::size_t index : same_day->second | std::views::take(most))
        if (alike(known_[index], wanted)) return known_[index].what;
    return std::nullopt;
}

} // namespace interregio::activity_import
