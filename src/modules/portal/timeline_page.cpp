#include "modules/portal/timeline_page.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/addresses.h"
#include "modules/portal/portal_store.h"
#include "modules/portal/site_frame.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace interregio::portal {
namespace {

/// Reads the conditions; those that make no sense are noted and left out.
class Conditions {
  public:
    Conditions(const Reading& reading, TimelinePage& page)
        : reading_(reading), page_(page), languages_(site_languages(reading.connection)) {}

    template <class T>
    void record(Condition condition, const std::string& asked, std::optional<Id<T>>& target, std::string& chosen) {
        if (asked.empty()) return;
        if (const auto found = find_page(reading_, T::kind, asked, languages_)) {
            target = Id<T>(found->id);
            chosen = found->slug;
        } else {
            page_.unknown.push_back(condition);
        }
    }
    template <NamedEnum E>
    void name(Condition condition, const std::string& asked, std::optional<E>& target, std::string& chosen) {
        if (asked.empty()) return;
        target = enum_named<E>(asked);
        if (target)
            chosen = asked;
        else
            page_.unknown.push_back(condition);
    }
    void year(const std::string& asked) {
        if (asked.empty()) return;
        int year = 0;
        const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), year);
        if (asked.size() == 4 && error == std::errc{} && end == asked.data() + 4 && year >= 0) {
            page_.filter.year = year;
            page_.chosen.year = asked;
        } else {
            page_.unknown.push_back(Condition::year);
        }
    }

  private:
    const Reading& reading_;
    TimelinePage& page_;
    std::vector<Language> languages_;
};

template <class T> std::vector<TimelineChoice> choices(const Reading& reading, const std::vector<Id<T>>& ids) {
    std::vector<TimelineChoice> list;
    for (auto& link : page_links(reading, ids)) list.push_back({std::move(link.slug), std::move(link.name)});
    return list;
}

bool still_to_come(const ActivityRow& row, std::chrono::year_month_day today) {
    const bool intended = row.status == ActivityStatus::announced || row.status == ActivityStatus::planned;
    return intended && row.date.last_day() >= today;
}

/// Each series is looked up once.
void add_series(const Reading& reading, TimelinePage& page) {
    std::map<Uuid, PageLink> links;
    for (auto* list : {&page.coming, &page.activities})
        for (auto& card : *list) {
            const auto id = store::series_of(reading.connection, card.row.id.uuid());
            if (!id) continue;
            if (!links.contains(*id)) links.emplace(*id, page_link(reading, RecordKind::series, *id));
            card.series = links.at(*id);
        }
}

/// One activity more than shown is read, to know whether there are further ones in that direction.
void read_activities(const Reading& reading, const TimelineRequest& request, TimelinePage& page) {
    ActivitySlice slice{timeline_page_size + 1, std::nullopt, std::nullopt};
    if (!request.older_than.empty())
        slice.older_than = request.older_than;
    else if (!request.newer_than.empty())
        slice.newer_than = request.newer_than;
    auto rows = list_activities(reading.connection, page.filter, slice);
    if (rows.empty() && (slice.older_than || slice.newer_than)) {
        // The end of the list, or an address from before an activity was renamed: the beginning serves better.
        slice.older_than.reset();
        slice.newer_than.reset();
        rows = list_activities(reading.connection, page.filter, slice);
    }
    const bool more = rows.size() > timeline_page_size;
    if (slice.newer_than) {
        if (more) rows.erase(rows.begin());
        if (more) page.newer = rows.front().key;
        if (!rows.empty()) page.older = rows.back().key;
    } else {
        if (more) rows.pop_back();
        if (more) page.older = rows.back().key;
        if (slice.older_than && !rows.empty()) page.newer = rows.front().key;
    }
    for (auto& card : activity_cards(reading, std::move(rows))) {
        auto& list = still_to_come(card.row, page.today) ? page.coming : page.activities;
        list.push_back(std::move(card));
    }
    add_series(reading, page);
}

} // namespace

TimelinePage timeline_page(const Reading& reading, const TimelineRequest& request, std::chrono::year_month_day today) {
    TimelinePage page;
    page.today = today;
    Conditions conditions(reading, page);
    auto& filter = page.filter;
    conditions.record(Condition::partnership, request.partnership, filter.partnership, page.chosen.partnership);
    conditions.record(Condition::field, request.field, filter.field, page.chosen.field);
    conditions.record(Condition::organisation, request.organisation, filter.organisation, page.chosen.organisation);
    conditions.record(Condition::series, request.series, filter.series, page.chosen.series);
    conditions.name(Condition::kind, request.kind, filter.kind, page.chosen.kind);
    conditions.name(Condition::status, request.status, filter.status, page.chosen.status);
    conditions.year(request.year);

    read_activities(reading, request, page);
    page.years = count_by_year(reading.connection, page.filter);
    for (const auto& year : page.years)
        if (!filter.year || *filter.year == year.year) page.count += year.activities;

    page.kinds = kinds_in_use(reading.connection);
    page.statuses = statuses_in_use(reading.connection);
    if (const auto all = all_partnerships(reading.connection); all.size() > 1)
        page.partnerships = choices(reading, all);
    auto fields = all_fields(reading.connection);
    const auto used = fields_in_activities(reading.connection);
    std::erase_if(fields, [&](const auto& field) { return std::ranges::find(used, field) == used.end(); });
    page.fields = choices(reading, fields);
    page.organisations = choices(reading, organisations_in_activities(reading.connection));
    page.series = choices(reading, series_of(reading.connection, std::nullopt));
    return page;
}

} // namespace interregio::portal
