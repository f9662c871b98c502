#include "platform/secrets/token.h"

#include "platform/secrets/encodings.h"

#include <algorithm>
#include <sodium.h>

namespace interregio::secrets {

static_assert(TokenHash::size == crypto_hash_sha256_BYTES);

std::optional<TokenHash> TokenHash::from(std::span<const std::byte> stored) {
    if (stored.size() != size) return std::nullopt;
    TokenHash out;
    std::ranges::copy(stored, out.bytes_.begin());
    return out;
}

Token Token::random() { return Token(SecretBytes::random(size)); }

std::optional<Token> Token::parse(std::string_view text) {
    if (text.size() != text_length) return std::nullopt;
    auto bytes = read_base64url(text);
    if (!bytes || bytes->size() != size) return std::nullopt;
    return Token(std::move(*bytes));
}

std::string Token::text() const { return base64url(bytes_.bytes()); }

TokenHash Token::hash(TokenPurpose purpose) const {
    SecretBytes input(1 + bytes_.size());
    input.writable()[0] = static_cast<std::byte>(purpose);
    std::ranges::copy(bytes_.bytes(), input.writable().begin() + 1);
    TokenHash out;
    crypto_hash_sha256(octets(std::span<std::byte>(out.bytes_)), octets(input.bytes()), input.size());
    return out;
}

} // namespace interregio::secrets
