#pragma once
// Reads tables out of the files of spreadsheet programs: Office Open XML (ECMA-376, Transitional and Strict) from
// Excel, LibreOffice, Google and others; unpacked by libzip, read by Expat. Nothing is believed: see Limits.

#include "base/refusal.h"
#include "platform/spreadsheet/table.h"

#include <expected>
#include <string_view>
#include <vector>

namespace interregio::spreadsheet {

/// The sheets in the order of their tabs, hidden ones too, charts not. Rows and columns stand where they stood; empty
/// rows and cells at the end are left out.
/// Formulas give what they last came to, truth "TRUE" or "FALSE", errors their name ("#N/A"). A number whose format
/// shows a day is that day, without its time. All text is UTF-8 with no control character but newline and tab.
/// Safe from any thread. Refusals:
///   refusal.spreadsheet.empty               no bytes
///   refusal.spreadsheet.too_large           {limit} MB
///   refusal.spreadsheet.old_excel           the format of Excel until 2003, or with a password
///   refusal.spreadsheet.not_xlsx            something else
///   refusal.spreadsheet.broken              damaged, or made to do damage
///   refusal.spreadsheet.too_many_parts      {limit}
///   refusal.spreadsheet.unpacked_too_large  {limit} MB
///   and those of a table that is too large: .too_many_rows, .too_many_columns, .too_many_cells {limit},
///   .too_much_text {limit} MB, .long_cell {limit} bytes, {row}, {column}
[[nodiscard]] std::expected<std::vector<SheetRows>, Refusal> read_xlsx(std::string_view bytes,
                                                                       const Limits& limits = {});

} // namespace interregio::spreadsheet
