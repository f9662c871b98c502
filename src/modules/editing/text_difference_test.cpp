#include "modules/editing/text_difference.h"

#include <gtest/gtest.h>

namespace interregio::editing {
namespace {

using Kind = TextPiece::Kind;
using Pieces = std::vector<TextPiece>;

std::string without(const Pieces& pieces, Kind kind) {
    std::string text;
    for (const TextPiece& piece : pieces)
        if (piece.kind != kind) text += piece.text;
    return text;
}

TEST(TextDifference, ShowsWordsThatWereReplaced) {
    EXPECT_EQ(text_difference("Rund 60 junge Menschen kamen.", "Rund 49 junge Menschen kamen."),
              (Pieces{{Kind::same, "Rund "},
                      {Kind::removed, "60"},
                      {Kind::added, "49"},
                      {Kind::same, " junge Menschen kamen."}}));
    EXPECT_EQ(text_difference("Ein Besuch", "Ein Besuch in Essen"),
              (Pieces{{Kind::same, "Ein Besuch"}, {Kind::added, " in Essen"}}));
}

TEST(TextDifference, ShowsWhatWasAddedAndRemoved) {
    EXPECT_EQ(text_difference("a c", "a b c"), (Pieces{{Kind::same, "a "}, {Kind::added, "b "}, {Kind::same, "c"}}));
    EXPECT_EQ(text_difference("a b c", "a c"), (Pieces{{Kind::same, "a "}, {Kind::removed, "b "}, {Kind::same, "c"}}));
    EXPECT_EQ(text_difference("", "neu"), (Pieces{{Kind::added, "neu"}}));
    EXPECT_EQ(text_difference("alt", ""), (Pieces{{Kind::removed, "alt"}}));
    EXPECT_EQ(text_difference("gleich", "gleich"), (Pieces{{Kind::same, "gleich"}}));
    EXPECT_EQ(text_difference("", ""), Pieces{});
}

TEST(TextDifference, GivesBothTextsBack) {
    const std::string before = "Górnośląsko-Zagłębiowska\n\nMetropolia  i Ruhra \tspotkały się w 2019 r. w Essen.";
    const std::string after = "Metropolia i Ruhra\n\nspotkały się w Katowicach w 2019 r.";
    const auto pieces = text_difference(before, after);
    EXPECT_EQ(without(pieces, Kind::added), before);
    EXPECT_EQ(without(pieces, Kind::removed), after);
}

TEST(TextDifference, GivesLongTextsThatShareNothingWhole) {
    std::string before;
    std::string after;
    for (int i = 0; i < 5000; ++i) {
        before += (i == 0 ? "a" : " a") + std::to_string(i);
        after += (i == 0 ? "b" : " b") + std::to_string(i);
    }
    const auto pieces = text_difference("Anfang " + before + " Ende", "Anfang " + after + " Ende");
    EXPECT_EQ(pieces,
              (Pieces{{Kind::same, "Anfang "}, {Kind::removed, before}, {Kind::added, after}, {Kind::same, " Ende"}}));
}

} // namespace
} // namespace interregio::editing
