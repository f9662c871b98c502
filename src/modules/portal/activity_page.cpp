#include "modules/portal/activity_page.h"

#include "modules/portal/activity_lines.h"
#include "modules/record/records.h"

namespace interregio::portal {
namespace {

constexpr std::size_t most_editions = 12;

EditionLink edition_link(const Reading& reading, const ActivityRow& row) {
    return {page_link(reading, row.id), row.date, row.status};
}

void add_series(const Reading& reading, const Activity& activity, ActivityPage& page) {
    if (!activity.series) return;
    page.series = page_link(reading, *activity.series);
    page.edition = activity.edition;
    ActivityFilter filter;
    filter.series = activity.series;
    for (const auto& row : list_activities(reading.connection, filter, {most_editions, std::nullopt, std::nullopt}))
        page.editions.push_back(edition_link(reading, row));
}

void add_neighbours(const Reading& reading, const Activity& activity, ActivityPage& page) {
    const auto neighbours = neighbours_of(reading.connection, activity.key);
    if (neighbours.earlier) page.earlier = edition_link(reading, *neighbours.earlier);
    if (neighbours.later) page.later = edition_link(reading, *neighbours.later);
}

} // namespace

std::optional<ActivityPage> activity_page(const Reading& reading, Id<Activity> id) {
    const auto activity = find(reading.connection, id);
    if (!activity) return std::nullopt;
    ActivityPage page;
    page.page = page_link(reading, id);
    page.kind = activity->activity_kind;
    page.status = activity->status;
    page.date = activity->date;
    page.form = activity->form;
    page.audience = activity->audience;
    page.partnerships = page_links(reading, activity->partnerships);
    for (const auto& place : activity->places) page.places.push_back(place_name(reading, place));
    add_lines(reading, *activity, page);
    page.fields = page_links(reading, activity->fields);
    page.summary = shown(activity->summary, reading.language);
    page.body = shown(activity->body, reading.language);
    add_series(reading, *activity, page);
    for (const auto& image : activity->images)
        if (auto loaded = picture(reading, image)) page.pictures.push_back(std::move(*loaded));
    page.documents = downloads(reading, activity->documents);
    page.sources = source_notes(reading, activity->sources);
    add_neighbours(reading, *activity, page);
    return page;
}

} // namespace interregio::portal
