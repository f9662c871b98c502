#pragma once
// How bytes are written where people, apps and addresses carry them. Pure functions, safe from any thread.

#include "platform/secrets/secret_bytes.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace interregio::secrets {

/// Base 32 of RFC 4648, 6 (A-Z, 2-7), without padding, as authenticator apps want it.
[[nodiscard]] std::string base32(std::span<const std::byte> bytes);

/// Base 64 for addresses of RFC 4648, 5 (A-Z, a-z, 0-9, -, _), without padding. Takes the same time for all bytes.
[[nodiscard]] std::string base64url(std::span<const std::byte> bytes);

/// The bytes that base64url() writes so. Nothing for any other text: padding, blanks and line ends are refused, and so
/// are unused bits that are not zero (RFC 4648, 3.5), so that there is one way to write each value.
[[nodiscard]] std::optional<SecretBytes> read_base64url(std::string_view text);

/// Everything but the unreserved characters of RFC 3986, 2.3 as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);

} // namespace interregio::secrets
