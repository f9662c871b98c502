#pragma once
// What browsers are told not to do with our pages.

#include "platform/http/message.h"

#include <string_view>

namespace interregio::portal::web {

/// Adds the headers to any answer; a Content-Security-Policy that is there already stays. HSTS only when the site is
/// reached by https, which `base_url` says.
void add_security_headers(http::Response& response, std::string_view base_url);

} // namespace interregio::portal::web
