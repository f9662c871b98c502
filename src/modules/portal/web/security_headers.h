#pragma once
// What browsers are told not to do with our pages.

#include "platform/http/message.h"

#include <string_view>

namespace interregio::portal::web {

/// The Content-Security-Policy of pages; `more` adds to it: "frame-src 'self'".
[[nodiscard]] std::string page_policy(std::string_view more = {});

/// Adds the headers to any answer; those that are there already stay. What may be framed anywhere ("frame-ancestors *"
/// in its own policy) gets no X-Frame-Options. HSTS only when the site is reached by https, which `base_url` says.
void add_security_headers(http::Response& response, std::string_view base_url);

} // namespace interregio::portal::web
