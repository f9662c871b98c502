#pragma once
// The target of a request (RFC 9112, 3.2). Internal to platform/http.

#include "platform/http/message.h"

#include <expected>
#include <string>
#include <string_view>

namespace interregio::http {

struct Target {
    std::string authority; ///< "example.org:8080" of an absolute-form, which then stands for Host; otherwise empty
    std::string path;      ///< as Request::path
    Query query;
};

/// Reads the origin-form and the absolute-form (http and https). A status: 501 for "*" with OPTIONS, 400 for all else.
[[nodiscard]] std::expected<Target, int> parse_target(std::string_view method, std::string_view text);

/// Whether a text can be host and port of an http address (RFC 9110, 4.2.1: the host is not empty, no user).
[[nodiscard]] bool is_authority(std::string_view text);

} // namespace interregio::http
