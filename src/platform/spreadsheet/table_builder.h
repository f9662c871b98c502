#pragma once
// Collects what is read into tables, within the limits. Internal to this folder.

#include "base/refusal.h"
#include "platform/spreadsheet/table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::spreadsheet {

class TableBuilder {
  public:
    /// The limits must live as long as the builder.
    explicit TableBuilder(const Limits& limits) : limits_(limits) {}

    void begin_sheet(std::string_view name);
    /// Puts a cell into the last sheet. Rows and columns count from 0 and may come in any order; empty cells need no
    /// place and are left out. Text gets rid of control characters but newline and tab. Refusals:
    ///   refusal.spreadsheet.too_many_rows, .too_many_columns, .too_many_cells, .too_much_text  {limit}
    ///   refusal.spreadsheet.long_cell  {limit}, {row}, {column}: counted from 1
    [[nodiscard]] std::optional<Refusal> put(std::size_t row, std::size_t column, Cell cell);
    [[nodiscard]] std::vector<SheetRows> take() && { return std::move(sheets_); }

  private:
    [[nodiscard]] std::optional<Refusal> put_text(std::size_t row, std::size_t column, std::string& text);

    const Limits& limits_;
    std::vector<SheetRows> sheets_;
    std::size_t cells_ = 0;
    std::size_t text_bytes_ = 0;
};

} // namespace interregio::spreadsheet
