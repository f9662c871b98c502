#pragma once
// Finds the end of a request's head in bytes that arrive piece by piece, and refuses at the first byte that no head
// may hold. Internal to platform/http.

#include <cstddef>
#include <expected>
#include <optional>
#include <string_view>

namespace interregio::http {

class HeadScanner {
  public:
    HeadScanner(std::size_t max_bytes, std::size_t max_headers) : max_bytes_(max_bytes), max_headers_(max_headers) {}

    /// `bytes` begins with the request line; each call gives what the last one gave and more, and only what is new is
    /// looked at. The length of the head with its empty line, nothing when more bytes are needed, or a status:
    /// 400 for a line that does not end in CR LF (RFC 9112, 2.2), for a folded line (5.2) and for control characters,
    /// 414 for too long a request line, 431 for too large a head or too many headers.
    [[nodiscard]] std::expected<std::optional<std::size_t>, int> scan(std::string_view bytes);

  private:
    std::size_t max_bytes_;
    std::size_t max_headers_;
    std::size_t position_ = 0;
    std::size_t line_start_ = 0;
    std::size_t lines_ = 0; ///< that are finished
};

} // namespace interregio::http
