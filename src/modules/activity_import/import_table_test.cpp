#include "modules/activity_import/import_table.h"

#include "platform/spreadsheet/xlsx_writer.h"

#include <gtest/gtest.h>

namespace interregio::activity_import {
namespace {

std::string refusal_key(std::string_view bytes, const FileChoices& choices = {}) {
    const auto table = read_import_table(bytes, choices);
    return table ? "" : table.error().key;
}

ImportTable read(std::string_view bytes, const FileChoices& choices = {}) {
    auto table = read_import_table(bytes, choices);
    EXPECT_TRUE(table.has_value());
    return table ? *std::move(table) : ImportTable{};
}

TEST(ImportTable, TakesTheFirstRowWithSeveralCellsForHeadings) {
    const auto table = read("Aktivitäten 2015 bis 2025\n\nTitel;Datum\nEins; 2019 \n\nZwei;2020;übrig\n");
    EXPECT_EQ(table.heading_row, 3U);
    EXPECT_EQ(table.headings, (std::vector<std::string>{"Titel", "Datum", ""}));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].number, 4U);
    EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"Eins", "2019", ""}));
    EXPECT_EQ(table.rows[1].number, 6U);
    EXPECT_EQ(read("a;b\nTitel;Datum\nx;y\n", {.heading_row = 2}).headings[0], "Titel");
}

TEST(ImportTable, FindsOutTheCodePage) {
    const auto german = read("Titel;Ort\nGro\xDF;K\xF6ln\n");
    EXPECT_EQ(german.rows[0].cells, (std::vector<std::string>{"Groß", "Köln"}));
    EXPECT_FALSE(german.is_unicode);
    const auto polish = read("Tytu\xB3;Miejsce\nSpotkanie;D\xB9"
                             "browa\n");
    EXPECT_EQ(polish.encoding, OtherwiseEncoded::windows_1250);
    EXPECT_EQ(polish.headings[0], "Tytuł");
    EXPECT_EQ(read("Tytu\xB3;b\nx;y\n", {.encoding = OtherwiseEncoded::windows_1252}).headings[0], "Tytu³");
    EXPECT_TRUE(read("\xEF\xBB\xBFTytuł,b\nx,y\n").is_unicode);
}

TEST(ImportTable, ReadsDaysAndNumbersOfAWorkbook) {
    using namespace std::chrono;
    spreadsheet::Sheet sheet{"Blatt", {"Titel", "Datum", "Zahl"}, {}};
    sheet.table.rows.push_back({std::string("=1+1"), year(2019) / 8 / 8, 1200.0});
    const auto table = read(spreadsheet::write_xlsx(sheet));
    EXPECT_EQ(table.sheets, std::vector<std::string>{"Blatt"});
    EXPECT_EQ(table.rows.at(0).cells, (std::vector<std::string>{"=1+1", "2019-08-08", "1200"}));
}

TEST(ImportTable, TakesTheApostropheOffThatKeepsTextFromBeingAFormula) {
    EXPECT_EQ(read("Titel;Datum\n'=1+1;'kurz\n").rows.at(0).cells, (std::vector<std::string>{"=1+1", "'kurz"}));
}

std::string many_rows(std::size_t count) {
    std::string csv = "Titel;Datum\n";
    for (std::size_t i = 0; i < count; ++i) csv += "x;2019\n";
    return csv;
}

TEST(ImportTable, HoldsSoManyRowsAndNoMore) {
    EXPECT_EQ(read(many_rows(most_rows)).rows.size(), most_rows);
    EXPECT_EQ(refusal_key(many_rows(most_rows + 1)), "refusal.activity_import.too_many_rows");
    EXPECT_EQ(refusal_key(many_rows(20 * most_rows)), "refusal.activity_import.too_many_rows");
}

TEST(ImportTable, RefusesWhatIsNoTable) {
    EXPECT_EQ(refusal_key(""), "refusal.spreadsheet.empty");
    EXPECT_EQ(refusal_key("\n\n"), "refusal.activity_import.no_rows");
    EXPECT_EQ(refusal_key("Titel;Datum\n;\n"), "refusal.activity_import.no_rows");
    EXPECT_EQ(refusal_key("a;b\nx;y\n", {.heading_row = 0}), "refusal.activity_import.no_rows");
    EXPECT_EQ(refusal_key("a;b\nx;y\n", {.heading_row = 7}), "refusal.activity_import.no_rows");
    EXPECT_EQ(refusal_key("a;b\nx;y\n", {.sheet = 1}), "refusal.activity_import.no_such_sheet");
    EXPECT_EQ(refusal_key(std::string("\x7f"
                                      "ELF\0\1\2",
                                      7)),
              "refusal.spreadsheet.not_csv");
    EXPECT_EQ(refusal_key("PK\3\4 and nothing"), "refusal.spreadsheet.broken");
    EXPECT_EQ(refusal_key(std::string(most_file_bytes + 1, 'x')), "refusal.spreadsheet.too_large");
    EXPECT_EQ(refusal_key("Titel;Datum\n" + std::string(60'001, 'x') + ";2019\n"), "refusal.spreadsheet.long_cell");
}

TEST(ColumnLetters, AreThoseOfSpreadsheetPrograms) {
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(701), "ZZ");
    EXPECT_EQ(column_letters(702), "AAA");
}

} // namespace
} // namespace interregio::activity_import
