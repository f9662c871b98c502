#include "platform/spreadsheet/xlsx_writer.h"

#include "platform/spreadsheet/day_serial.h"
#include "platform/spreadsheet/xlsx_reader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include <zip.h>

namespace interregio::spreadsheet {
namespace {

using namespace std::chrono;

std::vector<SheetRows> written_and_read(const Sheet& sheet) {
    const auto sheets = read_xlsx(write_xlsx(sheet));
    EXPECT_TRUE(sheets) << sheets.error().key;
    return sheets.value_or(std::vector<SheetRows>{});
}

/// The XML of one part.
std::string part_of(const std::string& bytes, const char* name) {
    zip_error_t error;
    zip_error_init(&error);
    zip_t* archive =
        zip_open_from_source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error), ZIP_RDONLY, &error);
    std::string out(1U << 20, '\0');
    zip_file_t* file = zip_fopen(archive, name, 0);
    out.resize(file ? static_cast<std::size_t>(zip_fread(file, out.data(), out.size())) : 0);
    if (file) zip_fclose(file);
    zip_discard(archive);
    return out;
}

const Sheet small{
    "Treffen", {"Titel", "Tag", "Gäste"}, {{{"Fachtag", 2019y / August / 8, 42.0}, {"Śląsk", std::monostate{}, 0.5}}}};

TEST(XlsxWriter, WritesWhatReadsBack) {
    EXPECT_EQ(
        written_and_read(small),
        (std::vector<SheetRows>{
            {"Treffen",
             {{{"Titel", "Tag", "Gäste"}, {"Fachtag", 2019y / August / 8, 42.0}, {"Śląsk", std::monostate{}, 0.5}}}}}));
    EXPECT_EQ(written_and_read({"leer", {}, {}}), (std::vector<SheetRows>{{"leer", {}}}));
}

TEST(XlsxWriter, TextStaysText) {
    Row texts;
    for (const char* text :
         {"=1+1", "+48 32 123 45 67", "-5", "@SUM(A1)", "007", "1e5", "TRUE", "2019-08-08", "https://example.org",
          "mailto:a@b.example", "{=A1}", "a\nb\tc", "<b>&\"'", " with blanks ", "_x0041_", "_x005F_", "#N/A", "'"})
        texts.emplace_back(text);
    const Sheet sheet{"1", {"=HYPERLINK(\"x\")"}, {{texts}}};
    EXPECT_EQ(written_and_read(sheet).front().table.rows, (std::vector<Row>{{"=HYPERLINK(\"x\")"}, texts}));
    const std::string xml = part_of(write_xlsx(sheet), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(xml.find("<f>"), std::string::npos) << "no formula";
    EXPECT_EQ(xml.find("hyperlink"), std::string::npos) << "no link";
}

TEST(XlsxWriter, HeaderStaysInViewWithAFilter) {
    const std::string bytes = write_xlsx(small);
    const std::string xml = part_of(bytes, "xl/worksheets/sheet1.xml");
    EXPECT_NE(xml.find(R"(ySplit="1")"), std::string::npos);
    EXPECT_NE(xml.find(R"(state="frozen")"), std::string::npos);
    EXPECT_NE(xml.find(R"(<autoFilter ref="A1:C3"/>)"), std::string::npos) << xml;
    EXPECT_NE(xml.find(R"(customWidth="1")"), std::string::npos);
    const std::string styles = part_of(bytes, "xl/styles.xml");
    EXPECT_NE(styles.find("<b/>"), std::string::npos) << "bold";
    EXPECT_NE(styles.find(R"(numFmtId="14")"), std::string::npos) << "days as the reader's program shows them";
    EXPECT_NE(styles.find(R"(numFmtId="49")"), std::string::npos) << "text that stays text when it is edited";
}

TEST(XlsxWriter, WritesDaysThatSpreadsheetsCannotCountAsText) {
    const Row days{1900y / March / 1, 1900y / February / 28, 1899y / December / 31, 9999y / December / 31};
    EXPECT_EQ(written_and_read({"1", {"Tag"}, {{days}}}).front().table.rows.back(),
              (Row{1900y / March / 1, "1900-02-28", "1899-12-31", 9999y / December / 31}));
}

TEST(XlsxWriter, LeavesOutWhatNoCellCanHold) {
    std::string longest;
    for (int i = 0; i < 32'767; ++i) longest += "ą";
    const Row cells{longest, longest + "x", std::string("bell\x07\0nul", 9), "no\xEF\xBF\xBF character", ""};
    const Row read = written_and_read({"1", {"x"}, {{cells}}}).front().table.rows.back();
    ASSERT_EQ(read.size(), 4U);
    EXPECT_EQ(read[0], Cell{longest});
    EXPECT_EQ(read[1], Cell{longest.substr(0, 2 * 32'766) + "…"});
    EXPECT_EQ(read[2], Cell{"bellnul"});
    EXPECT_EQ(read[3], Cell{"no character"});
}

TEST(XlsxWriter, CutsTextThatItsEscapesMakeTooLong) {
    std::string escapes;
    while (escapes.size() < 40'000) escapes += "_x0041_";
    const Row read = written_and_read({"1", {"x"}, {{{escapes}}}}).front().table.rows.back();
    const auto& text = std::get<std::string>(read.front());
    EXPECT_TRUE(text.ends_with("…"));
    EXPECT_TRUE(escapes.starts_with(text.substr(0, text.size() - 3)));
    EXPECT_GT(text.size(), 4'000U);
}

TEST(XlsxWriter, MakesNamesOfSheetsFit) {
    const auto name = [](std::string wanted) { return written_and_read({wanted, {"x"}, {}}).front().name; };
    EXPECT_EQ(name("Städte & Gemeinden"), "Städte & Gemeinden");
    EXPECT_EQ(name("a/b: [c]?"), "a b   c");
    EXPECT_EQ(name("'quoted'"), "quoted");
    EXPECT_EQ(name(""), "1");
    EXPECT_EQ(name("://"), "1");
    EXPECT_EQ(name("Zusammenarbeit der Metropolen 2019–2025"), "Zusammenarbeit der Metropolen 2");
}

TEST(DaySerial, CountsAsSpreadsheetsDo) {
    EXPECT_EQ(day_of_serial(1, DaySystem::since_1900), 1900y / January / 1);
    EXPECT_EQ(day_of_serial(59, DaySystem::since_1900), 1900y / February / 28);
    EXPECT_EQ(day_of_serial(60, DaySystem::since_1900), std::nullopt) << "a 29th of February that never was";
    EXPECT_EQ(day_of_serial(61, DaySystem::since_1900), 1900y / March / 1);
    EXPECT_EQ(day_of_serial(43685.999, DaySystem::since_1900), 2019y / August / 8);
    EXPECT_EQ(day_of_serial(2958465, DaySystem::since_1900), 9999y / December / 31);
    EXPECT_EQ(day_of_serial(2958466, DaySystem::since_1900), std::nullopt);
    EXPECT_EQ(day_of_serial(0.5, DaySystem::since_1900), std::nullopt);
    EXPECT_EQ(day_of_serial(-1, DaySystem::since_1904), std::nullopt);
    EXPECT_EQ(day_of_serial(std::nan(""), DaySystem::since_1904), std::nullopt);
    EXPECT_EQ(serial_of_day(2019y / August / 8), 43685);
    EXPECT_EQ(serial_of_day(1900y / March / 1), 61);
    EXPECT_EQ(serial_of_day(1900y / February / 28), std::nullopt);
    EXPECT_EQ(serial_of_day(2019y / February / 29), std::nullopt);
}

} // namespace
} // namespace interregio::spreadsheet
