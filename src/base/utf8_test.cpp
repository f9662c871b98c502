#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace interregio {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

TEST(Utf8, AcceptsEveryCharacterInItsShortestForm) {
    for (const std::string_view text : {"", "a", "ä", "Łódź", "€", "東京", "🙂", "\u0080", "\u07FF", "\u0800", "\uD7FF",
                                        "\uE000", "\uFFFF", "\U00010000", "\U0010FFFF"})
        EXPECT_TRUE(valid_utf8(text)) << text;
    EXPECT_TRUE(valid_utf8("a\0b"sv));
}

TEST(Utf8, RefusesWhatIsNoCharacter) {
    for (const std::string_view text : {
             "\x80"sv,
             "\xBF"sv,
             "\xC0\x80"sv,
             "\xC0\xAF"sv,
             "\xC1\xBF"sv, // stray and overlong in two bytes
             "\xE0\x80\x80"sv,
             "\xE0\x9F\xBF"sv, // overlong in three
             "\xED\xA0\x80"sv,
             "\xED\xAF\xBF"sv,
             "\xED\xB0\x80"sv,
             "\xED\xBF\xBF"sv,             // surrogates
             "\xED\xA0\xBD\xED\xB9\x82"sv, // a surrogate pair
             "\xF0\x80\x80\x80"sv,
             "\xF0\x8F\xBF\xBF"sv, // overlong in four
             "\xF4\x90\x80\x80"sv,
             "\xF5\x80\x80\x80"sv,
             "\xF8\x88\x80\x80\x80"sv,
             "\xFE"sv,
             "\xFF"sv, // too high
             "\xC3"sv,
             "\xE2\x82"sv,
             "\xF0\x9F\x99"sv,
             "\xE2\x82 "sv,
             "\xC3\xC3"sv,
             "\xF0\x9F\x99Z"sv, // cut short
         }) {
        EXPECT_FALSE(valid_utf8(text));
        EXPECT_FALSE(valid_utf8("ok " + std::string(text) + " ok"));
    }
}

TEST(Utf8, ComposesToNfc) {
    EXPECT_EQ(to_nfc(""), "");
    EXPECT_EQ(to_nfc("plain"), "plain");
    EXPECT_EQ(to_nfc("Łódź"), "Łódź");
    EXPECT_EQ(to_nfc("u\u0308ber"), "\u00FCber");
    EXPECT_EQ(to_nfc("L\u0301o\u0301dz\u0301"), "\u0139\u00F3d\u017A");
    EXPECT_EQ(to_nfc("\u212B"), "\u00C5");                       // ångström sign
    EXPECT_EQ(to_nfc("a\u0323\u0307"), to_nfc("a\u0307\u0323")); // marks in one order
    EXPECT_EQ(to_nfc("ﬁ ²"), "ﬁ ²");                             // compatibility forms stay
    EXPECT_EQ(to_nfc("🙂\0ü"s), "🙂\0ü"s);
    EXPECT_DEATH(static_cast<void>(to_nfc("\xFF")), "valid UTF-8");
}

TEST(Utf8, FindsControlCharacters) {
    for (int c = 0; c < 0x100; ++c) {
        const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        std::string text = "Łódź ";
        if (c < 0x80)
            text += static_cast<char>(c);
        else
            text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
        text += "🙂";
        EXPECT_EQ(has_control_characters(text, ControlCharacters::none), control) << c;
        EXPECT_EQ(has_control_characters(text, ControlCharacters::newline_and_tab), control && c != '\n' && c != '\t')
            << c;
    }
    EXPECT_FALSE(has_control_characters("", ControlCharacters::none));
    EXPECT_FALSE(
        has_control_characters("\u2028\u00AD", ControlCharacters::none));  // separators and formats, not controls
    EXPECT_FALSE(has_control_characters("\xC2", ControlCharacters::none)); // wrong, but no control character
    EXPECT_TRUE(has_control_characters("\xC2\x01", ControlCharacters::none));
}

TEST(Utf8, QuotesForMessages) {
    EXPECT_EQ(quotable("2025-10-7"), "2025-10-7");
    EXPECT_EQ(quotable(""), "");
    EXPECT_EQ(quotable("a\tb\x7F\u0085"
                       "c"),
              "a\uFFFDb\uFFFD\uFFFDc");
    EXPECT_EQ(quotable("a\xFFz\xE2\x82"), "a\uFFFDz\uFFFD\uFFFD");
    EXPECT_EQ(quotable("abcdef", 6), "abcdef");
    EXPECT_EQ(quotable("abcdefg", 6), "abc…");
    EXPECT_EQ(quotable("ääääc", 8), "ää…"); // 9 bytes; three characters and the ellipsis would be 9, too
    EXPECT_TRUE(valid_utf8(quotable(std::string(1000, '\xF0'))));
    for (std::size_t size = 3; size < 30; ++size) {
        const std::string quoted = quotable("Łódź 🙂 Ł\xFFódź 🙂 Łódź", size);
        EXPECT_LE(quoted.size(), size);
        EXPECT_TRUE(valid_utf8(quoted)) << size;
    }
}

TEST(BeginningOf, CutsBetweenCharacters) {
    EXPECT_EQ(beginning_of("Łódź", 99), "Łódź");
    EXPECT_EQ(beginning_of("Łódź", 7), "Łódź");
    EXPECT_EQ(beginning_of("Łódź", 6), "Łód");
    EXPECT_EQ(beginning_of("Łódź", 5), "Łód");
    EXPECT_EQ(beginning_of("Łódź", 1), "");
    EXPECT_EQ(beginning_of("€", 2), "");
    EXPECT_EQ(beginning_of("", 0), "");
}

} // namespace
} // namespace interregio
