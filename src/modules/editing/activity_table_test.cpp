#include "modules/editing/activity_table.h"

#include <gtest/gtest.h>

namespace interregio::editing {
namespace {

TEST(ActivityTable, AddsUpWhatIsKnownOfWhoTookPart) {
    HeadSum sum;
    EXPECT_FALSE(sum.has_known);
    add(sum, HeadCount::exact, 0);
    EXPECT_EQ(sum, (HeadSum{.known = 0, .has_known = true}));
    add(sum, HeadCount::exact, 12);
    EXPECT_FALSE(sum.about);
    add(sum, HeadCount::about, 100);
    EXPECT_EQ(sum, (HeadSum{.known = 112, .about = true, .has_known = true}));
    add(sum, HeadCount::planned, 30);
    add(sum, HeadCount::planned, 5);
    add(sum, HeadCount::not_known, std::nullopt);
    EXPECT_EQ(sum, (HeadSum{.known = 112, .about = true, .has_known = true, .planned = 35, .has_unknown = true}));
}

TEST(ActivityTable, HasABitForEachLanguageOfTheProgram) {
    std::uint8_t all = 0;
    for (const Language language : Catalogue::spoken()) {
        EXPECT_NE(mask_of(language), 0);
        EXPECT_EQ(all & mask_of(language), 0);
        all |= mask_of(language);
    }
    EXPECT_EQ(languages_in(all), Catalogue::spoken());
    EXPECT_TRUE(languages_in(0).empty());
    EXPECT_EQ(mask_of(*Language::parse("fr")), 0);
}

} // namespace
} // namespace interregio::editing
