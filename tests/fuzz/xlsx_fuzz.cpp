// Input: a letter, then for "z" the bytes of a file; for anything else the rows of a sheet, its shared strings, its
// styles and the properties of the workbook, with U+0000 between them, which are put into a sound file so that damage
// is not all that is found. What is read keeps to the limits, and what is written of it reads back.

#include "base/assert.h"
#include "base/partial_date.h"
#include "base/utf8.h"
#include "platform/spreadsheet/day_serial.h"
#include "platform/spreadsheet/workbook_for_tests.h"
#include "platform/spreadsheet/xlsx_reader.h"
#include "platform/spreadsheet/xlsx_writer.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace interregio;
using namespace interregio::spreadsheet;

constexpr Limits small_limits{.file_bytes = 1U << 20,
                              .unpacked_bytes = 4U << 20,
                              .entries = 50,
                              .rows = 1000,
                              .columns = 50,
                              .cells = 5000,
                              .cell_bytes = 2000,
                              .text_bytes = 1U << 20};

std::string file_of(std::string_view input) {
    std::array<std::string, 4> parts;
    for (std::string& part : parts) {
        const std::size_t end = input.find('\0');
        part = input.substr(0, end);
        input = end == input.npos ? std::string_view{} : input.substr(end + 1);
    }
    return TestWorkbook{.sheet_data = parts[0], .strings = parts[1], .styles = parts[2], .properties = parts[3]}
        .bytes();
}

void check_cell(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        INTERREGIO_ASSERT(!text->empty() && text->size() <= small_limits.cell_bytes, "a text within the limit");
        INTERREGIO_ASSERT(valid_utf8(*text), "of UTF-8");
        INTERREGIO_ASSERT(!has_control_characters(*text, ControlCharacters::newline_and_tab), "that can be shown");
    } else if (const auto* number = std::get_if<double>(&cell)) {
        INTERREGIO_ASSERT(std::isfinite(*number), "a number");
    } else if (const auto* day = std::get_if<std::chrono::year_month_day>(&cell)) {
        INTERREGIO_ASSERT(day->ok(), "a day that exists");
    }
}

void check_same(const Cell& read, const Cell& again) {
    if (const auto* number = std::get_if<double>(&read)) {
        const double other = std::get<double>(again);
        INTERREGIO_ASSERT(std::abs(*number - other) <= std::abs(*number) * 1e-14, "the number again");
        return;
    }
    const auto* day = std::get_if<std::chrono::year_month_day>(&read);
    INTERREGIO_ASSERT(again == (day && !serial_of_day(*day) ? Cell{iso_day(*day)} : read), "the cell again");
}

void check_written(const SheetRows& sheet) {
    const auto again = read_xlsx(write_xlsx({sheet.name, {}, sheet.table}));
    INTERREGIO_ASSERT(again.has_value() && again->size() == 1, "what is written can be read");
    const auto& rows = again->front().table.rows;
    INTERREGIO_ASSERT(rows.size() == (sheet.table.rows.empty() ? 0 : sheet.table.rows.size() + 1), "all rows");
    for (std::size_t row = 0; row < sheet.table.rows.size(); ++row) {
        INTERREGIO_ASSERT(rows[row + 1].size() == sheet.table.rows[row].size(), "all cells");
        for (std::size_t column = 0; column < rows[row + 1].size(); ++column)
            check_same(sheet.table.rows[row][column], rows[row + 1][column]);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto sheets =
        read_xlsx(input.front() == 'z' ? std::string(input.substr(1)) : file_of(input.substr(1)), small_limits);
    if (!sheets) {
        INTERREGIO_ASSERT(sheets.error().key.starts_with("refusal.spreadsheet."), "says why not");
        return 0;
    }
    for (const SheetRows& sheet : *sheets) {
        std::size_t cells = 0;
        INTERREGIO_ASSERT(sheet.table.rows.size() <= small_limits.rows, "rows within the limit");
        for (const Row& row : sheet.table.rows) {
            INTERREGIO_ASSERT(row.size() <= small_limits.columns, "columns within the limit");
            cells += row.size();
            for (const Cell& cell : row) check_cell(cell);
        }
        if (cells < 30 && sheet.table.rows.size() < 30) check_written(sheet);
    }
    return 0;
}
