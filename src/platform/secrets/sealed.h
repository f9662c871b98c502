#pragma once
// Small secrets at rest that the program must be able to read again, such as those of authenticator apps: encrypted and
// protected against change with XChaCha20-Poly1305 (libsodium), whose nonce of 192 bits may be random. Values; safe
// from any thread.

#include "platform/secrets/secret_bytes.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio::secrets {

/// 256 bits that live in a file beside the database, never in it (key_file.h).
class SealingKey {
  public:
    static constexpr std::size_t size = 32;

    [[nodiscard]] static SealingKey random();
    /// Nothing when it is not 32 bytes.
    [[nodiscard]] static std::optional<SealingKey> from(SecretBytes bytes);
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_.bytes(); }

  private:
    explicit SealingKey(SecretBytes bytes) : bytes_(std::move(bytes)) {}
    SecretBytes bytes_;
};

/// Encrypts for a place: `place` says what this is and whose ("totp:" and the account's id) and is needed again to open
/// it, so that a row copied to another account does not open. It is not encrypted and not stored here. Gives a format
/// byte, 24 bytes of nonce, the text and 16 bytes of tag: 41 bytes more than the secret.
[[nodiscard]] std::vector<std::byte> seal(const SealingKey& key, std::span<const std::byte> secret,
                                          std::string_view place);

/// What was sealed; nothing with another key, another place or a single bit changed.
[[nodiscard]] std::optional<SecretBytes> open_sealed(const SealingKey& key, std::span<const std::byte> sealed,
                                                     std::string_view place);

} // namespace interregio::secrets
