#pragma once
// Bytes that must not be left lying about: keys, passwords, tokens. Their memory is overwritten when they are given up,
// and they are compared in a time that tells nothing about where they differ. What other libraries copy on the way (the
// buffer of a request, ICU) is outside of this.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace interregio::secrets {

/// A fixed number of bytes, moved but never copied, wiped when destroyed, replaced or moved from. Not to be changed and
/// read by two threads at a time.
class SecretBytes {
  public:
    SecretBytes() = default;
    /// `size` zeros, to be filled through writable().
    explicit SecretBytes(std::size_t size);
    [[nodiscard]] static SecretBytes copy_of(std::span<const std::byte> bytes);
    [[nodiscard]] static SecretBytes copy_of(std::string_view text);
    /// From the system's generator, by way of libsodium.
    [[nodiscard]] static SecretBytes random(std::size_t size);

    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    [[nodiscard]] std::span<std::byte> writable() { return bytes_; }
    [[nodiscard]] std::string_view text() const;

  private:
    std::vector<std::byte> bytes_;
};

/// Whether both are the same bytes; how long it takes depends on their lengths only.
[[nodiscard]] bool same_secret(std::span<const std::byte> one, std::span<const std::byte> other);
[[nodiscard]] bool same_secret(std::string_view one, std::string_view other);

/// Overwrites memory in a way that the compiler does not leave out.
void wipe(std::span<std::byte> bytes);

/// Prepares libsodium; called by whatever here needs it, as often as one likes, from any thread. Throws
/// std::runtime_error when the system gives no random numbers.
void require_sodium();

inline const unsigned char* octets(std::span<const std::byte> bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* octets(std::span<std::byte> bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
inline std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace interregio::secrets
