#pragma once
// What text from outside must be before it is stored: valid UTF-8 in Normalization Form C, without control characters.
// All functions are pure and safe from any thread.

#include <cstddef>
#include <string>
#include <string_view>

namespace interregio {

enum class ControlCharacters {
    none,           ///< not one allowed: a line of text
    newline_and_tab ///< U+000A and U+0009 allowed: text of several lines
};

/// Whether the bytes are UTF-8 as Unicode 15, table 3-7 has it: shortest form only, no surrogates, nothing above
/// U+10FFFF.
[[nodiscard]] bool valid_utf8(std::string_view text);

[[nodiscard]] bool is_ascii(std::string_view text);

/// The text in Normalization Form C (Unicode Standard Annex 15), so that equal words are equal bytes. The text must be
/// valid UTF-8: check first, the program ends otherwise.
[[nodiscard]] std::string to_nfc(std::string_view text);

/// Whether the text holds a control character (general category Cc: U+0000 to U+001F, U+007F to U+009F) that is not
/// allowed.
[[nodiscard]] bool has_control_characters(std::string_view text, ControlCharacters allowed);

/// As much of the text, which is valid UTF-8, as fits into so many bytes, cut between characters.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t max_bytes);

/// What somebody entered, made fit to be quoted in a message: at most `max_bytes` bytes, cut between characters and
/// ended with "…" if longer; wrong bytes and control characters become U+FFFD.
[[nodiscard]] std::string quotable(std::string_view text, std::size_t max_bytes = 80);

} // namespace interregio
