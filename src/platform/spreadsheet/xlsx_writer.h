#pragma once
// Writes a table as a file for spreadsheet programs: Office Open XML, ECMA-376, made by libxlsxwriter.

#include "platform/spreadsheet/table.h"

#include <string>
#include <string_view>

namespace interregio::spreadsheet {

inline constexpr std::string_view xlsx_media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The bytes of an XLSX file with one sheet: the header bold, staying in view and with a filter, columns as wide as
/// what they hold.
/// Text stays what it is: never a formula, a number or a link, whatever it looks like, and neither when somebody edits
/// its cell. What no cell can hold is left out of it: control characters, and what exceeds 32,767 characters, which is
/// then shown by "…". Numbers keep 16 digits. Days are real days, shown as the reader's program shows days; those
/// before March 1900, which spreadsheets cannot count, are written as text in ISO form. Texts must be UTF-8, numbers
/// finite, and rows and columns no more than XLSX can have (1,048,575 beside the header, 16,384): the program ends
/// otherwise. Characters that sheet names must not have become blanks, long names are cut; a name with nothing left is
/// "1". Throws std::runtime_error when there is no room for temporary files. Safe from any thread.
[[nodiscard]] std::string write_xlsx(const Sheet& sheet);

} // namespace interregio::spreadsheet
