#pragma once
// The table that somebody has sent: rows below one row of headings. Pure functions; safe from any thread.

#include "base/refusal.h"
#include "platform/spreadsheet/csv_reader.h"
#include "platform/spreadsheet/table.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::activity_import {

inline constexpr std::size_t most_file_bytes = 10U << 20;
inline constexpr std::size_t most_rows = 5000; ///< below the headings, that hold something

using spreadsheet::OtherwiseEncoded;

/// What somebody may say about a file; what they do not say is found out.
struct FileChoices {
    std::optional<OtherwiseEncoded> encoding{}; ///< of a CSV file that is not Unicode
    std::optional<std::size_t> sheet{};         ///< from 0
    std::optional<std::size_t> heading_row{};   ///< as the spreadsheet program counts, from 1
};

struct ImportRow {
    std::size_t number = 0;         ///< as the spreadsheet program counts, from 1
    std::vector<std::string> cells; ///< as many as there are headings, without white space round them
};

struct ImportTable {
    std::vector<std::string> sheets; ///< their names; one without a name for CSV
    std::size_t sheet = 0;
    bool is_unicode = true; ///< else `encoding` says what it was taken for
    OtherwiseEncoded encoding = OtherwiseEncoded::not_at_all;
    std::size_t heading_row = 1;
    std::vector<std::string> headings; ///< may be empty, and may be there twice
    std::vector<ImportRow> rows;       ///< those that hold something
};

/// Days are read as ISO dates, numbers without grouping and with a point; formulas as what they last came to. Where it
/// is not said: the first sheet that holds something, the first of its rows that has at least two headings (in a table
/// of one column: the first row), and of the code pages the one that Polish letters speak for. Refusals: those of
/// read_csv() and read_xlsx(), and
///   refusal.activity_import.too_many_rows {limit}
///   refusal.activity_import.no_rows       nothing below the headings, or nothing at all
///   refusal.activity_import.no_such_sheet
[[nodiscard]] std::expected<ImportTable, Refusal> read_import_table(std::string_view bytes, const FileChoices& choices);

/// "windows-1250": how forms and settings call a code page; nothing for what is none of the two.
[[nodiscard]] std::string_view encoding_name(OtherwiseEncoded encoding);
[[nodiscard]] std::optional<OtherwiseEncoded> encoding_named(std::string_view name);

/// "A", "Z", "AA": how spreadsheet programs call a column, counted from 0.
[[nodiscard]] std::string column_letters(std::size_t column);

/// A text, cut behind so many bytes at most, with "…" where it was.
[[nodiscard]] std::string cut(std::string_view text, std::size_t longest);

} // namespace interregio::activity_import
