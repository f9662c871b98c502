#include "modules/portal/web/map_view.h"

#include "modules/portal/web/map_drawing.h"
#include "modules/portal/web/parts.h"
#include "platform/html/svg.h"

namespace interregio::portal::web {

using namespace html;

namespace {

const MapShape wide{"wide", {.width = 900, .height = 520, .font = 21, .margin = 74, .least_kilometres = 800}};
const MapShape narrow{"narrow", {.width = 340, .height = 380, .font = 17, .margin = 36, .least_kilometres = 560}};

Node sign(std::string_view kind, std::string_view words, std::string_view where = "map__everywhere") {
    return li(cls(where),
              svg::drawing(cls("map__sign"), svg::view_box(24, 24), aria_hidden("true"),
                           svg::circle(cls("map__sign-" + std::string(kind)), svg::cx(12), svg::cy(12),
                                       svg::r(kind == "others" ? 6 : 10))),
              words);
}

/// What stands on the wide map; the narrow one, drawn smaller, may be without discs.
Node legend(const View& view, const MapSigns& signs, bool area_in_narrow) {
    return ul(cls("map__legend"),
              when(signs.activities, [&] { return sign("activities", view.text("map.legend.activities")); }),
              when(signs.ahead, [&] { return sign("ahead", view.text("map.legend.ahead")); }),
              when(signs.others, [&] { return sign("others", view.text("map.legend.seat")); }), when(signs.area, [&] {
                  return sign("area", view.text("map.legend.area"),
                              area_in_narrow ? "map__everywhere" : "map__wide-only");
              }));
}

Node seats(const View& view, const MapTown& town) {
    if (town.seats.empty()) return {};
    const auto organisations = each(town.seats, ", ", [&](const MapSeat& seat) {
        return a(cls("kern-link"), href(view.paths.to(seat.organisation)), organisation_name(view, seat.organisation));
    });
    return p(cls("town__seat"), fill(view.text("map.seat"), {{"organisations", organisations}}));
}

Node areas(const View& view, const MapTown& town) {
    return each(town.seats, [&](const MapSeat& seat) {
        if (!seat.area || !seat.source) return Node{};
        return p(cls("town__area"),
                 fill(view.text("map.area"), {{"area", text(view.words.number(*seat.area) + "\u00A0km²")},
                                              {"source", source_voice(view, *seat.source)}}));
    });
}

Node activities(const View& view, const MapTown& town) {
    if (town.activities.empty()) return {};
    return group(p(cls("town__count"), tally_words(view, town.activities)), when(!town.newest.empty(), [&] {
                     return ul(cls("town__newest"), each(town.newest, [&](const MapActivity& activity) {
                                   return li(a(cls("kern-link"), href(view.paths.to(activity.page)),
                                               line(view, activity.page.name)),
                                             " ", span(cls("town__date"), date(view, activity.date)),
                                             when(activity.status != ActivityStatus::held, [&] {
                                                 return group(" ", status_badge_in_list(view, activity.status));
                                             }));
                               }));
                 }));
}

Node entry(const View& view, const MapTown& town) {
    const auto party = town_party(view, town);
    return li(cls(party.empty() ? "town" : "town " + party), id(map_town_id(town)),
              h3(cls("town__name"), line(view, town.name.name), " ", small(view.words.country_name(town.name.country))),
              seats(view, town), areas(view, town), activities(view, town),
              when(!town.point, [&] { return p(cls("town__area"), view.text("map.not_on_it")); }));
}

Node list(const View& view, const MapPage& page) {
    return div(cls("map__list"),
               ul(cls("towns"), each(page.towns, [&](const MapTown& town) { return entry(view, town); })),
               when(page.further_towns > 0,
                    [&] {
                        return p(cls("map__note"),
                                 view.words.count("map.further_towns", static_cast<std::int64_t>(page.further_towns)));
                    }),
               when(page.newest_counted > 0,
                    [&] {
                        return p(cls("map__note"), view.words.count("map.newest_counted",
                                                                    static_cast<std::int64_t>(page.newest_counted)));
                    }),
               when(page.nowhere.held + page.nowhere.ahead > 0, [&] {
                   return p(cls("map__note"), view.words.count("map.nowhere", page.nowhere.held + page.nowhere.ahead));
               }));
}

} // namespace

Node map_section(const View& view, const MapPage& page) {
    if (!page.worth_showing()) return {};
    const auto for_wide = map_drawing(view, page, wide);
    const auto for_narrow = map_drawing(view, page, narrow);
    return section_of_page(
        "map", view.text("map.title"),
        div(cls("map"),
            div(cls("map__figure"), for_wide.svg, for_narrow.svg, legend(view, for_wide.signs, for_narrow.signs.area),
                p(cls("map__source"), view.text("map.source"))),
            list(view, page)));
}

} // namespace interregio::portal::web
