#pragma once
// What characters and texts may stand where in HTTP. Internal to platform/http.

#include <string_view>

namespace interregio::http {

/// Safe to log, store and show: valid UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF) without the
/// control characters U+0000 to U+001F and U+007F to U+009F.
[[nodiscard]] bool is_plain_text(std::string_view text);

/// The same letters of ASCII, whatever their case: how HTTP compares names (RFC 9110, 5.1).
[[nodiscard]] bool equal_without_case(std::string_view one, std::string_view other);

/// Without spaces and tabs at both ends (RFC 9110, 5.6.3).
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A character that names of headers and methods are made of (RFC 9110, 5.6.2).
[[nodiscard]] bool is_token_character(char c);

/// 0 to 15; -1 when the character is no hexadecimal digit.
[[nodiscard]] int hex_value(char c);

} // namespace interregio::http
