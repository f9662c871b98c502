#include "platform/spreadsheet/xlsx_writer.h"

#include "base/assert.h"
#include "base/partial_date.h"
#include "base/utf8.h"
#include "platform/spreadsheet/day_serial.h"
#include "platform/spreadsheet/memory_file.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <xlsxwriter.h>

namespace interregio::spreadsheet {
namespace {

constexpr std::size_t longest_text = 32'767;
constexpr std::size_t longest_name = 31;
constexpr std::size_t most_rows = 1'048'575;
constexpr std::size_t most_columns = 16'384;
constexpr double narrowest = 8, widest = 60; // in characters
constexpr std::uint8_t format_of_text = 49;  // "@": stays text when it is edited
constexpr std::uint8_t format_of_days = 14;  // as the reader's locale has it

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot write XLSX: ") + lxw_strerror(error));
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }
/// UTF-16 code units, which is what the limits of XLSX count.
std::size_t units(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += begins_character(byte) + (static_cast<unsigned char>(byte) >= 0xF0);
    return count;
}

/// At most so many units from the front, whole characters.
std::string_view front(std::string_view text, std::size_t most_units) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        count += begins_character(text[i]) + (static_cast<unsigned char>(text[i]) >= 0xF0);
        if (count > most_units) return text.substr(0, i);
    }
    return text;
}

/// What XML can hold and people can read.
std::string writable(std::string_view text) {
    INTERREGIO_ASSERT(valid_utf8(text), "a spreadsheet is written from UTF-8");
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF"))
            i += 2; // U+FFFE, U+FFFF
        else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
            ++i; // U+0080 to U+009F
        else if ((byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\t')
            out += text[i];
    }
    return out;
}

/// Whether the text begins like the escape of a character, "_x000A_" (ECMA-376, part 1, 22.9.2.19).
bool looks_escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    return text.starts_with("_x") && text.size() > 6 && text[6] == '_' &&
           text.substr(2, 4).find_first_not_of(digits) == text.npos;
}

/// The text as long as a cell may hold it, with what looks like an escape escaped.
std::string cell_text(std::string_view text) {
    constexpr std::size_t longer_by = 6;
    std::string whole = writable(text);
    std::string_view kept = front(whole, longest_text);
    std::size_t escapes = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) escapes += looks_escaped(kept.substr(i));
    const std::size_t room = longest_text - escapes * longer_by;
    if (units(whole) > room) {
        kept = front(kept, room - 1);
        whole = std::string(kept) + "…";
    }
    if (escapes == 0) return whole;
    std::string out;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (looks_escaped(std::string_view(whole).substr(i))) out += "_x005F";
        out += whole[i];
    }
    return out;
}

/// A name as Excel accepts it.
std::string sheet_name(std::string_view name) {
    std::string out = writable(name);
    std::ranges::replace_if(
        out, [](char c) { return std::string_view("[]:*?/\\\n\t").find(c) != std::string_view::npos; }, ' ');
    const auto at_ends = [](char c) { return c == '\'' || c == ' '; };
    out.erase(0, static_cast<std::size_t>(std::ranges::find_if_not(out, at_ends) - out.begin()));
    out = front(out, longest_name);
    while (!out.empty() && at_ends(out.back())) out.pop_back();
    return out.empty() ? "1" : out;
}

/// The longest line of a text, in characters.
double line_width(std::string_view text) {
    std::size_t longest = 0;
    while (true) {
        const std::size_t end = text.find('\n');
        longest = std::max(longest, units(text.substr(0, end)));
        if (end == text.npos) return static_cast<double>(longest);
        text.remove_prefix(end + 1);
    }
}

class SheetWriter {
  public:
    explicit SheetWriter(const Sheet& sheet) : sheet_(sheet) {
        columns_ = sheet.header.size();
        for (const Row& row : sheet.table.rows) columns_ = std::max(columns_, row.size());
        INTERREGIO_ASSERT(columns_ <= most_columns && sheet.table.rows.size() <= most_rows, "fits on a sheet");
        widths_.assign(columns_, narrowest);
    }

    std::string operator()() {
        MemoryFile file;
        lxw_workbook* workbook = workbook_new(file.path().c_str());
        if (!workbook) throw std::runtime_error("cannot make an XLSX workbook");
        try {
            fill(workbook);
        } catch (...) {
            lxw_workbook_free(workbook);
            throw;
        }
        check(workbook_close(workbook)); // frees it, whether it succeeds or not
        return file.content();
    }

  private:
    void fill(lxw_workbook* workbook) {
        make_formats(workbook);
        worksheet_ = workbook_add_worksheet(workbook, sheet_name(sheet_.name).c_str());
        if (!worksheet_) throw std::runtime_error("cannot make an XLSX worksheet");
        for (std::size_t column = 0; column < sheet_.header.size(); ++column)
            write_text(0, column, sheet_.header[column], bold_);
        for (std::size_t row = 0; row < sheet_.table.rows.size(); ++row)
            for (std::size_t column = 0; column < sheet_.table.rows[row].size(); ++column)
                write(row + 1, column, sheet_.table.rows[row][column]);
        worksheet_freeze_panes(worksheet_, 1, 0);
        if (!sheet_.header.empty())
            check(worksheet_autofilter(worksheet_, 0, 0, static_cast<lxw_row_t>(sheet_.table.rows.size()),
                                       static_cast<lxw_col_t>(sheet_.header.size() - 1)));
        for (std::size_t column = 0; column < columns_; ++column)
            check(worksheet_set_column(worksheet_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                                       widths_[column], nullptr));
    }

    void make_formats(lxw_workbook* workbook) {
        for (lxw_format** format : {&bold_, &text_, &day_, &number_}) {
            *format = workbook_add_format(workbook);
            if (!*format) throw std::runtime_error("cannot make an XLSX format");
            format_set_align(*format, LXW_ALIGN_VERTICAL_TOP);
        }
        format_set_bold(bold_);
        format_set_num_format_index(bold_, format_of_text);
        format_set_num_format_index(text_, format_of_text);
        format_set_text_wrap(text_);
        format_set_num_format_index(day_, format_of_days);
        format_set_align(day_, LXW_ALIGN_LEFT);
    }

    void write(std::size_t row, std::size_t column, const Cell& cell) {
        if (const auto* text = std::get_if<std::string>(&cell)) {
            write_text(row, column, *text, text_);
        } else if (const auto* number = std::get_if<double>(&cell)) {
            INTERREGIO_ASSERT(std::isfinite(*number), "a spreadsheet has finite numbers");
            write_number(row, column, *number, number_);
        } else if (const auto* day = std::get_if<std::chrono::year_month_day>(&cell)) {
            const auto serial = serial_of_day(*day);
            widths_[column] = std::max(widths_[column], 12.0);
            if (serial)
                write_number(row, column, *serial, day_);
            else
                write_text(row, column, iso_day(*day), text_);
        }
    }

    void write_number(std::size_t row, std::size_t column, double number, lxw_format* format) {
        check(worksheet_write_number(worksheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), number,
                                     format));
    }

    void write_text(std::size_t row, std::size_t column, std::string_view text, lxw_format* format) {
        const std::string plain = cell_text(text);
        if (plain.empty()) return;
        // A little more than the letters are wide, and room for the arrow of the filter.
        const double room = line_width(plain) * 1.1 + (format == bold_ ? 3 : 1);
        widths_[column] = std::clamp(room, widths_[column], widest);
        check(worksheet_write_string(worksheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                     plain.c_str(), format));
    }

    const Sheet& sheet_;
    std::size_t columns_ = 0;
    std::vector<double> widths_;
    lxw_worksheet* worksheet_ = nullptr;
    lxw_format *bold_ = nullptr, *text_ = nullptr, *day_ = nullptr, *number_ = nullptr;
};

} // namespace

std::string write_xlsx(const Sheet& sheet) { return SheetWriter(sheet)(); }

} // namespace interregio::spreadsheet
