#include "base/europe_map.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace interregio {
namespace {

constexpr double origin_latitude = 52;
constexpr double origin_longitude = 10;
constexpr double false_easting = 4'321'000;
constexpr double false_northing = 3'210'000;
constexpr double semi_major_axis = 6'378'137;
constexpr double flattening = 1 / 298.257222101;
constexpr double e2 = flattening * (2 - flattening);

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

double q(double latitude) {
    const double e = std::sqrt(e2);
    const double sine = std::sin(latitude);
    return (1 - e2) * (sine / (1 - e2 * sine * sine) - std::log((1 - e * sine) / (1 + e * sine)) / (2 * e));
}

/// The latitude on the sphere that has the area of the ellipsoid.
double authalic(double latitude, double q_pole) { return std::asin(std::clamp(q(latitude) / q_pole, -1.0, 1.0)); }

} // namespace

EastingNorthing project(double latitude, double longitude) {
    const double q_pole = q(std::numbers::pi / 2);
    const double radius = semi_major_axis * std::sqrt(q_pole / 2);
    const double beta_0 = authalic(radians(origin_latitude), q_pole);
    const double sine_0 = std::sin(radians(origin_latitude));
    const double d = semi_major_axis * (std::cos(radians(origin_latitude)) / std::sqrt(1 - e2 * sine_0 * sine_0)) /
                     (radius * std::cos(beta_0));
    const double beta = authalic(radians(latitude), q_pole);
    const double turn = radians(longitude - origin_longitude);
    const double cosine =
        std::sin(beta_0) * std::sin(beta) + std::cos(beta_0) * std::cos(beta) * std::cos(turn); // of the arc between
    const double b = radius * std::sqrt(2 / (1 + cosine));
    return {false_easting + b * d * std::cos(beta) * std::sin(turn),
            false_northing +
                b / d * (std::cos(beta_0) * std::sin(beta) - std::sin(beta_0) * std::cos(beta) * std::cos(turn))};
}

std::optional<SheetPoint> on_europe_sheet(double latitude, double longitude) {
    const auto [easting, northing] = project(latitude, longitude);
    const SheetPoint point{easting / 1000 - EuropeSheet::left, EuropeSheet::top - northing / 1000};
    const bool on_it = point.x >= 0 && point.x <= EuropeSheet::width && point.y >= 0 && point.y <= EuropeSheet::height;
    // Written so that what is no number, from the point opposite the origin, is not on it.
    return on_it ? std::optional(point) : std::nullopt;
}

} // namespace interregio
