#include "platform/language/stems.h"

#include "platform/language/words.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace interregio::language {
namespace {

bool related(std::string_view a, std::string_view b, Language language) {
    const auto one = stems(lower(a), language);
    const auto other = stems(lower(b), language);
    return std::ranges::any_of(one, [&](const auto& stem) { return std::ranges::find(other, stem) != other.end(); });
}

TEST(Stems, JoinGermanForms) {
    for (const auto* form : {"Brachflächen", "brachflaeche", "Brachflache", "BRACHFLÄCHEN"})
        EXPECT_TRUE(related("Brachfläche", form, languages::german)) << form;
    EXPECT_TRUE(related("Partnerschaft", "Partnerschaften", languages::german));
    EXPECT_TRUE(related("Austausch", "Austauschs", languages::german));
    EXPECT_TRUE(related("Kattowitz", "Kattowitzer", languages::german));
    EXPECT_TRUE(related("Straße", "Strassen", languages::german));
    EXPECT_FALSE(related("Ruhr", "Ruhe", languages::german));
}

TEST(Stems, JoinPolishForms) {
    for (const auto* form : {"rewitalizacji", "rewitalizację", "Rewitalizacją"})
        EXPECT_TRUE(related("rewitalizacja", form, languages::polish)) << form;
    EXPECT_TRUE(related("miasto", "mieście", languages::polish));
    EXPECT_TRUE(related("Katowice", "Katowicach", languages::polish)) << "names are in the dictionary with a capital";
    EXPECT_TRUE(related("Świętochłowice", "Świętochłowicach", languages::polish));
    EXPECT_TRUE(related("samorząd", "samorządów", languages::polish));
    EXPECT_FALSE(related("miasto", "metropolia", languages::polish));
}

TEST(Stems, JoinPolishFormsThatTheDictionaryDoesNotKnow) {
    EXPECT_TRUE(related("brownfield", "brownfieldów", languages::polish));
    EXPECT_TRUE(related("brownfieldach", "brownfieldami", languages::polish));
}

TEST(Stems, JoinEnglishForms) {
    EXPECT_TRUE(related("exchange", "exchanges", languages::english));
    EXPECT_TRUE(related("visiting", "visits", languages::english));
    EXPECT_TRUE(related("Ruhr", "Ruhr’s", languages::english));
    EXPECT_FALSE(related("policy", "police", languages::english));
}

TEST(Stems, OfOtherLanguages) {
    EXPECT_TRUE(related("ville", "villes", *Language::parse("fr"))) << "Snowball knows more languages than we test";
    EXPECT_EQ(stems("město", *Language::parse("cs")), (std::vector<std::string>{"mesto"})) << "the word, folded";
    EXPECT_TRUE(related("Katowice", "Katowicach", Language())) << "a name, by the rules of any language";
    EXPECT_TRUE(related("Münster", "Muenster", Language()));
}

TEST(Stems, AreNeverEmpty) {
    for (const auto* word : {"a", "'", "ß", "ł", "東京", "2018"})
        for (const Language language : {Language(), languages::german, languages::polish, languages::english})
            EXPECT_FALSE(stems(word, language).empty()) << word;
}

} // namespace
} // namespace interregio::language
