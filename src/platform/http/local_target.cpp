#include "platform/http/local_target.h"

#include "platform/http/request_target.h"

#include <algorithm>

namespace interregio::http {
namespace {

bool stays_unencoded(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

bool may_stand_in_path(char c) { return stays_unencoded(c) || c == '/' || c == '%'; }

bool may_stand_in_query(char c) {
    constexpr std::string_view marks = "!$&'()*+,;=:@/?%"; // RFC 3986, 3.4
    return stays_unencoded(c) || marks.find(c) != std::string_view::npos;
}

/// The path of a request with its segments encoded.
std::string encoded_path(std::string_view path) {
    std::string encoded;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        encoded.append("/").append(encode_segment(path.substr(0, end)));
        path.remove_prefix(end);
    }
    return encoded;
}

} // namespace

std::optional<LocalTarget> LocalTarget::parse(std::string_view text) {
    if (text.size() > max_bytes || !text.starts_with('/')) return std::nullopt;
    const std::size_t path_end = std::min(text.find('?'), text.size());
    const std::string_view path = text.substr(0, path_end);
    const std::string_view query = text.substr(std::min(path_end + 1, text.size()));
    if (!std::ranges::all_of(path, may_stand_in_path) || !std::ranges::all_of(query, may_stand_in_query))
        return std::nullopt;
    if (path.find("//") != std::string_view::npos) return std::nullopt;
    const auto target = parse_target("GET", text); // percent sequences and dots
    // What an encoded one of these becomes depends on who decodes, and how often.
    if (!target || target->path.find_first_of("\\%?#") != std::string::npos) return std::nullopt;
    return LocalTarget(std::string(text));
}

std::optional<LocalTarget> LocalTarget::of(const Request& request) {
    std::string text = encoded_path(request.path);
    char separator = '?';
    for (const auto& [name, value] : request.query.pairs()) {
        text += separator;
        text.append(encode_query(name)).append("=").append(encode_query(value));
        separator = '&';
    }
    return parse(text);
}

} // namespace interregio::http
