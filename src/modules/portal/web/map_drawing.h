#pragma once
// The drawing of a map: land, areas, ties, points with names. A part of map_view.h.

#include "modules/portal/map_page.h"
#include "modules/portal/web/map_layout.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

struct MapShape {
    std::string name; ///< "wide": part of classes and ids
    Canvas canvas;
};

/// What the drawing shows, for the legend.
struct MapSigns {
    bool partner = false;
    bool activities = false;
    bool ahead = false;
    bool others = false;
    bool area = false;
};

struct MapDrawing {
    html::Node svg;
    MapSigns signs;
};

/// Towns without a point are left out; there must be one with a point.
[[nodiscard]] MapDrawing map_drawing(const View& view, const MapPage& page, const MapShape& shape);

/// The id of a town in the list, to which its point leads.
[[nodiscard]] std::string map_town_id(const MapTown& town);
/// "2 activities, 1 planned"; empty for none.
[[nodiscard]] std::string tally_words(const View& view, const Tally& tally);
/// The class of the partner that is seated there, or empty.
[[nodiscard]] std::string town_party(const View& view, const MapTown& town);

} // namespace interregio::portal::web
