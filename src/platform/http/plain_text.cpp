#include "platform/http/plain_text.h"

#include <algorithm>
#include <cstddef>

namespace interregio::http {
namespace {

/// The well-formed byte sequences of RFC 3629, section 4: the range of the second byte depends on the first.
struct Sequence {
    unsigned char first_low, first_high, second_low, second_high;
    std::size_t length;
};
constexpr Sequence sequences[] = {
    {0xC2, 0xC2, 0xA0, 0xBF, 2}, // U+0080 to U+009F are control characters
    {0xC3, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

/// The length of the multi-byte character that `text` begins with; 0 when there is none.
std::size_t character_length(std::string_view text) {
    const auto byte = [text](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    for (const Sequence& sequence : sequences) {
        if (byte(0) < sequence.first_low || byte(0) > sequence.first_high) continue;
        if (text.size() < sequence.length) return 0;
        if (byte(1) < sequence.second_low || byte(1) > sequence.second_high) return 0;
        for (std::size_t index = 2; index < sequence.length; ++index) {
            if ((byte(index) & 0xC0) != 0x80) return 0;
        }
        return sequence.length;
    }
    return 0;
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

bool is_plain_text(std::string_view text) {
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.front());
        if (byte < 0x20 || byte == 0x7F) return false;
        const std::size_t length = byte < 0x80 ? 1 : character_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_token_character(char c) {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           marks.find(c) != std::string_view::npos;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool equal_without_case(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

} // namespace interregio::http
