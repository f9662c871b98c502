#pragma once
// The head of a request (RFC 9112, 3 and 5) and what it says about the body and the connection. Internal to
// platform/http.

#include "platform/http/message.h"
#include "platform/http/response_head.h"

#include <cstddef>
#include <expected>
#include <string_view>

namespace interregio::http {

/// How the end of a body is found (RFC 9112, 6).
enum class Framing { length, chunked };

/// Whether the client waits for "100 Continue" before it sends the body (RFC 9110, 10.1.1).
enum class Expectation { none, to_continue };

struct RequestHead {
    Request request; ///< without body
    Framing framing = Framing::length;
    std::size_t content_length = 0; ///< for Framing::length
    Expectation expectation = Expectation::none;
    Persistence persistence = Persistence::keep; ///< what the client asks for
};

/// Reads a head with its empty line, as HeadScanner has found it. A status: 400, 417, 501 or 505.
[[nodiscard]] std::expected<RequestHead, int> parse_head(std::string_view head);

} // namespace interregio::http
