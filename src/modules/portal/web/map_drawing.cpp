#include "modules/portal/web/map_drawing.h"

#include "modules/portal/web/country_captions.h"
#include "platform/html/svg.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace interregio::portal::web {

using namespace html;

namespace {

/// The towns that have a point, and where they are drawn.
struct Placed {
    std::vector<const MapTown*> towns;
    std::vector<MapMark> marks;
    MapLayout layout;
};

double radius_of(const MapTown& town) {
    const auto activities = static_cast<double>(town.activities.held + town.activities.ahead);
    if (activities > 0) return std::min(22.0, 9.5 + 1.5 * std::sqrt(activities));
    return town.of_partner() ? 10 : 6.5;
}

std::string partner_names(const MapTown& town) {
    std::string names;
    for (const auto& seat : town.seats) {
        if (seat.seat_of != SeatOf::partner) continue;
        if (!names.empty()) names += ", ";
        names += seat.organisation.short_name.value_or("");
    }
    return names;
}

Placed placed(const MapPage& page, const Canvas& canvas) {
    Placed all;
    for (const auto& town : page.towns) {
        if (!town.point) continue;
        all.towns.push_back(&town);
        all.marks.push_back({*town.point, radius_of(town), town.name.name.body, partner_names(town)});
    }
    std::vector<Bow> bows;
    const auto mark_of = [&](std::size_t town) {
        return std::ranges::find(all.towns, &page.towns[town]) - all.towns.begin();
    };
    for (const auto& between : page.ties)
        if (page.towns[between.from].point && page.towns[between.to].point)
            bows.push_back(
                {static_cast<std::size_t>(mark_of(between.from)), static_cast<std::size_t>(mark_of(between.to))});
    all.layout = laid_out(canvas, all.marks, bows);
    return all;
}

/// What a screen reader says of a point: everything of the town but what the list has to say of each activity.
std::string words_of(const View& view, const Placed& all, std::size_t index) {
    const MapTown& town = *all.towns[index];
    std::string words = town.name.name.body;
    const auto add = [&](const std::string& more) {
        if (!more.empty()) words += ": " + more;
    };
    std::string seats;
    for (const auto& seat : town.seats) {
        if (!seats.empty()) seats += ", ";
        seats += seat.organisation.short_name.value_or(seat.organisation.page.name.body);
    }
    std::string more = tally_words(view, town.activities);
    if (!seats.empty()) {
        if (!more.empty()) more += "; ";
        more += view.text("map.seat", {{"organisations", seats}});
    }
    add(more);
    std::string close;
    for (std::size_t i = 0; i < all.towns.size(); ++i) {
        if (all.layout.marks[i].drawn_as != index) continue;
        if (!close.empty()) close += ", ";
        close += all.towns[i]->name.name.body;
    }
    if (!close.empty()) words += "; " + view.text("map.close_by", {{"towns", close}});
    return words;
}

std::string_view name_of(Anchor anchor) {
    constexpr std::array<std::string_view, 3> names{"start", "middle", "end"};
    return names[static_cast<std::size_t>(anchor)];
}

Node label_of(const View& view, const Canvas& canvas, const MapTown& town, const MapMark& mark,
              const PlacedLabel& label) {
    const auto anchor = attribute<"text-anchor">(name_of(label.anchor));
    return group(svg::text(cls("map__name"), anchor, svg::x(label.x), svg::y(label.y), lang_of(view, town.name.name),
                           mark.label),
                 when(!mark.second_line.empty(), [&] {
                     return svg::text(cls("map__partner"), anchor, svg::x(label.x), svg::y(label.y + canvas.font),
                                      mark.second_line);
                 }));
}

Node point_of(const View& view, const Canvas& canvas, const Placed& all, std::size_t index) {
    const MapTown& town = *all.towns[index];
    const auto& at = all.layout.marks[index];
    if (at.drawn_as) return {};
    const double radius = all.marks[index].radius;
    const bool any = !town.activities.empty();
    const auto party = town_party(view, town);
    std::string classes = "map__point";
    if (!any && !town.of_partner()) classes += " map__point--seat";
    if (any && town.activities.held == 0) classes += " map__point--ahead";
    if (!party.empty()) classes += ' ' + party;
    const auto number = town.activities.held > 0 ? town.activities.held : town.activities.ahead;
    return a(cls(classes), when(Url::parse("#" + map_town_id(town)), [](const Url& url) { return href(url); }),
             aria_label(words_of(view, all, index)),
             svg::circle(cls("map__reach"), svg::cx(at.x), svg::cy(at.y), svg::r(std::max(radius + 3, 17.0))),
             when(town.activities.held > 0 && town.activities.ahead > 0,
                  [&] { return svg::circle(cls("map__coming"), svg::cx(at.x), svg::cy(at.y), svg::r(radius + 4)); }),
             svg::circle(cls("map__dot"), svg::cx(at.x), svg::cy(at.y), svg::r(radius)),
             when(number > 0,
                  [&] {
                      return svg::text(cls("map__number"), attribute<"text-anchor">("middle"), svg::x(at.x),
                                       svg::y(at.y + canvas.font * 0.27),
                                       view.words.number(static_cast<double>(number)));
                  }),
             when(at.label,
                  [&](const PlacedLabel& label) { return label_of(view, canvas, town, all.marks[index], label); }));
}

/// Discs of the size of the regions. Only where each of them shows beyond the point of its seat: a partner without one
/// would seem to have no land.
Node areas(const View& view, const Placed& all, MapSigns& signs) {
    struct Disc {
        const MapTown* town;
        const MapSeat* seat;
        double radius;
    };
    std::vector<Disc> discs;
    for (const MapTown* town : all.towns)
        for (const MapSeat& seat : town->seats)
            if (seat.area) discs.push_back({town, &seat, std::sqrt(*seat.area / std::numbers::pi) * all.layout.scale});
    const bool each_shows =
        std::ranges::all_of(discs, [](const Disc& disc) { return disc.radius >= radius_of(*disc.town) + 2.5; });
    if (discs.empty() || !each_shows) return {};
    signs.area = true;
    return each(discs, [&](const Disc& disc) {
        return svg::circle(party_cls(view, "map__area", disc.seat->organisation.page.id),
                           svg::cx(all.layout.x_of(*disc.town->point)), svg::cy(all.layout.y_of(*disc.town->point)),
                           svg::r(disc.radius));
    });
}

/// A bow from partner to partner, in both their colours.
Node tie(const View& view, const Placed& all, const Bow& bow, const std::string& id_of_it) {
    const auto at = points_of(bow, all.layout);
    const auto end = [&](std::size_t mark, std::string_view offset) {
        const auto party = town_party(view, *all.towns[mark]);
        return svg::stop(cls(party.empty() ? "map__end" : "map__end " + party), attribute<"offset">(offset));
    };
    return group(
        svg::defs(svg::linear_gradient(id(id_of_it), Attribute<"gradientUnits">{"userSpaceOnUse"}, svg::x1(at.x1),
                                       svg::y1(at.y1), svg::x2(at.x2), svg::y2(at.y2), end(bow.from, "0.2"),
                                       end(bow.to, "0.8"))),
        svg::path(cls("map__tie"), attribute<"stroke">("url(#" + id_of_it + ")"),
                  svg::d(svg::to("M", {at.x1, at.y1}) + svg::to("Q", {at.control_x, at.control_y, at.x2, at.y2}))));
}

Node base(const View& view, const Canvas& canvas, const MapLayout& layout) {
    const auto part = [&](Literal name) {
        return svg::use(cls("map__" + std::string(name.text())),
                        href(Url::path(view.assets.url("europe.svg").text() + "#" + std::string(name.text()))),
                        svg::move_and_scale(-layout.left * layout.scale, -layout.top * layout.scale, layout.scale));
    };
    return group(svg::rect(cls("map__sea"), svg::width(canvas.width), svg::height(canvas.height)), part("land"),
                 part("borders"));
}

Node captions(const View& view, const Canvas& canvas, const Placed& all) {
    const auto names = country_captions(view.words);
    return each(placed_captions(canvas, all.marks, all.layout, names), [&](const PlacedCaption& at) {
        return svg::text(cls("map__country"), attribute<"text-anchor">("middle"), svg::x(at.x), svg::y(at.y),
                         names[at.caption].words);
    });
}

} // namespace

std::string map_town_id(const MapTown& town) { return "town-" + town.key; }

std::string tally_words(const View& view, const Tally& tally) {
    std::string words;
    const auto add = [&](std::string_view key, std::int64_t number) {
        if (number == 0) return;
        if (!words.empty()) words += ", ";
        words += view.words.count(key, number);
    };
    add("activities.count", tally.held);
    add("tally.ahead", tally.ahead);
    add("tally.called_off", tally.called_off);
    return words;
}

std::string town_party(const View& view, const MapTown& town) {
    for (const auto& seat : town.seats)
        if (auto party = party_class(view, seat.organisation.page.id); !party.empty()) return party;
    return {};
}

MapDrawing map_drawing(const View& view, const MapPage& page, const MapShape& shape) {
    const auto all = placed(page, shape.canvas);
    MapDrawing drawing;
    for (const auto* town : all.towns) {
        drawing.signs.partner |= town->of_partner() && !town_party(view, *town).empty();
        drawing.signs.activities |= town->activities.held > 0;
        drawing.signs.ahead |= town->activities.ahead > 0;
        drawing.signs.others |= town->activities.empty() && !town->of_partner();
    }
    std::vector<std::size_t> order(all.towns.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto discs = areas(view, all, drawing.signs);
    std::size_t ties = 0;
    drawing.svg = svg::drawing(
        cls("map__drawing map__drawing--" + shape.name), svg::view_box(shape.canvas.width, shape.canvas.height),
        role("group"), aria_label(view.words.count("map.label", static_cast<std::int64_t>(page.towns.size()))),
        svg::g(aria_hidden("true"), base(view, shape.canvas, all.layout), captions(view, shape.canvas, all), discs,
               each(all.layout.bows,
                    [&](const Bow& bow) { return tie(view, all, bow, "tie-" + shape.name + std::to_string(ties++)); })),
        each(order, [&](std::size_t index) { return point_of(view, shape.canvas, all, index); }));
    return drawing;
}

} // namespace interregio::portal::web
