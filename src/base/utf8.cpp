#include "base/utf8.h"

#include "base/assert.h"

#include <algorithm>
#include <stdexcept>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

namespace interregio {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool between(unsigned char byte, unsigned char low, unsigned char high) { return byte >= low && byte <= high; }

/// Length in bytes of the well-formed character that text begins with; 0 when there is none.
std::size_t character_length(std::string_view text) {
    if (text.empty()) return 0;
    const unsigned char first = byte_at(text, 0);
    if (first < 0x80) return 1;
    const auto follows = [&](std::size_t count, unsigned char low, unsigned char high) {
        if (text.size() < count || !between(byte_at(text, 1), low, high)) return std::size_t{0};
        for (std::size_t i = 2; i < count; ++i)
            if (!between(byte_at(text, i), 0x80, 0xBF)) return std::size_t{0};
        return count;
    };
    // The second byte's range is narrower where overlong forms, surrogates or values above U+10FFFF would begin.
    if (between(first, 0xC2, 0xDF)) return follows(2, 0x80, 0xBF);
    if (first == 0xE0) return follows(3, 0xA0, 0xBF);
    if (first == 0xED) return follows(3, 0x80, 0x9F);
    if (between(first, 0xE1, 0xEF)) return follows(3, 0x80, 0xBF);
    if (first == 0xF0) return follows(4, 0x90, 0xBF);
    if (between(first, 0xF1, 0xF3)) return follows(4, 0x80, 0xBF);
    if (first == 0xF4) return follows(4, 0x80, 0x8F);
    return 0;
}

/// Whether the well-formed character is of category Cc.
bool is_control(std::string_view character) {
    const unsigned char first = byte_at(character, 0);
    if (character.size() == 1) return first < 0x20 || first == 0x7F;
    return character.size() == 2 && first == 0xC2 && byte_at(character, 1) < 0xA0;
}

} // namespace

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string to_nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    INTERREGIO_ASSERT(valid_utf8(text), "to_nfc needs valid UTF-8");
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    std::string out;
    if (U_SUCCESS(status)) {
        out.reserve(text.size());
        icu::StringByteSink<std::string> sink(&out);
        const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
        normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
    }
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot normalise text: ") + u_errorName(status));
    return out;
}

bool has_control_characters(std::string_view text, ControlCharacters allowed) {
    while (!text.empty()) {
        // Wrong bytes are not our question here; step over them one by one.
        const std::size_t length = std::max<std::size_t>(character_length(text), 1);
        const bool permitted =
            allowed == ControlCharacters::newline_and_tab && (text.front() == '\n' || text.front() == '\t');
        if (!permitted && is_control(text.substr(0, length))) return true;
        text.remove_prefix(length);
    }
    return false;
}

std::string_view beginning_of(std::string_view text, std::size_t max_bytes) {
    if (text.size() <= max_bytes) return text;
    std::size_t end = max_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

std::string quotable(std::string_view text, std::size_t max_bytes) {
    static constexpr std::string_view ellipsis = "…";
    static constexpr std::string_view replacement = "\uFFFD";
    std::string out;
    std::size_t fits_with_ellipsis = 0; // how much of out may stay if an ellipsis must follow
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        const bool plain = length != 0 && !is_control(text.substr(0, length));
        const std::string_view next = plain ? text.substr(0, length) : replacement;
        if (out.size() + next.size() > max_bytes) {
            out.resize(fits_with_ellipsis);
            out += ellipsis;
            return out;
        }
        out += next;
        if (out.size() + ellipsis.size() <= max_bytes) fits_with_ellipsis = out.size();
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

} // namespace interregio
