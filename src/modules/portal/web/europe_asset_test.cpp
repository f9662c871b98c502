// The drawing of Europe and the program must project alike: the drawing carries control points to compare.
#include "base/embedded_file.h"
#include "base/europe_map.h"

#include <gtest/gtest.h>
#include <sstream>
#include <string>

namespace interregio {
namespace {

std::string europe_svg() {
    for (const auto& file : embedded::assets::files())
        if (file.name == "europe.svg") return std::string(file.contents);
    return {};
}

TEST(EuropeAsset, ProjectsAsTheProgramDoes) {
    const auto svg = europe_svg();
    const std::string before = "(EPSG:3035), ";
    const auto begin = svg.find(before);
    ASSERT_NE(begin, std::string::npos);
    std::istringstream points(svg.substr(begin + before.size(), svg.find('<', begin) - begin - before.size()));
    int compared = 0;
    for (std::string point; std::getline(points, point, ';'); ++compared) {
        std::istringstream numbers(point);
        double latitude = 0;
        double longitude = 0;
        double x = 0;
        double y = 0;
        ASSERT_TRUE(numbers >> latitude >> longitude >> x >> y) << point;
        const auto here = on_europe_sheet(latitude, longitude);
        ASSERT_TRUE(here) << point;
        EXPECT_NEAR(here->x, x, 0.002) << point; // a metre or two, of a map drawn by the kilometre
        EXPECT_NEAR(here->y, y, 0.002) << point;
    }
    EXPECT_GE(compared, 5);
}

TEST(EuropeAsset, HasTheSizeOfTheSheetAndStaysSmall) {
    const auto svg = europe_svg();
    EXPECT_NE(svg.find("viewBox=\"0 0 4800 4300\""), std::string::npos);
    EXPECT_EQ(EuropeSheet::width, 4800);
    EXPECT_EQ(EuropeSheet::height, 4300);
    EXPECT_LT(svg.size(), 40'000U);
    EXPECT_NE(svg.find("id=\"land\""), std::string::npos);
    EXPECT_NE(svg.find("id=\"borders\""), std::string::npos);
}

} // namespace
} // namespace interregio
