#include "base/slug.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace interregio {
namespace {

const Language czech = *Language::parse("cs");
const Language ukrainian = *Language::parse("uk");

TEST(Slug, JoinsWordsInLowerCase) {
    EXPECT_EQ(slug_from("Delegation visit to Katowice", languages::english), "delegation-visit-to-katowice");
    EXPECT_EQ(slug_from("  United by Bread -- Salt & Herbs!  ", languages::english), "united-by-bread-salt-herbs");
    EXPECT_EQ(slug_from("#CreateYourope 2021/1", languages::english), "createyourope-2021-1");
    EXPECT_EQ(slug_from("MARK 51°7", languages::german), "mark-51-7");
    EXPECT_EQ(slug_from("already-a-slug", languages::english), "already-a-slug");
}

TEST(Slug, WritesLettersAsTheirLanguageDoes) {
    EXPECT_EQ(slug_from("Grüße aus Köln: Maß & Ähre, ÜBER ÖL", languages::german),
              "gruesse-aus-koeln-mass-aehre-ueber-oel");
    EXPECT_EQ(slug_from("STRAẞE", languages::german), "strasse");
    EXPECT_EQ(slug_from("Mülheim", languages::polish), "mulheim");
    EXPECT_EQ(slug_from("Mülheim", languages::english), "mulheim");
    EXPECT_EQ(slug_from("Górnośląsko-Zagłębiowska Metropolia", languages::polish),
              "gornoslasko-zaglebiowska-metropolia");
    EXPECT_EQ(slug_from("Górnośląsko-Zagłębiowska Metropolia", languages::german),
              "gornoslasko-zaglebiowska-metropolia");
    EXPECT_EQ(slug_from("Zażółć gęślą jaźń ŻÓŁĆ", languages::polish), "zazolc-gesla-jazn-zolc");
    EXPECT_EQ(slug_from("Příliš žluťoučký kůň", czech), "prilis-zlutoucky-kun");
    EXPECT_EQ(slug_from("Søren Þór Æsir", languages::english), "soren-thor-aesir");
}

TEST(Slug, TakesDecomposedLettersForTheSame) {
    EXPECT_EQ(slug_from("u\u0308ber O\u0301", languages::german), "ueber-o");
    EXPECT_EQ(slug_from("Go\u0301ra", languages::polish), "gora");
}

TEST(Slug, RomanisesOtherScripts) {
    EXPECT_EQ(slug_from("Київ", ukrainian), "kiiv");
    EXPECT_EQ(slug_from("Подъезд", languages::english), "podezd");
    EXPECT_EQ(slug_from("Ελλάδα", languages::english), "ellada");
    EXPECT_EQ(slug_from("東京", languages::english), "dong-jing");
}

TEST(Slug, LetsApostrophesVanish) {
    for (const std::string_view name : {"O'Brien", "O’Brien", "O‘Brien", "O`Brien", "O´Brien", "O′Brien", "OʼBrien"})
        EXPECT_EQ(slug_from(name, languages::english), "obrien") << name;
    EXPECT_EQ(slug_from("об'єднання", ukrainian), "obednanna");
    EXPECT_EQ(slug_from("‘Wandel’ – „Zmiana”", languages::english), "wandel-zmiana");
}

TEST(Slug, SeparatesAtTypographicMarksAndSpaces) {
    EXPECT_EQ(slug_from("Salz – Kräuter—Brot…", languages::german), "salz-kraeuter-brot");
    EXPECT_EQ(slug_from("8.–9.\u00A0August", languages::german), "8-9-august");
    EXPECT_EQ(slug_from("eins🙂zwei", languages::german), "eins-zwei");
    EXPECT_EQ(slug_from("soft\u00ADhyphen", languages::english), "softhyphen");
}

/// The letters that are looked up one by one come out as they do when the whole text is transliterated.
TEST(Slug, BothWaysOfRomanisingAgree) {
    for (const Language language : {languages::german, languages::polish})
        for (unsigned c = 0xA0; c < 0x250; ++c) {
            const std::string letter{static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
            const std::string slug = slug_from("a" + letter + "b", language);
            EXPECT_EQ(slug_from("a" + letter + "b я", language), slug + "-a") << letter;
            EXPECT_TRUE(is_slug(slug)) << letter;
        }
}

TEST(Slug, CutsLongTitlesBetweenWords) {
    const std::string word(20, 'w');
    const std::string title = word + ' ' + word + ' ' + word + ' ' + word; // 83 bytes joined
    EXPECT_EQ(slug_from(title, languages::english), word + '-' + word + '-' + word);
    EXPECT_EQ(slug_from(std::string(39, 'a') + ' ' + std::string(40, 'b'), languages::english).size(), 80U);
    EXPECT_EQ(slug_from(std::string(40, 'a') + ' ' + std::string(40, 'b'), languages::english), std::string(40, 'a'));
    EXPECT_EQ(slug_from(std::string(81, 'a'), languages::english), std::string(80, 'a'));
    EXPECT_EQ(slug_from(std::string(200, 'a') + " b", languages::english), std::string(80, 'a'));
    std::string long_german;
    for (int i = 0; i < 5000; ++i) long_german += "ü";
    EXPECT_EQ(slug_from(long_german, languages::german).size(), 80U);
}

TEST(Slug, IsEmptyWhereNothingIsLeft) {
    for (const std::string_view text : {"", " ", "…", "🙂", "---", "'", "’", "\u0301", "\u00AD"})
        EXPECT_EQ(slug_from(text, languages::german), "") << text;
}

TEST(Slug, SurvivesWrongUtf8) {
    EXPECT_EQ(slug_from("ab\xFF"
                        "cd",
                        languages::german),
              "ab-cd");
    EXPECT_EQ(slug_from("ab\xC3", languages::german), "ab");
    EXPECT_EQ(slug_from(std::string(5000, '\x80'), languages::german), "");
    using namespace std::string_view_literals;
    EXPECT_EQ(slug_from("a\0ü"sv, languages::german), "a-ue");
}

TEST(Slug, IsSafeFromManyThreads) {
    std::vector<std::thread> threads;
    std::vector<std::string> slugs(8);
    for (std::size_t i = 0; i < slugs.size(); ++i)
        threads.emplace_back([&slugs, i] {
            for (int round = 0; round < 50; ++round) slugs[i] = slug_from("Größe Київ", languages::german);
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& slug : slugs) EXPECT_EQ(slug, "groesse-kiiv");
}

TEST(Slug, KnowsWhatASlugIs) {
    for (const std::string_view slug : {"a", "0", "a-b", "a-b-c", "2019", "delegation-in-kattowitz"})
        EXPECT_TRUE(is_slug(slug)) << slug;
    EXPECT_TRUE(is_slug(std::string(100, 'a')));
    for (const std::string_view text :
         {"", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "a/b", "ä", "a.b", "a\n", "a-b-"})
        EXPECT_FALSE(is_slug(text)) << text;
    EXPECT_FALSE(is_slug(std::string(101, 'a')));
    EXPECT_FALSE(is_slug(std::string_view("a\0b", 3)));
}

} // namespace
} // namespace interregio
