#include "platform/http/request_target.h"

#include "platform/http/plain_text.h"

#include <algorithm>
#include <cstddef>

namespace interregio::http {
namespace {

/// Decoded first, so that "%2e%2e" is seen as what it is.
bool has_dot_segment(std::string_view path) {
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view segment = path.substr(0, end);
        if (segment == "." || segment == "..") return true;
        path.remove_prefix(end);
    }
    return false;
}

bool has_encoded_slash(std::string_view path) {
    return path.find("%2F") != std::string_view::npos || path.find("%2f") != std::string_view::npos;
}

/// Cuts the scheme off an absolute-form; false when there is none that we serve.
bool cut_scheme(std::string_view& text) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!equal_without_case(text.substr(0, scheme.size()), scheme)) continue;
        text.remove_prefix(scheme.size());
        return true;
    }
    return false;
}

} // namespace

bool is_authority(std::string_view text) {
    // reg-name, IP-literal and port (RFC 3986, 3.2.2) without their fine structure: we do not look hosts up.
    constexpr std::string_view marks = "-._~!$&'()*+,;=%:[]";
    return !text.empty() && text.front() != ':' && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.find(c) != std::string_view::npos;
    });
}

std::expected<Target, int> parse_target(std::string_view method, std::string_view text) {
    if (text == "*" && method == "OPTIONS") return std::unexpected(501);
    // A fragment is never sent (RFC 9110, 7.1).
    if (text.find('#') != std::string_view::npos) return std::unexpected(400);

    Target target;
    if (!text.starts_with('/')) {
        if (!cut_scheme(text)) return std::unexpected(400);
        const std::size_t end = std::min(text.find_first_of("/?"), text.size());
        target.authority = text.substr(0, end);
        text.remove_prefix(end);
        if (!is_authority(target.authority)) return std::unexpected(400);
    }

    const std::size_t path_end = std::min(text.find('?'), text.size());
    const std::string_view path = text.substr(0, path_end);
    if (has_encoded_slash(path)) return std::unexpected(400);
    auto decoded = decode_percent(path.empty() ? "/" : path);
    if (!decoded || has_dot_segment(*decoded)) return std::unexpected(400);
    auto query = Query::parse(text.substr(std::min(path_end + 1, text.size())));
    if (!query) return std::unexpected(400);
    target.path = std::move(*decoded);
    target.query = std::move(*query);
    return target;
}

} // namespace interregio::http
