#include "platform/secrets/secret_bytes.h"

#include <algorithm>
#include <sodium.h>
#include <stdexcept>
#include <utility>

namespace interregio::secrets {

SecretBytes::SecretBytes(std::size_t size) : bytes_(size) {}

SecretBytes SecretBytes::copy_of(std::span<const std::byte> bytes) {
    SecretBytes out(bytes.size());
    std::ranges::copy(bytes, out.bytes_.begin());
    return out;
}

SecretBytes SecretBytes::copy_of(std::string_view text) { return copy_of(bytes_of(text)); }

SecretBytes SecretBytes::random(std::size_t size) {
    require_sodium();
    SecretBytes out(size);
    if (size != 0) randombytes_buf(out.bytes_.data(), size);
    return out;
}

SecretBytes::~SecretBytes() { wipe(bytes_); }

SecretBytes::SecretBytes(SecretBytes&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this == &other) return *this;
    wipe(bytes_);
    bytes_ = std::exchange(other.bytes_, {});
    return *this;
}

std::string_view SecretBytes::text() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

bool same_secret(std::span<const std::byte> one, std::span<const std::byte> other) {
    if (one.size() != other.size()) return false;
    return one.empty() || sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

bool same_secret(std::string_view one, std::string_view other) { return same_secret(bytes_of(one), bytes_of(other)); }

void wipe(std::span<std::byte> bytes) {
    if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

void require_sodium() {
    // Gives 1 when it was done before; the static is for its locks, which are then taken once.
    static const int prepared = sodium_init();
    if (prepared < 0) throw std::runtime_error("libsodium cannot be used: the system gives no random numbers");
}

} // namespace interregio::secrets
