// The calendar: declared in timeline_files.h.
#include "modules/open_data/open_data_store.h"
#include "modules/open_data/web/timeline_files.h"
#include "modules/portal/pieces.h"
#include "modules/portal/site_frame.h"
#include "modules/record/records.h"

namespace interregio::open_data::web {
namespace {

/// So many are looked at to find those whose days are known.
constexpr std::size_t most_looked_at = 2000;

calendar::EventStatus event_status_of(ActivityStatus status) {
    switch (status) {
    case ActivityStatus::idea:
    case ActivityStatus::planned:
        return calendar::EventStatus::tentative;
    case ActivityStatus::announced:
    case ActivityStatus::held:
        break;
    case ActivityStatus::postponed: // on these days, it does not take place
    case ActivityStatus::cancelled:
        return calendar::EventStatus::cancelled;
    }
    return calendar::EventStatus::confirmed;
}

std::string location_of(const FileContext& context, const Uuid& activity) {
    std::string words;
    for (const auto& id : store::places_of(context.reading.connection, activity)) {
        const auto place = portal::place_name(context.reading, Id<Place>(id));
        if (!words.empty()) words += "; ";
        words += place.name.body;
        if (place.town) words += ", " + place.town->body;
    }
    return words;
}

calendar::Event event_of(const FileContext& context, Id<Activity> activity, ActivityStatus status,
                         const PartialDate& date) {
    const auto& reading = context.reading;
    const auto page = portal::page_link(reading, activity);
    calendar::Event event;
    event.uid = activity.text();
    event.first = date.first_day();
    event.last = date.last_day();
    event.status = event_status_of(status);
    event.title = page.name.body;
    // Many programs do not show the status.
    if (status != ActivityStatus::held && status != ActivityStatus::announced)
        event.title = context.words.text("activity.status." + std::string(name_of(status))) + ": " + event.title;
    if (const auto summary = portal::shown(reading, activity.uuid(), "summary")) event.description = summary->body;
    event.location = location_of(context, activity.uuid());
    event.url = context.absolute(context.paths().record(page.kind, page.slug));
    event.changed = store::last_changed(reading.connection, activity.uuid());
    return event;
}

} // namespace

calendar::Calendar timeline_calendar(const FileContext& context, const ActivityFilter& filter) {
    const auto site = portal::site_frame(context.reading);
    calendar::Calendar made{context.words.text("feed.title", {{"site", site ? site->name.body : std::string{}}}),
                            context.words.language(),
                            {}};
    for (const auto& row :
         list_activities(context.reading.connection, filter, {most_looked_at, std::nullopt, std::nullopt})) {
        if (made.events.size() == most_calendar_events) break;
        if (row.date.days_known()) made.events.push_back(event_of(context, row.id, row.status, row.date));
    }
    return made;
}

std::optional<calendar::Calendar> activity_calendar(const FileContext& context, Id<Activity> id) {
    const auto activity = find(context.reading.connection, id);
    if (!activity || !activity->date.days_known()) return std::nullopt;
    auto event = event_of(context, id, activity->status, activity->date);
    return calendar::Calendar{event.title, context.words.language(), {std::move(event)}};
}

} // namespace interregio::open_data::web
