#pragma once
// What somebody typed, without what does not matter to a date: case, diacritics, kinds of spaces and dashes. For
// typed_date*.cpp only. Pure; safe from any thread.

#include <optional>
#include <string>
#include <string_view>

namespace interregio {

/// En dash, em dash, minus. They differ from the hyphen: "2019-21" is EDTF for a spring, "2019–21" is not.
constexpr char long_dash = '\x1F';

/// The text in a-z, 0-9, . , / ( ) ? ~ % & ' - long_dash and single spaces, none at the ends. Nothing when it is no
/// UTF-8 or holds anything that no date is written with.
[[nodiscard]] std::optional<std::string> plain_date_letters(std::string_view typed);

/// The word with ae, oe, ue for its umlauts, which is the other way to do without them.
[[nodiscard]] std::string with_e_for_umlauts(std::string_view word);

} // namespace interregio
