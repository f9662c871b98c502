#include "modules/editing/sheet.h"

#include <gtest/gtest.h>

namespace interregio::editing {
namespace {

Sheet three_rows() {
    return Sheet({{"title.de", "Reise"},
                  {"outcomes[0].id", "a"},
                  {"outcomes[0].text.de", "eins"},
                  {"outcomes[1].id", "b"},
                  {"outcomes[1].text.de", "zwei"},
                  {"outcomes[1].responsible[0]", "RVR"},
                  {"outcomes[1].responsible[0].id", "r"},
                  {"outcomes[2].id", ""},
                  {"outcomes[2].text.de", "drei"}});
}

TEST(Sheet, CountsRowsByTheirIdsWithoutGaps) {
    EXPECT_EQ(three_rows().rows("outcomes"), 3U);
    EXPECT_EQ(three_rows().rows("outcomes[1].responsible"), 1U);
    EXPECT_EQ(three_rows().rows("people"), 0U);
    EXPECT_EQ(Sheet(Sheet::Fields{{"places[1].id", "x"}}).rows("places"), 0U);
}

TEST(Sheet, AddsARowAtTheEnd) {
    Sheet sheet = three_rows();
    EXPECT_TRUE(carry_out(sheet, "add:outcomes"));
    EXPECT_EQ(sheet.rows("outcomes"), 4U);
    EXPECT_EQ(sheet.at("outcomes[3].id"), "");
    EXPECT_EQ(sheet.at("outcomes[2].text.de"), "drei");
}

TEST(Sheet, RemovesARowWithAllInIt) {
    Sheet sheet = three_rows();
    EXPECT_TRUE(carry_out(sheet, "remove:outcomes[1]"));
    EXPECT_EQ(sheet, Sheet({{"title.de", "Reise"},
                            {"outcomes[0].id", "a"},
                            {"outcomes[0].text.de", "eins"},
                            {"outcomes[1].id", ""},
                            {"outcomes[1].text.de", "drei"}}));
}

TEST(Sheet, MovesARowUpWithAllInIt) {
    Sheet sheet = three_rows();
    EXPECT_TRUE(carry_out(sheet, "up:outcomes[1]"));
    EXPECT_EQ(sheet.at("outcomes[0].text.de"), "zwei");
    EXPECT_EQ(sheet.at("outcomes[0].responsible[0]"), "RVR");
    EXPECT_EQ(sheet.at("outcomes[1].text.de"), "eins");
    EXPECT_EQ(sheet.rows("outcomes[1].responsible"), 0U);
}

TEST(Sheet, MovesReferencesWithTheirNames) {
    Sheet sheet({{"places[0]", "Essen"}, {"places[0].id", "e"}, {"places[1]", "Katowice"}, {"places[1].id", "k"}});
    EXPECT_TRUE(carry_out(sheet, "up:places[1]"));
    EXPECT_EQ(sheet.at("places[0]"), "Katowice");
    EXPECT_EQ(sheet.at("places[0].id"), "k");
    EXPECT_EQ(sheet.at("places[1]"), "Essen");
}

TEST(Sheet, DropsLinesForReferencesThatNobodyFilledIn) {
    Sheet sheet({{"places[0]", " "},
                 {"places[0].id", "e"},
                 {"places[1]", "Katowice"},
                 {"places[1].id", "k"},
                 {"places[2]", ""},
                 {"places[2].id", ""},
                 {"places[3]", ""},
                 {"places[3].id", ""},
                 {"places[3].chosen", "c"},
                 {"seat", ""},
                 {"seat.id", "s"}});
    sheet.drop_blank_references();
    EXPECT_EQ(sheet, Sheet({{"places[0]", "Katowice"},
                            {"places[0].id", "k"},
                            {"places[1]", ""},
                            {"places[1].id", ""},
                            {"places[1].chosen", "c"},
                            {"seat", ""},
                            {"seat.id", "s"}}));
}

TEST(Sheet, LeavesWhatIsNoRowAsItIs) {
    for (const char* button : {"save", "remove:outcomes", "remove:outcomes[]", "remove:[0]", "remove:outcomes[x]",
                               "up:outcomes[1", "turn:outcomes[1]", "", ":"}) {
        Sheet sheet = three_rows();
        EXPECT_FALSE(carry_out(sheet, button)) << button;
        EXPECT_EQ(sheet, three_rows()) << button;
    }
    for (const char* button : {"remove:outcomes[3]", "up:outcomes[0]", "up:outcomes[99999999]", "remove:people[0]"}) {
        Sheet sheet = three_rows();
        EXPECT_TRUE(carry_out(sheet, button)) << button;
        EXPECT_EQ(sheet, three_rows()) << button;
    }
}

} // namespace
} // namespace interregio::editing
