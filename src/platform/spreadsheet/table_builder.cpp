#include "platform/spreadsheet/table_builder.h"

#include "base/utf8.h"
#include "platform/spreadsheet/refused.h"

namespace interregio::spreadsheet {
namespace {

/// Line ends as one newline each; no other control character but the tab, no U+FFFE and U+FFFF.
std::string readable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        if (byte == '\r') {
            if (next != '\n') out += '\n';
        } else if (byte == 0xC2 && next < 0xA0) {
            ++i; // U+0080 to U+009F
        } else if (byte == 0xEF && next == 0xBF && i + 2 < text.size() &&
                   static_cast<unsigned char>(text[i + 2]) >= 0xBE) {
            i += 2;
        } else if ((byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\t') {
            out += text[i];
        }
    }
    return out;
}

} // namespace

void TableBuilder::begin_sheet(std::string_view name) { sheets_.push_back({readable(name), {}}); }

std::optional<Refusal> TableBuilder::put_text(std::size_t row, std::size_t column, std::string& text) {
    if (text.size() > limits_.cell_bytes)
        return refusal("long_cell", {{"limit", std::to_string(limits_.cell_bytes)},
                                     {"row", std::to_string(row + 1)},
                                     {"column", std::to_string(column + 1)}});
    if (has_control_characters(text, ControlCharacters::newline_and_tab) || text.find("\xEF\xBF") != text.npos)
        text = readable(text);
    text_bytes_ += text.size();
    if (text_bytes_ > limits_.text_bytes) return refusal("too_much_text", {{"limit", megabytes(limits_.text_bytes)}});
    return std::nullopt;
}

std::optional<Refusal> TableBuilder::put(std::size_t row, std::size_t column, Cell cell) {
    auto* text = std::get_if<std::string>(&cell);
    if (std::holds_alternative<std::monostate>(cell) || (text && text->empty())) return std::nullopt;
    if (row >= limits_.rows) return limit_refusal("too_many_rows", limits_.rows);
    if (column >= limits_.columns) return limit_refusal("too_many_columns", limits_.columns);
    if (text) {
        if (auto refused = put_text(row, column, *text)) return refused;
        if (text->empty()) return std::nullopt;
    }
    auto& rows = sheets_.back().table.rows;
    if (rows.size() <= row) rows.resize(row + 1);
    if (rows[row].size() <= column) {
        cells_ += column + 1 - rows[row].size();
        if (cells_ > limits_.cells) return limit_refusal("too_many_cells", limits_.cells);
        rows[row].resize(column + 1);
    }
    rows[row][column] = std::move(cell);
    return std::nullopt;
}

} // namespace interregio::spreadsheet
