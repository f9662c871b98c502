#pragma once
// Compressed bodies (RFC 9110, 8.4.1 and 12.5.3): gzip (RFC 1952) and brotli (RFC 7932). Values, no I/O.

#include <array>
#include <string>
#include <string_view>

namespace interregio::http {

enum class Coding { identity, gzip, brotli };
inline constexpr std::array all_codings{Coding::identity, Coding::gzip, Coding::brotli};

/// "br": in Accept-Encoding and Content-Encoding.
[[nodiscard]] std::string_view name_of(Coding coding);

/// The best coding for an Accept-Encoding header: by weight, then the smallest. Identity when the header is empty or
/// cannot be read, also when the client refuses even that: it gets something it can complain about.
[[nodiscard]] Coding negotiate_coding(std::string_view accept_encoding);

/// Whether a body of that media type becomes smaller: texts do, pictures and fonts are compressed already.
[[nodiscard]] bool is_compressible(std::string_view content_type);

/// The encoded bytes; deterministic. Takes about a millisecond for a page of 50 kB: what is encoded is kept.
[[nodiscard]] std::string encode(Coding coding, std::string_view bytes);

} // namespace interregio::http
