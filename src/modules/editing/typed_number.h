#pragma once
// Numbers as people type them: "4.439,5", "2 246,5", "4,439.5". Pure and thread-safe.

#include "base/language.h"

#include <string>
#include <string_view>

namespace interregio::editing {

/// With '.' for the decimals and without grouping, for read_real() and read_integer(), which refuse what is none. In
/// German and Polish a comma begins the decimals, in English it groups; where only one reading makes sense ("59.5" in
/// German: groups have three digits) that one is taken. Spaces group in all of them.
[[nodiscard]] std::string plain_number(std::string_view typed, Language language);
/// The same number as it is typed in the language, without grouping: "4439,5".
[[nodiscard]] std::string typed_number(double number, Language language);

} // namespace interregio::editing
