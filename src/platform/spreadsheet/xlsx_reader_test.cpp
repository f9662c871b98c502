#include "platform/spreadsheet/xlsx_reader.h"

#include "platform/spreadsheet/workbook_for_tests.h"
#include "platform/spreadsheet/xlsx_parts.h"

#include <gtest/gtest.h>

#include <string>

namespace interregio::spreadsheet {
namespace {

using namespace std::chrono;

std::vector<Row> rows_of(const TestWorkbook& workbook) {
    const auto sheets = read_xlsx(workbook.bytes());
    EXPECT_TRUE(sheets) << sheets.error().key;
    return sheets ? sheets->front().table.rows : std::vector<Row>{};
}

std::string why_not(std::string_view bytes, const Limits& limits = {}) {
    const auto sheets = read_xlsx(bytes, limits);
    return sheets ? "read" : sheets.error().key;
}
std::string why_not(const TestWorkbook& workbook, const Limits& limits = {}) {
    return why_not(workbook.bytes(), limits);
}

TEST(XlsxReader, ReadsEveryKindOfCell) {
    const auto rows = rows_of(
        {.sheet_data = R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>in</t></is></c>)"
                       R"(<c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1"><v>-1.5E3</v></c>)"
                       R"(<c r="F1" t="str"><f>A1&amp;"x"</f><v>result</v></c><c r="G1" t="e"><v>#N/A</v></c>)"
                       R"(<c r="H1" t="d"><v>2019-08-08T00:00:00</v></c><c r="I1" t="n"><v>7</v></c><c r="J1"/></row>)",
         .strings = "<si><t>zero</t></si><si><t>Zagłębie &amp; Ruhr</t></si>"});
    const Row expected{"Zagłębie & Ruhr", "in", "TRUE", "FALSE", -1500.0, "result", "#N/A", 2019y / August / 8, 7.0};
    EXPECT_EQ(rows, std::vector<Row>{expected});
}

TEST(XlsxReader, KeepsGapsAndLeavesEmptyEndsOut) {
    const auto rows =
        rows_of({.sheet_data = R"(<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c><c r="G2" s="1"/></row>)"
                               R"(<row><c><v>3</v></c></row><row r="1048576"><c r="XFD1048576"/></row>)"});
    EXPECT_EQ(rows, (std::vector<Row>{{}, {{}, {}, 1.0, 2.0}, {3.0}}));
}

TEST(XlsxReader, ReadsSheetsByNameInTheirOrder) {
    const TestWorkbook workbook{
        .sheet_data = "<row><c><v>1</v></c></row>",
        .more_sheets =
            R"(<sheet name="Diagramm" sheetId="2" r:id="c"/><sheet name="Zwei &amp; drei" sheetId="3" state="hidden" r:id="s2"/>)",
        .more_parts = {
            {"xl/worksheets/sheet2.xml", "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"}}};
    const auto sheets = read_xlsx(workbook.bytes());
    ASSERT_TRUE(sheets) << sheets.error().key;
    EXPECT_EQ(*sheets, (std::vector<SheetRows>{{"One", {{{1.0}}}}, {"Zwei & drei", {{{2.0}}}}}));
}

TEST(XlsxReader, JoinsRunsAndLeavesOutHowWordsAreRead) {
    const auto rows = rows_of(
        {.sheet_data =
             R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c></row>)",
         .strings = R"(<si><r><t>fett</t></r><r><t xml:space="preserve"> und nicht</t></r></si>)"
                    "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"});
    EXPECT_EQ(rows, (std::vector<Row>{{"fett und nicht", "東京", "ab"}}));
}

TEST(XlsxReader, ReadsEscapedCharacters) {
    EXPECT_EQ(without_escapes("a_x000A_b"), "a\nb");
    EXPECT_EQ(without_escapes("_x005F_x000A_"), "_x000A_");
    EXPECT_EQ(without_escapes("_x20AC_"), "€");
    for (const std::string_view text : {"_x00_", "_xD800_", "_x+00A_", "x000A_", "_x000A", "_"})
        EXPECT_EQ(without_escapes(text), text);
    const auto rows = rows_of({.sheet_data = "<row><c t=\"str\"><v>a_x000D__x000A_b_x0007_</v></c></row>"});
    EXPECT_EQ(rows, (std::vector<Row>{{"a\nb"}})) << "one line end, no bell";
}

TEST(XlsxReader, ReadsDaysByTheFormatOfTheirCell) {
    const std::string styles =
        R"(<numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts>)"
        R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
        R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>)";
    const std::string cells =
        R"(<row><c s="0"><v>43685</v></c><c s="1"><v>43685</v></c><c s="2"><v>43685.75</v></c><c s="3"><v>43685</v></c><c s="4"><v>43685</v></c><c s="1"><v>60</v></c><c s="1"><v>-1</v></c><c s="9"><v>1</v></c></row>)";
    EXPECT_EQ(rows_of({.sheet_data = cells, .styles = styles}),
              (std::vector<Row>{{43685.0, 2019y / August / 8, 2019y / August / 8, 43685.0, 43685.0, 60.0, -1.0, 1.0}}));
    const auto since_1904 = rows_of({.sheet_data = R"(<row><c s="1"><v>42223</v></c><c s="1"><v>0</v></c></row>)",
                                     .styles = styles,
                                     .properties = R"(<workbookPr date1904="1"/>)"});
    EXPECT_EQ(since_1904, (std::vector<Row>{{2019y / August / 8, 1904y / January / 1}}));
}

TEST(XlsxReader, KnowsFormatsOfDays) {
    for (const std::string_view code : {"dd.mm.yyyy", "DD/MM/YY", "mmmm yyyy", "mmm", "[$-407]d. mmmm yyyy", "yyyy",
                                        "d/m/yy h:mm", "[Red]yyyy-mm-dd;@"})
        EXPECT_TRUE(format_shows_day(code)) << code;
    for (const std::string_view code :
         {"General", "Standard", "0.00", "#,##0.00 \"zł day\"", "h:mm", "mm:ss", "[h]:mm", "[mm]", "@", "[Red]0",
          "0;\"d\"", "\\d0", "_d0", "", "0.00E+00", "[", "\"", "\\"})
        EXPECT_FALSE(format_shows_day(code)) << code;
}

TEST(XlsxReader, RefusesWhatIsNoWorkbook) {
    EXPECT_EQ(why_not(""), "refusal.spreadsheet.empty");
    EXPECT_EQ(why_not("a;b\n"), "refusal.spreadsheet.not_xlsx");
    EXPECT_EQ(why_not("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), "refusal.spreadsheet.old_excel");
    EXPECT_EQ(why_not("PK\x03\x04"), "refusal.spreadsheet.broken");
    EXPECT_EQ(why_not(zipped({{"word/document.xml", "<x/>"}})), "refusal.spreadsheet.not_xlsx");
    const std::string whole = TestWorkbook{.sheet_data = "<row><c><v>1</v></c></row>"}.bytes();
    ASSERT_EQ(why_not(whole), "read");
    for (std::size_t length = 4; length < whole.size(); length += 97)
        EXPECT_EQ(why_not(std::string_view(whole).substr(0, length)), "refusal.spreadsheet.broken") << length;
}

TEST(XlsxReader, RefusesBrokenParts) {
    for (const std::string sheet_data :
         {"<row r=\"0\"/>", "<row r=\"x\"/>", "<row><c r=\"1\"/></row>", "<row><c r=\"AAAA1\"/></row>",
          "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>", "<row>", "<row>&unknown;</row>",
          "<row>\xFF</row>"})
        EXPECT_EQ(why_not({.sheet_data = sheet_data}), "refusal.spreadsheet.broken") << sheet_data;
    EXPECT_EQ(why_not({.more_sheets = R"(<sheet name="lost" r:id="none"/>)"}), "refusal.spreadsheet.broken");
    EXPECT_EQ(why_not({.more_sheets = R"(<sheet name="lost" r:id="s2"/>)"}), "refusal.spreadsheet.broken");
}

TEST(XlsxReader, RefusesDocumentTypesAndDeepXml) {
    EXPECT_EQ(why_not({.before_worksheet = "<!DOCTYPE worksheet>"}), "refusal.spreadsheet.broken");
    EXPECT_EQ(why_not({.sheet_data = "<row><c t=\"str\"><v>&a;</v></c></row>",
                       .before_worksheet = "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"}),
              "refusal.spreadsheet.broken");
    std::string open, close;
    for (int i = 0; i < 200; ++i) {
        open += "<x>";
        close += "</x>";
    }
    EXPECT_EQ(why_not({.sheet_data = open + close}), "refusal.spreadsheet.broken");
}

TEST(XlsxReader, RefusesTagsThatTakeLong) {
    const std::string fine(400U << 10, 'x'), huge(20U << 20, 'x');
    EXPECT_EQ(why_not({.sheet_data = "<row x=\"" + fine + "\"/><!--" + fine + "--><row>" + huge + "</row>"}), "read");
    EXPECT_EQ(why_not({.sheet_data = "<row x=\"" + huge + "\"/>"}), "refusal.spreadsheet.broken");
    EXPECT_EQ(why_not({.sheet_data = "<!--" + huge + "-->"}), "refusal.spreadsheet.broken");
}

TEST(XlsxReader, KeepsToItsLimits) {
    const auto cells = [](int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += "<c><v>1</v></c>";
        return out;
    };
    EXPECT_EQ(why_not({.sheet_data = "<row r=\"3\">" + cells(1) + "</row>"}, {.rows = 3}), "read");
    EXPECT_EQ(why_not({.sheet_data = "<row r=\"4\">" + cells(1) + "</row>"}, {.rows = 3}),
              "refusal.spreadsheet.too_many_rows");
    EXPECT_EQ(why_not({.sheet_data = "<row>" + cells(3) + "</row>"}, {.columns = 3}), "read");
    EXPECT_EQ(why_not({.sheet_data = "<row>" + cells(4) + "</row>"}, {.columns = 3}),
              "refusal.spreadsheet.too_many_columns");
    EXPECT_EQ(why_not({.sheet_data = "<row>" + cells(2) + "</row><row><c r=\"C2\"><v>1</v></c></row>"}, {.cells = 4}),
              "refusal.spreadsheet.too_many_cells");
    EXPECT_EQ(why_not(TestWorkbook{}, {.entries = 6}), "refusal.spreadsheet.too_many_parts");
    EXPECT_EQ(why_not(TestWorkbook{}, {.entries = 7}), "read");
    EXPECT_EQ(why_not(TestWorkbook{}, {.file_bytes = 100}), "refusal.spreadsheet.too_large");
    const std::string row = "<row><c t=\"str\"><v>12345</v></c><c t=\"s\"><v>0</v></c></row>";
    const std::string strings = "<si><t>abc</t></si>";
    EXPECT_EQ(why_not({.sheet_data = row, .strings = strings}, {.cell_bytes = 5, .text_bytes = 8}),
              "refusal.spreadsheet.too_much_text")
        << "the table of strings is counted with what it takes";
    EXPECT_EQ(why_not({.sheet_data = row, .strings = strings}, {.cell_bytes = 4}), "refusal.spreadsheet.long_cell");
    EXPECT_EQ(why_not({.sheet_data = "<row><c t=\"str\"><v>_x0041__x0041_</v></c></row>"}, {.cell_bytes = 7}),
              "refusal.spreadsheet.long_cell");
}

TEST(XlsxReader, StopsAtWhatUnpacksToTooMuch) {
    const std::string bomb = TestWorkbook{.sheet_data = std::string(50U << 20, ' ')}.bytes();
    EXPECT_LT(bomb.size(), 200'000U);
    EXPECT_EQ(why_not(bomb, {.unpacked_bytes = 10U << 20}), "refusal.spreadsheet.unpacked_too_large");
    // Few bytes that are referred to often.
    std::string rows;
    for (int i = 0; i < 2000; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
    const std::string text = "<si><t>" + std::string(90'000, 'x') + "</t></si>";
    EXPECT_EQ(why_not({.sheet_data = rows, .strings = text}), "refusal.spreadsheet.too_much_text");
}

} // namespace
} // namespace interregio::spreadsheet
