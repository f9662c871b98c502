#include "modules/portal/web/typography.h"

#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

TEST(Typography, HoldsTheDayWithTheMonthAndTheYearWithItsMark) {
    EXPECT_EQ(unbroken_date("9 August 2019"), "9\u00A0August 2019");
    EXPECT_EQ(unbroken_date("8.–9. August 2019"), "8.–9.\u00A0August 2019");
    EXPECT_EQ(unbroken_date("28 lutego – 2 marca 2024 r."), "28\u00A0lutego – 2\u00A0marca 2024\u00A0r.");
    EXPECT_EQ(unbroken_date("zima 2024/2025 r."), "zima 2024/2025\u00A0r.");
    EXPECT_EQ(unbroken_date("5 września"), "5\u00A0września");
}

TEST(Typography, LetsDatesBreakElsewhere) {
    for (const auto* words : {"Oktober 2025", "March 2024 to May 2025", "from July 2017 (end unknown)", "2025", ""})
        EXPECT_EQ(unbroken_date(words), words);
}

TEST(Typography, HoldsPolishWordsOfOneLetterWithTheNext) {
    EXPECT_EQ(bound_polish_words("<p lang=\"pl\">W Essen i w Bochum (z RVR), „o tym”\nu nas</p>"),
              "<p lang=\"pl\">W\u00A0Essen i\u00A0w\u00A0Bochum (z\u00A0RVR), „o\u00A0tym”\nu\u00A0nas</p>");
    EXPECT_EQ(bound_polish_words("<p lang=\"pl\">rozmowy w\nKatowicach w <a href=\"/pl/\">GZM</a></p>"),
              "<p lang=\"pl\">rozmowy w\u00A0Katowicach w\u00A0<a href=\"/pl/\">GZM</a></p>");
    EXPECT_EQ(bound_polish_words("<p lang=\"pl\">w 2025 r. do domu ze mną, MARK w</p>"),
              "<p lang=\"pl\">w\u00A02025\u00A0r. do domu ze mną, MARK w</p>");
}

TEST(Typography, LeavesTheEndsOfLongerWords) {
    const auto* markup = "<p lang=\"pl\">Kraków stoi, Łódź z-ca, są o</p>";
    EXPECT_EQ(bound_polish_words(markup), markup);
    EXPECT_EQ(bound_polish_words("<p lang=\"pl\">ó w ów </p>"), "<p lang=\"pl\">ó w\u00A0ów </p>");
}

TEST(Typography, KnowsWhichWordsArePolish) {
    EXPECT_EQ(bound_polish_words("<html lang=\"pl\"><br><p>w A <em lang=\"en\">a visit</em> i B</p></html>"),
              "<html lang=\"pl\"><br><p>w\u00A0A\u00A0<em lang=\"en\">a visit</em> i\u00A0B</p></html>");
    EXPECT_EQ(bound_polish_words("<html lang=\"de\"><p>a b <span lang=\"pl\">a b</span> a b</p></html>"),
              "<html lang=\"de\"><p>a b <span lang=\"pl\">a\u00A0b</span> a b</p></html>");
    const auto* link = "<p lang=\"de\"><a hreflang=\"pl\" href=\"/pl/\">a b</a></p>";
    EXPECT_EQ(bound_polish_words(link), link) << "hreflang speaks of another page";
}

TEST(Typography, LeavesAttributesTitlesAndCode) {
    for (const auto* markup :
         {"<p lang=\"pl\"><img alt=\"wieża w Essen\"></p>",
          "<html lang=\"pl\"><head><title>RVR w Essen</title></head></html>", "<p lang=\"pl\"><code>a b</code></p>",
          "<textarea lang=\"pl\">w Katowicach</textarea>", "<!DOCTYPE html>\na b"})
        EXPECT_EQ(bound_polish_words(markup), markup);
}

} // namespace
} // namespace interregio::portal::web
