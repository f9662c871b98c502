#include "modules/portal/web/map_view.h"

#include "modules/portal/web/view_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

MapTown town(std::string key, ShownText name, double latitude, double longitude, std::int64_t held) {
    MapTown made;
    made.key = std::move(key);
    made.name = {std::move(name), std::nullopt, "PL"};
    made.point = on_europe_sheet(latitude, longitude);
    made.activities.held = held;
    return made;
}

MapPage two_partners(const ViewFixture& fixture) {
    MapPage page;
    page.towns = {town("essen", ViewFixture::foreign("Essen", languages::german), 51.4556, 7.0116, 2),
                  town("katowice", fixture.text("Katowice"), 50.2599, 19.0216, 1234)};
    page.towns[0].seats = {{fixture.rvr_link(), SeatOf::partner, std::nullopt, std::nullopt}};
    page.towns[1].seats = {{fixture.gzm_link(), SeatOf::partner, 2554, fixture.source("Wikipedia")}};
    page.ties = {{0, 1}};
    return page;
}

TEST(MapView, SaysTheSameOnTheMapAndInTheList) {
    const ViewFixture fixture;
    const auto markup = map_section(fixture.view(), two_partners(fixture)).markup();
    EXPECT_EQ(times(markup, "<svg class=\"map__drawing"), 2U) << "for wide and for narrow screens";
    for (const std::string key : {"essen", "katowice"}) {
        EXPECT_EQ(times(markup, "href=\"#town-" + key + "\""), 2U);
        EXPECT_EQ(times(markup, "id=\"town-" + key + "\""), 1U);
    }
    EXPECT_THAT(markup, HasSubstr("aria-label=\"Katowice: 1,234 activities; Seat of GZM\""));
    EXPECT_THAT(markup, HasSubstr("2,554\u00A0km²"));
    EXPECT_THAT(markup, HasSubstr("<span lang=\"de\">Essen</span>"));
    EXPECT_THAT(markup, HasSubstr("/europe.svg#land\""));
    EXPECT_THAT(markup, Not(HasSubstr("style=")));
}

TEST(MapView, DoesNotShowAsHeldWhatIsOnlyAnnounced) {
    const ViewFixture fixture;
    auto page = two_partners(fixture);
    page.towns[0].activities = {.held = 0, .ahead = 3, .called_off = 1};
    const auto markup = map_section(fixture.view(), page).markup();
    EXPECT_THAT(markup, HasSubstr("map__point--ahead"));
    EXPECT_THAT(markup,
                HasSubstr("aria-label=\"Essen: 3 announced or planned, 1 postponed or cancelled; Seat of RVR\""));
    EXPECT_THAT(markup, HasSubstr("map__sign-ahead")) << "the legend explains the sign";
}

TEST(MapView, ListsWhatCannotBeDrawn) {
    const ViewFixture fixture;
    auto page = two_partners(fixture);
    page.towns.push_back(town("pittsburgh", fixture.text("Pittsburgh"), 40.44, -79.99, 1));
    page.nowhere = {.held = 4};
    page.further_towns = 7;
    const auto words = html::plain_text(map_section(fixture.view(), page));
    EXPECT_THAT(words, HasSubstr("Pittsburgh"));
    EXPECT_THAT(words, HasSubstr("Not shown on the map."));
    EXPECT_THAT(words, HasSubstr("4 activities are not on the map"));
    EXPECT_THAT(words, HasSubstr("7 further places"));
}

TEST(MapView, IsNotThereForASingleTown) {
    const ViewFixture fixture;
    auto page = two_partners(fixture);
    page.towns.pop_back();
    page.ties.clear();
    EXPECT_TRUE(map_section(fixture.view(), page).empty());
    page.towns.push_back(town("tokyo", fixture.text("Tokyo"), 35.68, 139.69, 9));
    EXPECT_TRUE(map_section(fixture.view(), page).empty());
}

} // namespace
} // namespace interregio::portal::web
