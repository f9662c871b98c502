#pragma once
// Takes the chunked coding off a body (RFC 9112, 7.1). Internal to platform/http.
//
// Beast has such a decoder, but it takes line breaks inside quoted extensions, and its answer then depends on how the
// bytes arrive (found by tests/fuzz). This one looks at each byte once.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace interregio::http {

class ChunkedDecoder {
  public:
    /// `max_extra` is for the bytes of all extensions and all trailers together.
    ChunkedDecoder(std::size_t max_body, std::size_t max_extra) : max_body_(max_body), max_extra_(max_extra) {}

    /// Appends what `bytes` hold of the body, and gives how many bytes belong to the message: all of them, until
    /// is_done(). Extensions and trailers are dropped. A status: 400 for broken coding, 413 for too large a body, 431
    /// for too many extensions or trailers.
    [[nodiscard]] std::expected<std::size_t, int> decode(std::string_view bytes, std::string& body);
    [[nodiscard]] bool is_done() const { return state_ == State::done; }

  private:
    enum class State {
        size,             ///< the hexadecimal digits
        before_extension, ///< space that may stand before ";"
        extension,
        size_line_feed,
        data,
        data_return,
        data_line_feed,
        trailer_start, ///< of a line
        trailer_name,
        trailer_value,
        trailer_line_feed,
        last_line_feed,
        done
    };

    /// One byte of what is not data. The status to refuse with, or 0.
    int step(char c);
    int add_digit(char c);
    int count_extra() { return ++extra_ > max_extra_ ? 431 : 0; }

    std::size_t max_body_;
    std::size_t max_extra_;
    State state_ = State::size;
    std::uint64_t remaining_ = 0; ///< of the chunk
    std::size_t digits_ = 0;      ///< of the chunk's size
    std::uint64_t total_ = 0;     ///< of all chunks so far, the present one included
    std::size_t extra_ = 0;
};

} // namespace interregio::http
