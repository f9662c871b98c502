#include "modules/portal/series_page.h"

#include "modules/record/records.h"

namespace interregio::portal {

namespace {
constexpr std::size_t editions_shown = 24;
}

std::optional<SeriesPage> series_page(const Reading& reading, Id<Series> id) {
    const auto series = find(reading.connection, id);
    if (!series) return std::nullopt;
    ActivityFilter of_series;
    of_series.series = id;
    auto rows = list_activities(reading.connection, of_series, {editions_shown + 1, std::nullopt, std::nullopt});
    const bool more = rows.size() > editions_shown;
    if (more) rows.pop_back();
    return SeriesPage{page_link(reading, id),
                      shown(series->description, reading.language),
                      page_links(reading, series->partnerships),
                      picture(reading, series->image),
                      activity_cards(reading, std::move(rows)),
                      more,
                      source_notes(reading, series->sources)};
}

} // namespace interregio::portal
