#pragma once
// Reads a table out of comma-separated values (RFC 4180), as spreadsheet programs write them.

#include "base/refusal.h"
#include "platform/spreadsheet/csv_text.h"
#include "platform/spreadsheet/table.h"

#include <expected>
#include <string_view>
#include <vector>

namespace interregio::spreadsheet {

/// One sheet without a name; its cells are text or empty, as the format knows nothing else: "007" stays what it is.
/// Encodings: UTF-8 with or without byte order mark, UTF-16 with one, else what the caller says.
/// Separators: semicolon, tab or comma, whichever gives the most of the first rows the same number of columns; in doubt
/// the first of these, as the comma may be that of numbers. A first line "sep=;" says it and is left out.
/// Lines end with CR LF, LF or CR. What is in quotation marks may hold all of these; behind the closing one, up to the
/// separator, characters are taken as they are. Empty lines are empty rows, but for those at the end.
/// Safe from any thread. Refusals:
///   refusal.spreadsheet.empty      no bytes
///   refusal.spreadsheet.too_large  {limit} MB
///   refusal.spreadsheet.not_csv    no text; XLSX, for example
///   refusal.spreadsheet.encoding   not UTF-8, and not what the caller said
///   refusal.spreadsheet.quote      {row}: a quotation mark opens there that nothing closes
///   and those of a table that is too large (see xlsx_reader.h)
[[nodiscard]] std::expected<std::vector<SheetRows>, Refusal>
read_csv(std::string_view bytes, OtherwiseEncoded otherwise, const Limits& limits = {});

} // namespace interregio::spreadsheet
