#pragma once
// What is said with a file of the record that a browser may open on its own.

#include <string>

namespace interregio::portal::web {

/// Opened on its own, a file of the record may do nothing at all.
inline constexpr const char* harmless_policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// "attachment" with the name of the file, for old and new clients (RFC 6266, 4.3; RFC 8187, 3.2).
[[nodiscard]] std::string content_disposition(const std::string& file_name);

} // namespace interregio::portal::web
