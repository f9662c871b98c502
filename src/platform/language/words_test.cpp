#include "platform/language/words.h"

#include <gtest/gtest.h>
#include <vector>

namespace interregio::language {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> list;
    for_each_word(text, [&](std::string_view word, std::size_t offset) {
        EXPECT_EQ(text.substr(offset, word.size()), word) << "the place is that of the word";
        list.emplace_back(word);
    });
    return list;
}

using List = std::vector<std::string>;

TEST(Words, AreRunsOfLettersAndDigits) {
    EXPECT_EQ(words_of("Karola Geiß-Netthöfel, Direktorin (RVR) seit 2011."),
              (List{"Karola", "Geiß", "Netthöfel", "Direktorin", "RVR", "seit", "2011"}));
    EXPECT_EQ(words_of("**Świętochłowice** i Chorzów"), (List{"Świętochłowice", "i", "Chorzów"}));
    EXPECT_EQ(words_of(""), List{});
    EXPECT_EQ(words_of(" – … !"), List{});
}

TEST(Words, KeepApostrophesInsideOnly) {
    EXPECT_EQ(words_of("the Ruhr’s 'green' rings'"), (List{"the", "Ruhr’s", "green", "rings"}));
    EXPECT_EQ(words_of("it's"), List{"it's"});
    EXPECT_EQ(words_of("a''b '"), (List{"a", "b"}));
}

TEST(Words, AreCutByIcuWhereThereAreNoSpaces) {
    const auto words = words_of("東京タワー Turm");
    ASSERT_GE(words.size(), 2U);
    EXPECT_EQ(words.back(), "Turm");
    EXPECT_GE(words_of("สวัสดีชาวโลก").size(), 2U);
}

TEST(Words, LeaveOutEndlessRuns) {
    EXPECT_EQ(words_of(std::string(most_word_bytes, 'a')).size(), 1U);
    EXPECT_EQ(words_of(std::string(most_word_bytes + 1, 'a') + " b"), List{"b"});
}

TEST(Words, SurviveBrokenBytes) {
    EXPECT_EQ(words_of("a\xFFz \xC3"), (List{"a", "z"})) << "the caller checks; nothing is read beyond the end";
}

TEST(Lower, WritesSmall) {
    EXPECT_EQ(lower("ŚWIĘTOCHŁOWICE"), "świętochłowice");
    EXPECT_EQ(lower("Straße"), "straße");
    EXPECT_EQ(lower("Brach\u00ADflächen"), "brachflächen");
    EXPECT_EQ(lower("Ruhr’s"), "ruhr's");
}

TEST(Folded, LeavesOutMarks) {
    EXPECT_EQ(folded("świętochłowice", languages::polish), "swietochlowice");
    EXPECT_EQ(folded("łódź", languages::polish), "lodz");
    EXPECT_EQ(folded("straße", languages::german), "strasse");
    EXPECT_EQ(folded("café", languages::english), "cafe");
    EXPECT_EQ(folded("ruhr's", languages::english), "ruhrs");
}

TEST(Folded, TakesTwoLettersForAnUmlaut) {
    for (const auto* word : {"brachfläche", "brachflaeche", "brachflache"})
        EXPECT_EQ(folded(word, languages::german), "brachflache");
    EXPECT_EQ(folded("muenster", languages::german), folded("münster", languages::german));
    EXPECT_EQ(folded("neue", languages::german), "neue") << "ue after a vowel is none";
    EXPECT_EQ(folded("quer", languages::german), "quer");
    EXPECT_EQ(folded("muenster", languages::english), "muenster");
    EXPECT_EQ(folded("muenster", Language()), "munster") << "names are of any language";
}

TEST(StopWords, BelongToALanguage) {
    EXPECT_TRUE(is_stop_word("und", languages::german));
    EXPECT_TRUE(is_stop_word("über", languages::german));
    EXPECT_TRUE(is_stop_word("się", languages::polish));
    EXPECT_TRUE(is_stop_word("the", languages::english));
    EXPECT_FALSE(is_stop_word("die", languages::english));
    EXPECT_FALSE(is_stop_word("ruhr", languages::german));
    EXPECT_FALSE(is_stop_word("und", *Language::parse("fr")));
}

} // namespace
} // namespace interregio::language
