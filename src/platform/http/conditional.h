#pragma once
// Answers that a client may have already: ETag and If-None-Match (RFC 9110, 8.8.3 and 13.1.2).

#include "platform/http/message.h"

#include <string>
#include <string_view>

namespace interregio::http {

/// Whether one of the tags in an If-None-Match header is `etag` (with its quotes), by weak comparison; also for "*".
[[nodiscard]] bool names_etag(std::string_view if_none_match, std::string_view etag);

/// Puts the tag on the response, and turns it into 304 without a body when the client has it. `etag` has its quotes.
[[nodiscard]] Response with_etag(const Request& request, Response response, std::string_view etag);

/// A strong tag for a body.
[[nodiscard]] std::string etag_of(std::string_view body);

} // namespace interregio::http
