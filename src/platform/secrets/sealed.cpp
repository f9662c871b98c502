#include "platform/secrets/sealed.h"

#include <algorithm>
#include <sodium.h>

namespace interregio::secrets {
namespace {

constexpr std::byte first_format{1};
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t head_size = 1 + nonce_size;

/// The format is protected, too, so that a later one cannot be passed off as this.
std::vector<std::byte> protected_data(std::string_view place) {
    std::vector<std::byte> out{first_format};
    std::ranges::copy(bytes_of(place), std::back_inserter(out));
    return out;
}

} // namespace

static_assert(SealingKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

SealingKey SealingKey::random() { return SealingKey(SecretBytes::random(size)); }

std::optional<SealingKey> SealingKey::from(SecretBytes bytes) {
    if (bytes.size() != size) return std::nullopt;
    return SealingKey(std::move(bytes));
}

std::vector<std::byte> seal(const SealingKey& key, std::span<const std::byte> secret, std::string_view place) {
    require_sodium();
    std::vector<std::byte> out(head_size + secret.size() + tag_size);
    out[0] = first_format;
    randombytes_buf(out.data() + 1, nonce_size);
    const std::vector<std::byte> bound = protected_data(place);
    const std::span<std::byte> all(out);
    crypto_aead_xchacha20poly1305_ietf_encrypt(octets(all.subspan(head_size)), nullptr, octets(secret), secret.size(),
                                               octets(std::span(bound)), bound.size(), nullptr,
                                               octets(all.subspan(1, nonce_size)), octets(key.bytes()));
    return out;
}

std::optional<SecretBytes> open_sealed(const SealingKey& key, std::span<const std::byte> sealed,
                                       std::string_view place) {
    if (sealed.size() < head_size + tag_size || sealed[0] != first_format) return std::nullopt;
    const std::span<const std::byte> text = sealed.subspan(head_size);
    SecretBytes out(text.size() - tag_size);
    const std::vector<std::byte> bound = protected_data(place);
    const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(
        octets(out.writable()), nullptr, nullptr, octets(text), text.size(), octets(std::span(bound)), bound.size(),
        octets(sealed.subspan(1, nonce_size)), octets(key.bytes()));
    if (result != 0) return std::nullopt;
    return out;
}

} // namespace interregio::secrets
