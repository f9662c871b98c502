#pragma once
// Tokens: what a browser or an address carries to show who it is. 256 random bits, so there is nothing to guess and
// nothing to slow down (OWASP ASVS 4.0.3, 3.2.2 asks for 64). The store keeps only a hash: whoever reads the database
// cannot sign in with what is there. The hash is plain SHA-256 and not keyed or salted, because there is no list of
// likely tokens to try, and because a row is looked up by it. Values; safe from any thread.

#include "platform/secrets/secret_bytes.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace interregio::secrets {

/// A token of one purpose is worth nothing for another: the purpose goes into the hash. The numbers are stored in that
/// way; do not change them.
enum class TokenPurpose : unsigned char { session = 1, one_time_link = 2, form = 3, device = 4 };

/// SHA-256 of a token and its purpose: what is stored and looked up. Comparing takes the same time wherever they
/// differ.
class TokenHash {
  public:
    static constexpr std::size_t size = 32;

    /// From the store; nothing when it is not 32 bytes.
    [[nodiscard]] static std::optional<TokenHash> from(std::span<const std::byte> stored);
    [[nodiscard]] std::span<const std::byte, size> bytes() const { return bytes_; }

    friend bool operator==(const TokenHash& one, const TokenHash& other) {
        return same_secret(one.bytes(), other.bytes());
    }

  private:
    friend class Token;
    std::array<std::byte, size> bytes_{};
};

class Token {
  public:
    static constexpr std::size_t size = 32;        ///< bytes: 256 bits
    static constexpr std::size_t text_length = 43; ///< characters of text()

    [[nodiscard]] static Token random();
    /// Reads what text() writes, and nothing else.
    [[nodiscard]] static std::optional<Token> parse(std::string_view text);

    /// 43 characters of base64url (RFC 4648, 5), for a cookie, an address or a hidden field. A secret: not for logs.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] TokenHash hash(TokenPurpose purpose) const;

  private:
    explicit Token(SecretBytes bytes) : bytes_(std::move(bytes)) {}
    SecretBytes bytes_;
};

} // namespace interregio::secrets
