#pragma once
// Tables as spreadsheet programs have them, and how large those may be that are read. Values; safe from any thread.

#include <chrono>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace interregio::spreadsheet {

/// Nothing, text, a number, or a calendar day.
using Cell = std::variant<std::monostate, std::string, double, std::chrono::year_month_day>;
using Row = std::vector<Cell>;

/// Cells by row and column. Rows may differ in length: what is missing at the end is empty.
struct Table {
    std::vector<Row> rows;

    friend bool operator==(const Table&, const Table&) = default;
};

/// A table to be written.
struct Sheet {
    std::string name; ///< UTF-8
    std::vector<std::string> header;
    Table table;
};

/// A table that was read, with its header, if it has one, as the first row.
struct SheetRows {
    std::string name; ///< empty for CSV
    Table table;

    friend bool operator==(const SheetRows&, const SheetRows&) = default;
};

/// What is read at most. A file may be small and its content huge: what is counted is what would be held.
struct Limits {
    std::size_t file_bytes = 20U << 20;
    std::size_t unpacked_bytes = 200U << 20; ///< of all parts of an XLSX file that are read
    std::size_t entries = 1000;              ///< parts of an XLSX file
    std::size_t rows = 100'000;              ///< of one sheet, up to the last that holds something
    std::size_t columns = 200;               ///< likewise
    std::size_t cells = 1'000'000;           ///< of all sheets, with the empty ones before the last of a row
    std::size_t cell_bytes = 100'000;        ///< of one text, UTF-8
    std::size_t text_bytes = 64U << 20;      ///< of all texts
};

} // namespace interregio::spreadsheet
