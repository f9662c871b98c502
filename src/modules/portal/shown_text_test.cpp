#include "modules/portal/shown_text.h"

#include <gtest/gtest.h>

namespace interregio::portal {
namespace {

LocalizedText text() {
    LocalizedText made;
    made.original = languages::german;
    made.versions.push_back({languages::german, "Kohle", 2, 0, "2026-02-01T10:00:00Z", "a", {}});
    made.versions.push_back({languages::english, "Coal", 1, 1, "2025-01-05T10:00:00Z", "a", {}});
    return made;
}

TEST(ShownText, IsTheReadersVersionWhenThereIsOne) {
    const auto german = shown(text(), languages::german);
    ASSERT_TRUE(german);
    EXPECT_EQ(german->body, "Kohle");
    EXPECT_EQ(german->standing, TextStanding::own);
}

TEST(ShownText, SaysSinceWhenATranslationIsBehind) {
    const auto english = shown(text(), languages::english);
    ASSERT_TRUE(english);
    EXPECT_EQ(english->body, "Coal");
    EXPECT_EQ(english->standing, TextStanding::behind);
    EXPECT_EQ(english->day, "2025-01-05");
    EXPECT_EQ(english->original, languages::german);
}

TEST(ShownText, IsTheOriginalWhereTheLanguageIsMissing) {
    const auto polish = shown(text(), languages::polish);
    ASSERT_TRUE(polish);
    EXPECT_EQ(polish->language, languages::german);
    EXPECT_EQ(polish->standing, TextStanding::other_language);
}

TEST(ShownText, IsNothingWhenThereIsNoText) { EXPECT_FALSE(shown(LocalizedText{}, languages::german)); }

} // namespace
} // namespace interregio::portal
