#include "modules/search/search.h"

#include "modules/search/entry.h"
#include "modules/search/postings.h"
#include "modules/search/snippet.h"
#include "modules/search/vocabulary.h"

#include <gtest/gtest.h>

namespace interregio::search {
namespace {

TEST(CleanQuery, MakesOneLine) {
    EXPECT_EQ(clean_query("  Ruhr\t\n GZM "), "Ruhr GZM");
    EXPECT_EQ(clean_query(""), "");
    EXPECT_EQ(clean_query("\xFF\x01"), "");
    EXPECT_EQ(clean_query("a\xC3"
                          "b"),
              "a b");
    EXPECT_EQ(clean_query("Bru\u0308ssel"), "Brüssel") << "in normal form C";
}

TEST(CleanQuery, IsBounded) {
    EXPECT_EQ(clean_query(std::string(most_query_characters, 'a')).size(), most_query_characters);
    EXPECT_EQ(clean_query(std::string(most_query_characters + 1, 'a')).size(), most_query_characters);
    std::string letters;
    for (int i = 0; i < 100'000; ++i) letters += "ł";
    EXPECT_EQ(clean_query(letters).size(), 2 * most_query_characters) << "characters, not bytes";
}

TEST(WithLastWord, ReplacesIt) {
    EXPECT_EQ(with_last_word("Austausch mit kat", "kattowitz"), "Austausch mit kattowitz");
    EXPECT_EQ(with_last_word("kat", "katowice"), "katowice");
    EXPECT_EQ(with_last_word("", "katowice"), "katowice");
}

TEST(Entry, ComesBackAsItWas) {
    const Entry entry{RecordKind::activity,
                      "forum",
                      "2024-05-14",
                      {{"", {{7, 255}}}, {"@", {}}, {"de", {{1, 3}, {2, 1}, {300'000, 90}}}},
                      {"metropole ruhr", "rvr"}};
    EXPECT_EQ(decoded(encoded(entry)), entry);
    const auto bytes = encoded(entry);
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(decoded(bytes.substr(0, length))) << length;
    EXPECT_FALSE(decoded(bytes + "x"));
    EXPECT_FALSE(decoded("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
}

TEST(Postings, GiveWhatWasAppended) {
    Postings postings;
    const std::vector<std::pair<std::uint32_t, std::uint8_t>> list{{0, 1}, {1, 255}, {130, 7}, {2'000'000, 9}};
    for (const auto& [document, weight] : list) postings.append(document, weight);
    std::vector<std::pair<std::uint32_t, std::uint8_t>> given;
    postings.each([&](std::uint32_t document, std::uint8_t weight) { given.emplace_back(document, weight); });
    EXPECT_EQ(given, list);
    EXPECT_EQ(postings.count(), 4U);
}

class VocabularyTest : public testing::Test {
  protected:
    VocabularyTest() {
        vocabulary_.add(3, "brachflächen", "brachflach");
        vocabulary_.add(5, "revitalisierung", "revitalisier");
        vocabulary_.add(8, "brachflächenrevitalisierung", "brachflachenrevitalisier");
        vocabulary_.add(9, "ausbildung", "ausbild");
    }
    std::vector<std::uint32_t> with(std::string_view part, Vocabulary::Place wanted) const {
        std::vector<std::uint32_t> numbers;
        vocabulary_.each_with(part, [&](std::uint32_t number, Vocabulary::Place place) {
            if (place == wanted) numbers.push_back(number);
        });
        return numbers;
    }
    Vocabulary vocabulary_{languages::german};
};
using Numbers = std::vector<std::uint32_t>;

TEST_F(VocabularyTest, FindsByFormAndStem) {
    EXPECT_EQ(Numbers(vocabulary_.written("brachflachen").begin(), vocabulary_.written("brachflachen").end()),
              Numbers{3});
    EXPECT_TRUE(vocabulary_.written("brachflach").empty());
    EXPECT_EQ(vocabulary_.with_stem("brachflach").size(), 1U);
    EXPECT_EQ(vocabulary_.word(8), "brachflächenrevitalisierung");
    EXPECT_EQ(vocabulary_.word(4), "") << "of another section";
}

TEST_F(VocabularyTest, FindsBeginningsAndParts) {
    EXPECT_EQ(with("brachflach", Vocabulary::Place::beginning), (Numbers{3, 8}));
    EXPECT_EQ(with("revital", Vocabulary::Place::inside), Numbers{8});
    EXPECT_EQ(with("bildung", Vocabulary::Place::inside), Numbers{9}) << "behind three letters";
    EXPECT_EQ(with("usbildung", Vocabulary::Place::inside), Numbers{}) << "behind one";
    EXPECT_EQ(with("", Vocabulary::Place::beginning), Numbers{});
}

TEST_F(VocabularyTest, FindsWhatIsNear) {
    Numbers numbers;
    vocabulary_.each_near("brachflahcen", 1, [&](std::uint32_t number, std::size_t errors) {
        EXPECT_EQ(errors, 1U);
        numbers.push_back(number);
    });
    EXPECT_EQ(numbers, Numbers{3});
}

const FoundWords found{.forms = {{languages::german, {"brachflachen"}}}, .names = {"kattowitz"}};

TEST(Snippet, MarksFoundWords) {
    EXPECT_EQ(marked("Die Brachflächen.", languages::german, found),
              (MarkedText{{"Die ", false}, {"Brachflächen", true}, {".", false}}));
    EXPECT_EQ(marked("Kattowitz", languages::polish, found), (MarkedText{{"Kattowitz", true}}))
        << "a name in any language";
    EXPECT_EQ(marked("Brachflächen", languages::polish, found), (MarkedText{{"Brachflächen", false}}));
    EXPECT_EQ(marked("", languages::german, found), MarkedText{});
}

TEST(Snippet, IsTheBestPlace) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "Wort ";
    text += "Brachflächen in Kattowitz ";
    for (int i = 0; i < 100; ++i) text += "Ende ";
    const auto made = snippet(text, languages::german, found, 80);
    EXPECT_EQ(made.found, 2U);
    std::string whole;
    for (const auto& part : made.text) whole += part.text;
    EXPECT_TRUE(whole.starts_with("… Wort")) << whole;
    EXPECT_TRUE(whole.ends_with(" …")) << whole;
    EXPECT_LE(whole.size(), 80U + 12U);
}

TEST(Snippet, WithoutFoundWordsIsTheBeginning) {
    const auto made = snippet("Eins zwei drei.", languages::german, found);
    EXPECT_EQ(made.text, (MarkedText{{"Eins zwei drei.", false}}));
    EXPECT_EQ(made.found, 0U);
}

} // namespace
} // namespace interregio::search
