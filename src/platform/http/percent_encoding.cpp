// Percent-encoding (RFC 3986, 2.1) and the query string made with it.

#include "platform/http/message.h"
#include "platform/http/plain_text.h"

#include <algorithm>
#include <cstddef>

namespace interregio::http {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

/// RFC 3986, 2.3.
constexpr bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

std::string encode(std::string_view text) {
    std::string encoded;
    encoded.reserve(text.size() + text.size() / 2);
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 0x0F];
    }
    return encoded;
}

} // namespace

std::string encode_segment(std::string_view segment) { return encode(segment); }

std::string encode_query(std::string_view value) { return encode(value); }

std::optional<std::string> decode_percent(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (text[index] != '%') {
            decoded += text[index];
            continue;
        }
        if (text.size() - index < 3) return std::nullopt;
        const int high = hex_value(text[index + 1]);
        const int low = hex_value(text[index + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        index += 2;
    }
    if (!is_plain_text(decoded)) return std::nullopt;
    return decoded;
}

std::optional<Query> Query::parse(std::string_view text) {
    const auto decode = [](std::string_view part) {
        std::string spaced(part);
        std::ranges::replace(spaced, '+', ' ');
        return decode_percent(spaced);
    };

    Query query;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view parameter = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (parameter.empty()) continue;

        const std::size_t equals = std::min(parameter.find('='), parameter.size());
        auto name = decode(parameter.substr(0, equals));
        auto value = decode(parameter.substr(std::min(equals + 1, parameter.size())));
        if (!name || !value) return std::nullopt;
        query.pairs_.emplace_back(std::move(*name), std::move(*value));
    }
    return query;
}

std::optional<std::string_view> Query::find(std::string_view name) const {
    const auto found = std::ranges::find(pairs_, name, &Pair::first);
    if (found == pairs_.end()) return std::nullopt;
    return found->second;
}

} // namespace interregio::http
