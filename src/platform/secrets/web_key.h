#pragma once
// Public keys that somebody else publishes to check their signatures with: a JSON Web Key Set (RFC 7517). RSA keys of
// 2048 to 8192 bits and the curve P-256 (RFC 7518, 6.2 and 6.3); all else is passed over, as RFC 7517, 5 says, and so
// are symmetric keys and keys that are not for signatures. Values; safe from any thread.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::secrets {

/// RFC 7518, 3.1, of those with a public key: those that providers of OpenID Connect use.
enum class SignatureAlgorithm { rs256, ps256, es256 };
/// Nothing for any other, among them "none" and those with a shared secret (HS256).
[[nodiscard]] std::optional<SignatureAlgorithm> signature_algorithm(std::string_view name);

class WebKey {
  public:
    /// Whether it is of the kind that an algorithm needs, and meant for no other.
    [[nodiscard]] bool fits(SignatureAlgorithm algorithm) const;
    [[nodiscard]] const std::optional<std::string>& id() const { return id_; }
    /// Whether `signature` is that of `text`, in the form of JWS (RFC 7518, 3.3 to 3.5). Asserts fits().
    [[nodiscard]] bool verify(SignatureAlgorithm algorithm, std::string_view text,
                              std::span<const std::byte> signature) const;

  private:
    friend class WebKeySet;
    enum class Type { rsa, p256 };
    WebKey() = default;

    std::optional<std::string> id_;
    std::optional<SignatureAlgorithm> only_for_;
    Type type_ = Type::rsa;
    std::shared_ptr<void> key_; ///< an EVP_PKEY, never changed
};

class WebKeySet {
  public:
    static constexpr std::size_t most_keys = 100;

    /// Nothing when it is no key set or has more than most_keys keys.
    [[nodiscard]] static std::optional<WebKeySet> parse(std::string_view json);

    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    /// The key with that id for that algorithm; without an id the only one for it. Nothing when there is none or when
    /// there are several.
    [[nodiscard]] const WebKey* find(const std::optional<std::string>& id, SignatureAlgorithm algorithm) const;

  private:
    std::vector<WebKey> keys_;
};

} // namespace interregio::secrets
