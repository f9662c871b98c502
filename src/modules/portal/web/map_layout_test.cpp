#include "modules/portal/web/map_layout.h"

#include <cmath>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

const Canvas canvas{.width = 900, .height = 520, .font = 20, .margin = 80, .least_kilometres = 800};

MapMark mark(double latitude, double longitude, std::string label, double radius = 12) {
    return {on_europe_sheet(latitude, longitude).value(), radius, std::move(label), {}};
}
const MapMark essen = mark(51.4556, 7.0116, "Essen");
const MapMark bochum = mark(51.4818, 7.2162, "Bochum", 7);
const MapMark katowice = mark(50.2599, 19.0216, "Katowice");
const MapMark brussels = mark(50.8467, 4.3525, "Bruxelles");

TEST(MapLayout, ShowsAllPointsWithinTheMargin) {
    const std::vector marks{essen, katowice, brussels, mark(54.7761, -1.5733, "Durham")};
    const auto layout = laid_out(canvas, marks, {});
    for (const auto& placed : layout.marks) {
        EXPECT_GE(placed.x, canvas.margin - 0.001);
        EXPECT_LE(placed.x, canvas.width - canvas.margin + 0.001);
        EXPECT_GE(placed.y, canvas.margin - 0.001);
        EXPECT_LE(placed.y, canvas.height - canvas.margin + 0.001);
    }
}

TEST(MapLayout, ShowsTheSurroundingsOfPointsThatLieClose) {
    const auto layout = laid_out(canvas, {essen, bochum}, {});
    EXPECT_NEAR(canvas.width / layout.scale, canvas.least_kilometres, 0.001);
}

TEST(MapLayout, StaysOnTheSheet) {
    const auto layout = laid_out(canvas, {mark(64.1, -21.9, "Reykjavík")}, {});
    EXPECT_GE(layout.left, 0);
    EXPECT_GE(layout.top, 0);
    const auto all = laid_out(canvas, {mark(64.1, -21.9, "A"), mark(35.2, 33.4, "B")}, {});
    EXPECT_LE(all.left + canvas.width / all.scale, EuropeSheet::width + 0.001);
    EXPECT_LE(all.top + canvas.height / all.scale, EuropeSheet::height + 0.001);
}

TEST(MapLayout, DrawsPointsThatWouldLieOverEachOtherAsOne) {
    const auto layout = laid_out(canvas, {essen, bochum, katowice}, {});
    EXPECT_FALSE(layout.marks[0].drawn_as);
    EXPECT_EQ(layout.marks[1].drawn_as, 0U);
    EXPECT_FALSE(layout.marks[1].label);
    EXPECT_FALSE(layout.marks[2].drawn_as);
}

TEST(MapLayout, PlacesNamesClearOfEachOtherOfPointsAndOfBows) {
    std::vector<MapMark> marks{essen, katowice, brussels};
    for (int i = 0; i < 20; ++i)
        marks.push_back(mark(49 + 0.55 * (i % 7), 6 + 0.9 * i, "A town of some length " + std::to_string(i), 8));
    const auto layout = laid_out(canvas, marks, {{0, 1}});
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!layout.marks[i].label) continue;
        const auto box = box_of(canvas, marks[i], *layout.marks[i].label);
        for (const auto& other : boxes) EXPECT_FALSE(box.meets(other)) << marks[i].label;
        for (std::size_t j = 0; j < marks.size(); ++j) {
            const auto& at = layout.marks[j];
            if (at.drawn_as) continue;
            const Box point{at.x - marks[j].radius, at.y - marks[j].radius, at.x + marks[j].radius,
                            at.y + marks[j].radius};
            EXPECT_FALSE(box.meets(point)) << marks[i].label << " over " << marks[j].label;
        }
        const auto bow = points_of({0, 1}, layout);
        const double top = (bow.y1 + bow.y2) / 4 + bow.control_y / 2; // of the curve, in its middle
        const double middle = (bow.x1 + bow.x2) / 4 + bow.control_x / 2;
        EXPECT_FALSE(box.meets({middle - 1, top - 1, middle + 1, top + 1})) << marks[i].label;
        EXPECT_GE(box.left, 0);
        EXPECT_LE(box.right, canvas.width);
        boxes.push_back(box);
    }
    EXPECT_TRUE(layout.marks[0].label) << "the most important names find room first";
    EXPECT_TRUE(layout.marks[1].label);
    EXPECT_GT(boxes.size(), 5U);
}

TEST(MapLayout, NamesCountriesOnlyWhereThereIsRoom) {
    const std::vector marks{essen, katowice};
    const auto layout = laid_out(canvas, marks, {});
    const auto on_essen = Caption{essen.point, "Deutschland", 0};
    EXPECT_TRUE(placed_captions(canvas, marks, layout, {on_essen}).empty()) << "no room at all";
    const auto beside = Caption{on_europe_sheet(50.5, 12).value(), "Deutschland", 600};
    EXPECT_EQ(placed_captions(canvas, marks, layout, {beside, beside}).size(), 2U) << "the second one moves";
    const auto tiny = Caption{beside.point, "A very long name of a small country", 60};
    EXPECT_TRUE(placed_captions(canvas, marks, layout, {tiny}).empty());
    const auto far = Caption{on_europe_sheet(64, -19).value(), "Island", 400};
    EXPECT_TRUE(placed_captions(canvas, marks, layout, {far}).empty()) << "beyond the frame";
}

} // namespace
} // namespace interregio::portal::web
