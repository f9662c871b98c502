#include "platform/secrets/guessing.h"

#include "platform/secrets/common_words.h"
#include "platform/secrets/password_pieces.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace interregio::secrets {
namespace {

const std::vector<std::string> somebody{"Anna Kowalczyk-Święch", "Regionalverband Ruhr", "a.kowalczyk@rvr.ruhr"};

double bits_of(std::string_view password) { return guess_at(password, somebody).bits; }

TEST(Guessing, WhatEverybodyTriesIsTooLittle) {
    for (const char* password : {
             "Password2026!", "P@ssw0rd-Winter-24",       "passwordpassword", "sommer2026sonne",
             "Katowice!2025", "HasloHaslo123!",           "zażółćgęślą",      "drowssap4321", // words, backwards
             "qwertzuiop12",  "1qaz2wsx3edc4rfv",         "1qay2wsx3edc",     "poiuztrewq123",
             "!@#$%^&*()_+", // rows of keys
             "aaaaaaaaaaaa",  "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "            ",     "abcabcabcabc",
             "xkqzxkqzxkqz", // repetition
             "abcdefghijkl",  "zyxwvutsrqponm",           "123456789012",     "2468101214161820",
             "a1b2c3d4e5f6",                                                                  // counting
             "Jan24.11.1986", "24111986241119",           "1986-11-24 Ewa",   "483920571146", // dates, digits
         })
        EXPECT_LT(bits_of(password), least_bits) << password;
}

TEST(Guessing, WhatNobodyTriesIsEnough) {
    for (const char* password :
         {"hund katze maus igel", "Haselnuss tanzt im Regen", "Żółć gęślą jaźń", "lieber drei Kaffee am Morgen",
          "mX7pQ2vRt9Lk", "k#9$Lq!2@xZv", "wkzrmqvhtjpf", "地域間協力安全保障計画", "🐙🚲🌧️🎻🥨🧭🪁🦔🍋🧦🔭🪜"})
        EXPECT_GE(bits_of(password), least_bits) << password;
}

TEST(Guessing, CaseAccentsAndSignsForLettersDoNotHelp) {
    const double plain = bits_of("lodz");
    for (const char* same : {"LODZ", "łódź", "l0dz", "Ł0DŹ", "!od2", "zdol"})
        EXPECT_DOUBLE_EQ(bits_of(same), plain) << same;
    EXPECT_DOUBLE_EQ(bits_of("Gruße"), bits_of("GRUSSE"));
    EXPECT_DOUBLE_EQ(bits_of("l\u0301o\u0301dz"), plain) << "decomposed";
}

TEST(Guessing, WordsOfTheContextAreNamed) {
    const auto word_in = [](std::string_view password) { return guess_at(password, somebody).context_word; };
    EXPECT_EQ(word_in("Kowalczyk2026!"), somebody[0]);
    EXPECT_EQ(word_in("swiech-12345"), somebody[0]) << "without accents";
    EXPECT_EQ(word_in("hceiws-12345"), somebody[0]) << "backwards";
    EXPECT_EQ(word_in("R3gi0nalverband"), somebody[1]);
    EXPECT_EQ(word_in("regionalverbandruhr1"), somebody[1]) << "both words in one";
    EXPECT_EQ(word_in("inter regio interregio"), "Interregio") << "always among them";
    EXPECT_EQ(word_in("Passwort2026!"), std::nullopt);
    EXPECT_LT(bits_of("Kowalczyk2026!"), guess_at("Kowalczyk2026!", {}).bits);
}

TEST(Guessing, ContextWordsShorterThanThreeLettersArePassedOver) {
    const std::vector<std::string> context{"Al", "§$", ""};
    EXPECT_EQ(guess_at("Al§$wkzrmqvh", context).context_word, std::nullopt);
}

TEST(Guessing, AStrongPasswordMayHoldAWordOfTheContext) { EXPECT_GE(bits_of("Kowalczyk wkzrmqvhtjpf"), least_bits); }

TEST(Guessing, ACharacterAddsNoMoreThanItCostsAlone) {
    const std::string password = "Haselnuss tanzt 24.11.2026 im Regen!!";
    double before = 0;
    for (std::size_t length = 1; length <= password.size(); ++length) {
        const double now = bits_of(std::string_view(password).substr(0, length));
        EXPECT_LE(now, before + 5) << length;
        before = now;
    }
    EXPECT_EQ(bits_of(""), 0);
}

TEST(Guessing, CharactersThatBecomeManyEndSomewhere) {
    std::string text;
    for (int i = 0; i < 128; ++i) text += "\uFDFA"; // eighteen letters when folded
    EXPECT_LT(bits_of(text), 1000);
}

TEST(Guessing, ListedWordsAreFoldedAndThereOnce) {
    std::istringstream words{std::string(common_words())};
    std::set<std::string> seen;
    for (std::string word; words >> word;) {
        if (word.ends_with(':')) continue; // a subject
        EXPECT_TRUE(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos) << word;
        EXPECT_GE(word.size(), 4u) << word;
        EXPECT_TRUE(seen.insert(word).second) << word;
    }
    EXPECT_GT(seen.size(), 1000u);
}

} // namespace
} // namespace interregio::secrets
