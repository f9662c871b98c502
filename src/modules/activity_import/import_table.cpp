#include "modules/activity_import/import_table.h"

#include "base/partial_date.h"
#include "base/utf8.h"
#include "modules/editing/sheet.h"
#include "platform/spreadsheet/xlsx_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace interregio::activity_import {
namespace {

using spreadsheet::Cell;
using spreadsheet::Row;
using spreadsheet::SheetRows;

/// Headings and empty rows come on top; the reader counts rows up to the last that holds something.
constexpr spreadsheet::Limits import_limits{.file_bytes = most_file_bytes,
                                            .unpacked_bytes = 100U << 20,
                                            .rows = 2 * most_rows,
                                            .columns = 200,
                                            .cells = 500'000,
                                            .cell_bytes = 60'000,
                                            .text_bytes = 32U << 20};

struct CodePage {
    OtherwiseEncoded encoding;
    std::string_view name;
};
constexpr std::array code_pages{CodePage{OtherwiseEncoded::windows_1250, "windows-1250"},
                                CodePage{OtherwiseEncoded::windows_1252, "windows-1252"}};

std::unexpected<Refusal> refuse(std::string_view key) {
    return std::unexpected(Refusal{"refusal.activity_import." + std::string(key), {}});
}

Refusal too_many_rows() { return {"refusal.activity_import.too_many_rows", {{"limit", std::to_string(most_rows)}}}; }

std::string number_text(double number) {
    constexpr double exact = 1e15;
    if (std::trunc(number) == number && std::abs(number) < exact)
        return std::to_string(static_cast<std::int64_t>(number));
    std::array<char, 40> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), written.ptr};
}

std::string cell_text(const Cell& cell) {
    if (const auto* words = std::get_if<std::string>(&cell)) return std::string(editing::without_margin(*words));
    if (const auto* day = std::get_if<std::chrono::year_month_day>(&cell)) return iso_day(*day);
    if (const auto* number = std::get_if<double>(&cell)) return number_text(*number);
    return {};
}

/// Windows-1250 and 1252 agree on all German letters. Where Polish has a small ą, ł, ż or ź, the other has a raised
/// number, a turned question mark or a Ÿ, which do not follow a letter.
OtherwiseEncoded likely_code_page(std::string_view bytes) {
    constexpr std::string_view polish = "\xB9\xB3\xBF\x9F";
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        const char before = bytes[i - 1];
        const bool letter = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
        if (letter && polish.contains(bytes[i])) return OtherwiseEncoded::windows_1250;
    }
    return OtherwiseEncoded::windows_1252;
}

bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0"); }

std::expected<std::vector<SheetRows>, Refusal> read_sheets(std::string_view bytes, const FileChoices& choices,
                                                           ImportTable& table) {
    if (is_workbook(bytes)) return spreadsheet::read_xlsx(bytes, import_limits);
    const bool says_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    table.is_unicode = says_utf16 || valid_utf8(bytes);
    if (!table.is_unicode) table.encoding = choices.encoding.value_or(likely_code_page(bytes));
    return spreadsheet::read_csv(bytes, table.encoding, import_limits);
}

std::size_t filled(const Row& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [](const Cell& cell) { return !cell_text(cell).empty(); }));
}

/// From 0. A line above the table, "Activities 2015 to 2025", has one cell.
std::size_t likely_heading_row(const std::vector<Row>& rows) {
    const auto first = std::ranges::find_if(rows, [](const Row& row) { return filled(row) > 1; });
    const auto any = std::ranges::find_if(rows, [](const Row& row) { return filled(row) > 0; });
    return static_cast<std::size_t>((first != rows.end() ? first : any) - rows.begin());
}

/// In CSV, what looks like a formula is written with an apostrophe before it (OWASP, CSV injection), by us, too.
void drop_apostrophe(std::string& cell) {
    constexpr std::string_view begin_formulas = "=+-@";
    if (cell.size() > 1 && cell[0] == '\'' && begin_formulas.contains(cell[1])) cell.erase(0, 1);
}

std::vector<std::string> texts_of(const Row& row, std::size_t columns, bool is_csv) {
    std::vector<std::string> cells(columns);
    for (std::size_t column = 0; column < std::min(columns, row.size()); ++column) {
        cells[column] = cell_text(row[column]);
        if (is_csv) drop_apostrophe(cells[column]);
    }
    return cells;
}

std::expected<void, Refusal> take_rows(const std::vector<Row>& rows, const FileChoices& choices, ImportTable& table) {
    table.heading_row = choices.heading_row.value_or(likely_heading_row(rows) + 1);
    if (table.heading_row == 0 || table.heading_row > rows.size()) return refuse("no_rows");
    std::size_t columns = 0;
    for (std::size_t i = table.heading_row - 1; i < rows.size(); ++i) columns = std::max(columns, rows[i].size());
    const bool is_csv = table.sheets == std::vector<std::string>{""};
    table.headings = texts_of(rows[table.heading_row - 1], columns, is_csv);
    for (std::size_t i = table.heading_row; i < rows.size(); ++i) {
        ImportRow row{i + 1, texts_of(rows[i], columns, is_csv)};
        if (std::ranges::all_of(row.cells, &std::string::empty)) continue;
        if (table.rows.size() == most_rows) return std::unexpected(too_many_rows());
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) return refuse("no_rows");
    return {};
}

} // namespace

std::expected<ImportTable, Refusal> read_import_table(std::string_view bytes, const FileChoices& choices) {
    ImportTable table;
    auto sheets = read_sheets(bytes, choices, table);
    if (!sheets) {
        if (sheets.error().key == "refusal.spreadsheet.too_many_rows") return std::unexpected(too_many_rows());
        return std::unexpected(std::move(sheets.error()));
    }
    for (const SheetRows& sheet : *sheets) table.sheets.push_back(sheet.name);
    const auto holds = [](const SheetRows& sheet) { return sheet.table.rows.size() > 1; };
    const auto first = std::ranges::find_if(*sheets, holds);
    table.sheet =
        choices.sheet.value_or(first != sheets->end() ? static_cast<std::size_t>(first - sheets->begin()) : 0);
    if (sheets->empty()) return refuse("no_rows");
    if (table.sheet >= sheets->size()) return refuse("no_such_sheet");
    if (auto taken = take_rows((*sheets)[table.sheet].table.rows, choices, table); !taken)
        return std::unexpected(std::move(taken.error()));
    return table;
}

std::string_view encoding_name(OtherwiseEncoded encoding) {
    const auto found = std::ranges::find(code_pages, encoding, &CodePage::encoding);
    return found != code_pages.end() ? found->name : std::string_view();
}

std::optional<OtherwiseEncoded> encoding_named(std::string_view name) {
    const auto found = std::ranges::find(code_pages, name, &CodePage::name);
    return found != code_pages.end() ? std::optional(found->encoding) : std::nullopt;
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string cut(std::string_view text, std::size_t longest) {
    return text.size() <= longest ? std::string(text) : std::string(beginning_of(text, longest)) + "…";
}

} // namespace interregio::activity_import
