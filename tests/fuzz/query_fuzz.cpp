// Fuzzes query strings and percent-encoding. Compared with a reader of its own that is as simple as can be.

#include "platform/http/message.h"

#include "base/assert.h"
#include "base/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace interregio::http {
namespace {

std::optional<std::string> simply_decoded(std::string_view text, bool plus_is_space) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto digit = [&](char c) { return digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c); };
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%') {
            if (at + 2 >= text.size()) return std::nullopt;
            const std::size_t high = digit(text[at + 1]);
            const std::size_t low = digit(text[at + 2]);
            if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            decoded += plus_is_space && text[at] == '+' ? ' ' : text[at];
        }
    }
    if (!valid_utf8(decoded) || has_control_characters(decoded, ControlCharacters::none)) return std::nullopt;
    return decoded;
}

void check_pairs(const Query& query, std::string_view text) {
    std::size_t index = 0;
    std::string again;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view parameter = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (parameter.empty()) continue;
        const std::size_t equals = std::min(parameter.find('='), parameter.size());
        INTERREGIO_ASSERT(index < query.pairs().size(), "no parameter is lost");
        const auto& [name, value] = query.pairs()[index++];
        INTERREGIO_ASSERT(name == simply_decoded(parameter.substr(0, equals), true), "the name is decoded");
        const std::string_view encoded = equals < parameter.size() ? parameter.substr(equals + 1) : std::string_view();
        INTERREGIO_ASSERT(value == simply_decoded(encoded, true), "the value is decoded");
        INTERREGIO_ASSERT(query.find(name).has_value(), "every name is found");
        again += "&" + encode_query(name) + "=" + encode_query(value);
    }
    INTERREGIO_ASSERT(index == query.pairs().size(), "no parameter is invented");
    const auto reread = Query::parse(again);
    INTERREGIO_ASSERT(reread && reread->pairs() == query.pairs(), "an encoded query reads as it was");
}

} // namespace
} // namespace interregio::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio::http;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto decoded = decode_percent(text);
    INTERREGIO_ASSERT(decoded == simply_decoded(text, false), "decoded as by the simple reader");
    if (decoded) INTERREGIO_ASSERT(decode_percent(encode_segment(*decoded)) == decoded, "encoded text reads as it was");
    if (const auto query = Query::parse(text)) {
        check_pairs(*query, text);
    } else {
        INTERREGIO_ASSERT(text.find('%') != std::string_view::npos || !simply_decoded(text, true),
                          "plain text without percent signs is a query");
    }
    return 0;
}
