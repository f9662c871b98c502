#include "base/europe_map.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace interregio {
namespace {

TEST(EuropeMap, GivesTheExampleOfTheGuidanceNote) {
    const auto [easting, northing] = project(50, 5); // IOGP Guidance Note 7-2, example of EPSG:3035
    EXPECT_NEAR(easting, 3'962'799.45, 0.01);
    EXPECT_NEAR(northing, 2'999'718.85, 0.01);
}

TEST(EuropeMap, PutsItsOriginWhereTheStandardSays) {
    const auto [easting, northing] = project(52, 10);
    EXPECT_NEAR(easting, 4'321'000, 0.001);
    EXPECT_NEAR(northing, 3'210'000, 0.001);
}

/// A spherical quadrangle round a place, by its corners, in square kilometres.
double area_at(double latitude, double longitude) {
    constexpr double half = 0.05;
    const auto a = project(latitude - half, longitude - half);
    const auto b = project(latitude - half, longitude + half);
    const auto c = project(latitude + half, longitude + half);
    const auto d = project(latitude + half, longitude - half);
    return std::abs((c.easting - a.easting) * (d.northing - b.northing) -
                    (d.easting - b.easting) * (c.northing - a.northing)) /
           2e6;
}

TEST(EuropeMap, KeepsAreas) {
    // On one parallel of latitude such quadrangles are equally large, wherever they lie.
    EXPECT_NEAR(area_at(50, 19) / area_at(50, 7), 1, 1e-4);
    EXPECT_NEAR(area_at(50, -5) / area_at(50, 7), 1, 1e-4);
    // Parallels of 5.5 minutes differ by the cosine of the latitude, nearly.
    EXPECT_NEAR(area_at(60, 25) / area_at(40, 0),
                std::cos(60 * std::numbers::pi / 180) / std::cos(40 * std::numbers::pi / 180), 5e-3);
}

TEST(EuropeMap, KnowsWhatIsNotOnTheSheet) {
    EXPECT_TRUE(on_europe_sheet(51.4556, 7.0116)); // Essen
    EXPECT_TRUE(on_europe_sheet(64.15, -21.94));   // Reykjavík
    EXPECT_TRUE(on_europe_sheet(35.17, 33.36));    // Nicosia
    EXPECT_FALSE(on_europe_sheet(40.44, -79.99));  // Pittsburgh
    EXPECT_FALSE(on_europe_sheet(35.68, 139.69));  // Tokyo
    EXPECT_FALSE(on_europe_sheet(-52, -170));      // opposite the origin
}

TEST(EuropeMap, LiesAsOneExpects) {
    const auto essen = on_europe_sheet(51.4556, 7.0116);
    const auto katowice = on_europe_sheet(50.2599, 19.0216);
    ASSERT_TRUE(essen && katowice);
    EXPECT_LT(essen->x, katowice->x);
    EXPECT_LT(essen->y, katowice->y);                                                // further north is further up
    EXPECT_NEAR(std::hypot(essen->x - katowice->x, essen->y - katowice->y), 855, 5); // about 855 km as the crow flies
}

} // namespace
} // namespace interregio
