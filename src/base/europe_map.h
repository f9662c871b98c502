#pragma once
// Where a place lies on the map of Europe that assets/map.mjs draws. Projection and sheet are the same in both; the
// test compares them by the control points that the drawing carries. Values; safe to use from any thread.
//
// The projection is ETRS89-LAEA (EPSG:3035), Lambert's azimuthal equal-area projection on the ellipsoid GRS 80, as
// in IOGP Guidance Note 7-2, 3.1.1.2.1. ETRS 89 and WGS 84 differ by less than a metre.

#include <optional>

namespace interregio {

/// Kilometres on the sheet, from its upper left corner to the right and down. A square kilometre is one everywhere.
struct SheetPoint {
    double x = 0;
    double y = 0;
};

/// What the sheet shows: from Iceland to the Caspian Sea, from the North Cape to Crete.
struct EuropeSheet {
    static constexpr double width = 4800;  ///< kilometres
    static constexpr double height = 4300; ///< kilometres
    static constexpr double left = 2500;   ///< easting of its left edge, kilometres
    static constexpr double top = 5500;    ///< northing of its upper edge, kilometres
};

/// The projection alone, in metres: easting and northing of EPSG:3035. Latitude and longitude in degrees.
struct EastingNorthing {
    double easting = 0;
    double northing = 0;
};
[[nodiscard]] EastingNorthing project(double latitude, double longitude);

/// Nothing when the place is not on the sheet.
[[nodiscard]] std::optional<SheetPoint> on_europe_sheet(double latitude, double longitude);

} // namespace interregio
