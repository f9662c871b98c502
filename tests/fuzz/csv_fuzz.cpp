// Input: a letter for what the file is taken for where it is no Unicode (0 Windows-1250, 2 Windows-1252, else nothing),
// then its bytes. What is read keeps to the limits, and written with every cell in quotation marks it reads the same.

#include "base/assert.h"
#include "base/utf8.h"
#include "platform/spreadsheet/csv_reader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace interregio;
using namespace interregio::spreadsheet;

OtherwiseEncoded encoding_for(char letter) {
    switch (letter) {
    case '0':
        return OtherwiseEncoded::windows_1250;
    case '2':
        return OtherwiseEncoded::windows_1252;
    default:
        return OtherwiseEncoded::not_at_all;
    }
}

void check_cell(const Cell& cell, const Limits& limits) {
    if (std::holds_alternative<std::monostate>(cell)) return;
    const auto& text = std::get<std::string>(cell);
    INTERREGIO_ASSERT(!text.empty() && text.size() <= limits.cell_bytes, "a text within the limit");
    INTERREGIO_ASSERT(valid_utf8(text), "of UTF-8");
    INTERREGIO_ASSERT(!has_control_characters(text, ControlCharacters::newline_and_tab), "that can be shown");
}

std::string written(const Table& table) {
    std::string out = "sep=;\r\n";
    for (const Row& row : table.rows) {
        for (const Cell& cell : row) {
            out += out.back() == '\n' ? "\"" : ";\"";
            if (const auto* text = std::get_if<std::string>(&cell))
                for (const char c : *text) out += c == '"' ? "\"\"" : std::string(1, c);
            out += '"';
        }
        out += "\r\n";
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr Limits limits{.rows = 1000, .columns = 50, .cells = 5000, .cell_bytes = 2000};
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto sheets = read_csv(input.substr(1), encoding_for(input.front()), limits);
    if (!sheets) {
        INTERREGIO_ASSERT(sheets.error().key.starts_with("refusal.spreadsheet."), "says why not");
        return 0;
    }
    INTERREGIO_ASSERT(sheets->size() == 1, "one sheet");
    const Table& table = sheets->front().table;
    INTERREGIO_ASSERT(table.rows.size() <= limits.rows, "rows within the limit");
    for (const Row& row : table.rows) {
        INTERREGIO_ASSERT(row.size() <= limits.columns, "columns within the limit");
        for (const Cell& cell : row) check_cell(cell, limits);
    }
    const auto again = read_csv(written(table), OtherwiseEncoded::not_at_all, limits);
    INTERREGIO_ASSERT(again == sheets, "written, it reads the same");
    return 0;
}
