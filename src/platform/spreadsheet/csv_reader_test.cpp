#include "platform/spreadsheet/csv_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace interregio::spreadsheet {
namespace {

using Rows = std::vector<Row>;

Rows rows_of(std::string_view bytes, OtherwiseEncoded otherwise = OtherwiseEncoded::not_at_all) {
    const auto sheets = read_csv(bytes, otherwise);
    EXPECT_TRUE(sheets) << sheets.error().key;
    return sheets && sheets->size() == 1 ? sheets->front().table.rows : Rows{};
}

std::string why_no_csv(std::string_view bytes, OtherwiseEncoded otherwise = OtherwiseEncoded::not_at_all,
                       const Limits& limits = {}) {
    const auto sheets = read_csv(bytes, otherwise, limits);
    return sheets ? "read" : sheets.error().key;
}

TEST(CsvReader, ReadsTextOnly) {
    EXPECT_EQ(rows_of("Name;Zahl\nAnna;007\n;1,5\n"), (Rows{{"Name", "Zahl"}, {"Anna", "007"}, {{}, "1,5"}}));
    EXPECT_EQ(rows_of("one"), (Rows{{"one"}}));
    EXPECT_EQ(rows_of("=1+1;a\n"), (Rows{{"=1+1", "a"}}));
    EXPECT_EQ(rows_of("\n"), (Rows{}));
}

TEST(CsvReader, FindsTheSeparator) {
    EXPECT_EQ(rows_of("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(rows_of("a\tb\n1,5\t2,5\n"), (Rows{{"a", "b"}, {"1,5", "2,5"}}));
    EXPECT_EQ(rows_of("1,5;2,5\n3,5;4,5\n"), (Rows{{"1,5", "2,5"}, {"3,5", "4,5"}}));
    EXPECT_EQ(rows_of("title, with; both\na,b\nc,d\n"), (Rows{{"title", " with; both"}, {"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(rows_of("\"a;b\",c\n\"d;e\",f\n"), (Rows{{"a;b", "c"}, {"d;e", "f"}}));
    EXPECT_EQ(rows_of("sep=,\r\na;b,c\r\n"), (Rows{{"a;b", "c"}}));
    EXPECT_EQ(rows_of("sep=;"), (Rows{}));
    EXPECT_EQ(rows_of("sep=x\n"), (Rows{{"sep=x"}}));
}

TEST(CsvReader, ReadsQuotes) {
    EXPECT_EQ(rows_of("\"a\"\"b\";\"c\nd\";\"e;f\"\r\ng;h;i"), (Rows{{"a\"b", "c\nd", "e;f"}, {"g", "h", "i"}}));
    EXPECT_EQ(rows_of("\"\";x"), (Rows{{{}, "x"}}));
    EXPECT_EQ(rows_of("\"a\" b;c"), (Rows{{"a b", "c"}}));
    EXPECT_EQ(rows_of("a \"b\";c"), (Rows{{"a \"b\"", "c"}}));
    EXPECT_EQ(rows_of("\"a\r\nb\""), (Rows{{"a\nb"}})) << "line ends within cells are newlines";
    const auto open = read_csv("a;b\nc;\"d\ne;f\n", OtherwiseEncoded::not_at_all);
    ASSERT_FALSE(open);
    EXPECT_EQ(open.error(), (Refusal{"refusal.spreadsheet.quote", {{"row", "2"}}}));
    EXPECT_EQ(why_no_csv("\""), "refusal.spreadsheet.quote");
}

TEST(CsvReader, ReadsAllLineEnds) {
    for (const std::string_view bytes :
         {"a;b\nc;d", "a;b\r\nc;d\r\n", "a;b\rc;d\r", "a;b\rc;d\n\n\n", "a;b;;\nc;d;\n;;"})
        EXPECT_EQ(rows_of(bytes), (Rows{{"a", "b"}, {"c", "d"}})) << bytes;
    EXPECT_EQ(rows_of("a;b\n\nc;d"), (Rows{{"a", "b"}, {}, {"c", "d"}}));
}

TEST(CsvReader, ReadsUnicode) {
    const Rows expected{{"Śląsk", "Müller"}, {"€", {}, "x"}};
    EXPECT_EQ(rows_of("Śląsk;Müller\n€;;x"), expected);
    EXPECT_EQ(rows_of("\xEF\xBB\xBFŚląsk;Müller\n€;;x", OtherwiseEncoded::windows_1250), expected);
    std::string little = "\xFF\xFE", big = "\xFE\xFF";
    for (const char16_t unit : std::u16string(u"Śląsk;Müller\n€;;x")) {
        little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
        big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
    }
    EXPECT_EQ(rows_of(little), expected);
    EXPECT_EQ(rows_of(big), expected);
    EXPECT_EQ(why_no_csv(little + 'x'), "refusal.spreadsheet.not_csv") << "half a character";
}

TEST(CsvReader, ReadsTheCodePageThatTheCallerSays) {
    EXPECT_EQ(rows_of("\x8Cl\xB9sk;\x80", OtherwiseEncoded::windows_1250), (Rows{{"Śląsk", "€"}}));
    EXPECT_EQ(rows_of("M\xFCller;\x80", OtherwiseEncoded::windows_1252), (Rows{{"Müller", "€"}}));
    EXPECT_EQ(why_no_csv("M\xFCller"), "refusal.spreadsheet.encoding");
    EXPECT_EQ(why_no_csv("\x81", OtherwiseEncoded::windows_1252), "refusal.spreadsheet.encoding") << "not assigned";
    EXPECT_EQ(why_no_csv("\x81", OtherwiseEncoded::windows_1250), "refusal.spreadsheet.encoding") << "not assigned";
}

TEST(CsvReader, RefusesWhatIsNoText) {
    EXPECT_EQ(why_no_csv(""), "refusal.spreadsheet.empty");
    EXPECT_EQ(why_no_csv(std::string_view("PK\x03\x04\0\0", 6), OtherwiseEncoded::windows_1252),
              "refusal.spreadsheet.not_csv");
    EXPECT_EQ(why_no_csv(std::string_view("a\0;\0", 4)), "refusal.spreadsheet.not_csv")
        << "UTF-16 that does not say so";
}

TEST(CsvReader, KeepsToItsLimits) {
    constexpr auto no = OtherwiseEncoded::not_at_all;
    EXPECT_EQ(why_no_csv("a\nb\nc\n\n\n", no, {.rows = 3}), "read");
    EXPECT_EQ(why_no_csv("a\nb\nc\nd", no, {.rows = 3}), "refusal.spreadsheet.too_many_rows");
    EXPECT_EQ(why_no_csv("a;b;c;;;", no, {.columns = 3}), "read");
    EXPECT_EQ(why_no_csv("a;b;c;d", no, {.columns = 3}), "refusal.spreadsheet.too_many_columns");
    EXPECT_EQ(why_no_csv("a;b\nc;d", no, {.cells = 3}), "refusal.spreadsheet.too_many_cells");
    EXPECT_EQ(why_no_csv("abcd", no, {.file_bytes = 3}), "refusal.spreadsheet.too_large");
    EXPECT_EQ(why_no_csv("abc;de", no, {.text_bytes = 4}), "refusal.spreadsheet.too_much_text");
    const auto long_cell = read_csv("a;b\nc;defg", no, {.cell_bytes = 3});
    ASSERT_FALSE(long_cell);
    EXPECT_EQ(long_cell.error(),
              (Refusal{"refusal.spreadsheet.long_cell", {{"limit", "3"}, {"row", "2"}, {"column", "2"}}}));
    EXPECT_EQ(why_no_csv(std::string(100'001, '\n') + "a"), "refusal.spreadsheet.too_many_rows");
}

} // namespace
} // namespace interregio::spreadsheet
