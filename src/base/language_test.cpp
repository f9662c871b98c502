#include "base/language.h"

#include <gtest/gtest.h>

#include <set>
#include <unordered_set>
#include <vector>

namespace interregio {
namespace {

TEST(Language, ReadsTwoOrThreeLowerCaseLetters) {
    for (const std::string_view tag : {"de", "pl", "en", "szl", "hsb", "aa", "zzz"}) {
        const auto language = Language::parse(tag);
        ASSERT_TRUE(language) << tag;
        EXPECT_EQ(language->tag(), tag);
    }
}

TEST(Language, ReadsNothingElse) {
    using namespace std::string_view_literals;
    for (const std::string_view tag : {""sv, "d"sv, "DE"sv, "De"sv, "deut"sv, "de-DE"sv, "de_"sv, "d1"sv, "d "sv,
                                       " de"sv, "ä"sv, "dé"sv, "d\0"sv, "de\0"sv, "ｄｅ"sv, "../"sv})
        EXPECT_FALSE(Language::parse(tag)) << tag;
}

TEST(Language, IsUndeterminedUntilSaid) {
    EXPECT_EQ(Language{}.tag(), "und");
    EXPECT_EQ(Language::parse("und"), Language{});
}

TEST(Language, ComparesByTag) {
    EXPECT_EQ(Language::parse("de"), languages::german);
    EXPECT_EQ(languages::polish.tag(), "pl");
    EXPECT_EQ(languages::english.tag(), "en");
    EXPECT_NE(languages::german, languages::polish);
    EXPECT_NE(*Language::parse("de"), *Language::parse("den"));
    const std::set<Language> sorted{*Language::parse("szl"), languages::polish,  *Language::parse("des"),
                                    languages::german,       languages::english, languages::german};
    std::vector<std::string_view> tags;
    for (const Language& language : sorted) tags.push_back(language.tag());
    EXPECT_EQ(tags, (std::vector<std::string_view>{"de", "des", "en", "pl", "szl"}));
}

TEST(Language, CanBeAKey) {
    const std::unordered_set<Language> spoken{languages::german, languages::polish, *Language::parse("de")};
    EXPECT_EQ(spoken.size(), 2U);
    EXPECT_TRUE(spoken.contains(languages::polish));
    EXPECT_FALSE(spoken.contains(languages::english));
}

} // namespace
} // namespace interregio
