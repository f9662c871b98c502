#pragma once
// What lets pages of other sites read our data (Fetch Standard, CORS protocol).

#include "platform/http/message.h"

#include <vector>

namespace interregio::open_data::web {

/// On every answer that scripts of other sites may read. There are no cookies, so nobody reads more than anybody may.
[[nodiscard]] std::vector<http::Header> sharing_headers();

/// The answer to a preflight: reading is allowed, also conditionally.
[[nodiscard]] http::Response preflight();

} // namespace interregio::open_data::web
