#include "platform/html/svg.h"

#include <gtest/gtest.h>

namespace interregio::html {
namespace {

TEST(Svg, WritesNumbersShort) {
    EXPECT_EQ(svg::number(12), "12");
    EXPECT_EQ(svg::number(3.46), "3.5");
    EXPECT_EQ(svg::number(-0.04), "0");
    EXPECT_EQ(svg::number(-2.25), "-2.3");
    EXPECT_EQ(svg::number(0.1), "0.1");
}

TEST(Svg, WritesElementsInHtml) {
    EXPECT_EQ(svg::drawing(svg::view_box(10, 5.5), svg::circle(svg::cx(1), svg::cy(2), svg::r(0.5))).markup(),
              "<svg viewBox=\"0 0 10 5.5\"><circle cx=\"1\" cy=\"2\" r=\"0.5\"></circle></svg>");
    EXPECT_EQ(svg::to("M", {1, 2.04}) + svg::to("L", {3, -4}), "M1 2L3 -4");
    EXPECT_EQ(svg::move_and_scale(-3, 1.25, 0.5).value, "translate(-3 1.3) scale(0.500000)");
}

TEST(Svg, EscapesText) { EXPECT_EQ(svg::text("<script>").markup(), "<text>&lt;script&gt;</text>"); }

} // namespace
} // namespace interregio::html
