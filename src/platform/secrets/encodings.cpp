#include "platform/secrets/encodings.h"

#include <cstdint>
#include <sodium.h>

namespace interregio::secrets {
namespace {

constexpr int base64_form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

} // namespace

std::string base32(std::span<const std::byte> bytes) {
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const std::byte byte : bytes) {
        buffer = (buffer << 8 | std::to_integer<std::uint32_t>(byte)) & 0xFFFF;
        for (bits += 8; bits >= 5; bits -= 5) out += alphabet[buffer >> (bits - 5) & 31];
    }
    if (bits > 0) out += alphabet[buffer << (5 - bits) & 31];
    return out;
}

std::string base64url(std::span<const std::byte> bytes) {
    std::string out(sodium_base64_encoded_len(bytes.size(), base64_form), '\0');
    sodium_bin2base64(out.data(), out.size(), octets(bytes), bytes.size(), base64_form);
    out.pop_back(); // the zero at the end, which libsodium counts
    return out;
}

std::optional<SecretBytes> read_base64url(std::string_view text) {
    SecretBytes out(text.size() / 4 * 3 + 2);
    std::size_t size = 0;
    const char* end = nullptr;
    const int result = sodium_base642bin(octets(out.writable()), out.size(), text.data(), text.size(), nullptr, &size,
                                         &end, base64_form);
    if (result != 0 || end != text.data() + text.size()) return std::nullopt;
    SecretBytes bytes = SecretBytes::copy_of(out.bytes().first(size));
    // libsodium 1.0.18 takes bytes above 0x7F for digits.
    if (!same_secret(base64url(bytes.bytes()), text)) return std::nullopt;
    return bytes;
}

std::string percent_encoded(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_unreserved(c))
            out += c;
        else
            out.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return out;
}

} // namespace interregio::secrets
