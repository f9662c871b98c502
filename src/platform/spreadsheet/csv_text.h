#pragma once
// The bytes of a CSV file as text. Internal to this folder, but for the enum. Pure.

#include "base/refusal.h"

#include <expected>
#include <string>
#include <string_view>

namespace interregio::spreadsheet {

/// What a file is taken for that is neither UTF-8 nor says that it is UTF-16. Excel writes the code page of the
/// computer: German and English ones have Windows-1252, Polish ones Windows-1250.
enum class OtherwiseEncoded { not_at_all, windows_1250, windows_1252 };

/// UTF-8 without byte order mark. Refusals:
///   refusal.spreadsheet.not_csv   no text: it holds U+0000, or UTF-16 that is none
///   refusal.spreadsheet.encoding  not UTF-8, and not what it would be otherwise
[[nodiscard]] std::expected<std::string, Refusal> csv_text(std::string_view bytes, OtherwiseEncoded otherwise);

} // namespace interregio::spreadsheet
