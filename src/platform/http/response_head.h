#pragma once
// The head of a response as bytes (RFC 9112, 4). Internal to platform/http, but for http_date.

#include "base/clock.h"
#include "platform/http/message.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace interregio::http {

/// What becomes of a connection after a response (RFC 9112, 9.3). HTTP/1.0 clients are told that it is kept.
enum class Persistence { close, keep, keep_and_announce };

/// "Sun, 01 Mar 2026 09:30:00 GMT" (RFC 9110, 5.6.7).
[[nodiscard]] std::string http_date(Clock::Time time);

/// "Not Found" for 404 (RFC 9110, 15); empty for a status that we do not know.
[[nodiscard]] std::string_view reason(int status);

/// 204 and 304 have no content (RFC 9110, 15.3.5 and 15.4.5).
[[nodiscard]] bool has_content(int status);

/// Asserts that the name is a token, that it is not one which the server sets, and that the value stays on its line.
void assert_valid(const Header& header);

/// Appends "Name: value" lines for the content type and the headers of a response.
void append_header_lines(std::string& lines, const Response& response);

/// Appends the whole head with its empty line. `date` is an http_date.
void append_head(std::string& head, const Response& response, Persistence persistence, std::string_view date);

} // namespace interregio::http
