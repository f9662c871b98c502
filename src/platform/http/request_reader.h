#pragma once
// Bytes of a connection in, requests out (RFC 9112). No I/O, so that tests and the fuzzer drive what the server runs.
// Internal to platform/http. Not thread-safe.

#include "platform/http/chunked_decoder.h"
#include "platform/http/head_scanner.h"
#include "platform/http/request_head.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace interregio::http {

class RequestReader {
  public:
    struct Limits {
        std::size_t header_bytes; ///< request line, headers and the empty line; also chunk extensions and trailers
        std::size_t headers;
        std::size_t body_bytes; ///< after taking off the chunked coding
        /// Decides in place of body_bytes, where it gives a number; asked only when a body is announced. It must
        /// outlive the reader; null for none.
        const BodyLimit* body_limit = nullptr;
    };

    enum class Step {
        more,          ///< put more bytes into space()
        send_continue, ///< answer "100 Continue" first, then call next() again
        request,       ///< a whole request is ready, take() it
        refused        ///< answer refusal() and close the connection
    };

    /// How far the request that is being received has come: each has its own time-out.
    enum class Phase { idle, head, body };

    explicit RequestReader(Limits limits);

    /// Where to put what arrives; never empty. Valid until the next call of any other member.
    [[nodiscard]] std::span<char> space();
    /// `count` bytes were put at the beginning of space().
    void received(std::size_t count);

    /// Goes as far as the received bytes allow.
    [[nodiscard]] Step next();
    [[nodiscard]] Phase phase() const;

    /// The request that is ready. What follows it on the connection (pipelining; RFC 9112, 9.3.2) stays.
    [[nodiscard]] Request take();
    /// What the client asked for with the request that was taken last.
    [[nodiscard]] Persistence persistence() const { return persistence_; }
    /// The status to refuse with: 400, 413, 414, 417, 431, 501 or 505; 0 before.
    [[nodiscard]] int refusal() const { return refusal_; }

  private:
    /// A request whose head is read.
    struct Incoming {
        RequestHead head;
        ChunkedDecoder decoder;
    };

    [[nodiscard]] std::string_view pending() const { return {buffer_.data() + begin_, end_ - begin_}; }
    [[nodiscard]] HeadScanner new_scanner() const { return {limits_.header_bytes, limits_.headers}; }
    Step refuse(int status);
    Step read_head();
    /// For the body of the request whose head this is.
    [[nodiscard]] std::size_t body_bytes(const RequestHead& head) const;
    Step read_body();

    Limits limits_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0; ///< of what is not yet read
    std::size_t end_ = 0;   ///< of what was received
    HeadScanner scanner_;
    bool skipped_empty_line_ = false;
    std::optional<Incoming> incoming_;
    Persistence persistence_ = Persistence::close;
    int refusal_ = 0;
};

} // namespace interregio::http
