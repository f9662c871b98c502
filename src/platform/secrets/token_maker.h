#pragma once
// Makes keys and signs tokens as a provider of sign-on does: for tests only.

#include "platform/secrets/encodings.h"
#include "platform/secrets/web_key.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <string>

namespace interregio::secrets {

class TokenMaker {
  public:
    explicit TokenMaker(SignatureAlgorithm algorithm, std::string id = "first", unsigned rsa_bits = 2048)
        : algorithm_(algorithm), id_(std::move(id)),
          key_(algorithm == SignatureAlgorithm::es256 ? EVP_EC_gen("P-256") : EVP_RSA_gen(rsa_bits), EVP_PKEY_free) {}

    [[nodiscard]] std::string name() const {
        return algorithm_ == SignatureAlgorithm::es256   ? "ES256"
               : algorithm_ == SignatureAlgorithm::rs256 ? "RS256"
                                                         : "PS256";
    }
    /// The public key as it is published.
    [[nodiscard]] nlohmann::json key() const {
        if (algorithm_ == SignatureAlgorithm::es256)
            return {{"kty", "EC"},
                    {"crv", "P-256"},
                    {"kid", id_},
                    {"x", number(OSSL_PKEY_PARAM_EC_PUB_X, coordinate_bytes)},
                    {"y", number(OSSL_PKEY_PARAM_EC_PUB_Y, coordinate_bytes)}};
        return {{"kty", "RSA"},
                {"kid", id_},
                {"n", number(OSSL_PKEY_PARAM_RSA_N, 0)},
                {"e", number(OSSL_PKEY_PARAM_RSA_E, 0)}};
    }
    [[nodiscard]] std::string key_set() const { return nlohmann::json{{"keys", {key()}}}.dump(); }

    /// `more` is added to the header, or takes the place of what is there.
    [[nodiscard]] std::string token(const nlohmann::json& claims, const nlohmann::json& more = {}) const {
        return token_of_text(claims.dump(), more);
    }
    [[nodiscard]] std::string token_of_text(const std::string& claims, const nlohmann::json& more = {}) const {
        nlohmann::json header{{"alg", name()}, {"kid", id_}, {"typ", "JWT"}};
        if (!more.is_null()) header.update(more);
        return signed_text(encoded(header.dump()) + '.' + encoded(claims));
    }
    [[nodiscard]] std::string signed_text(const std::string& text) const {
        return text + '.' + base64url(signature(text));
    }
    [[nodiscard]] static std::string encoded(std::string_view text) { return base64url(bytes_of(text)); }

  private:
    static constexpr std::size_t coordinate_bytes = 32;

    [[nodiscard]] std::string number(const char* name, std::size_t bytes) const {
        BIGNUM* number = nullptr;
        EVP_PKEY_get_bn_param(key_.get(), name, &number);
        const auto size = std::max(bytes, static_cast<std::size_t>(BN_num_bytes(number)));
        std::vector<std::byte> out(size);
        BN_bn2binpad(number, octets(std::span<std::byte>(out)), static_cast<int>(size));
        BN_free(number);
        return base64url(out);
    }
    [[nodiscard]] std::vector<std::byte> signature(std::string_view text) const {
        const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        EVP_PKEY_CTX* key_context = nullptr;
        EVP_DigestSignInit(context.get(), &key_context, EVP_sha256(), nullptr, key_.get());
        if (algorithm_ == SignatureAlgorithm::ps256) {
            EVP_PKEY_CTX_set_rsa_padding(key_context, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(key_context, RSA_PSS_SALTLEN_DIGEST);
        }
        std::size_t size = 0;
        EVP_DigestSign(context.get(), nullptr, &size, octets(bytes_of(text)), text.size());
        std::vector<std::byte> out(size);
        EVP_DigestSign(context.get(), octets(std::span<std::byte>(out)), &size, octets(bytes_of(text)), text.size());
        out.resize(size);
        return algorithm_ == SignatureAlgorithm::es256 ? side_by_side(out) : out;
    }
    /// RFC 7518, 3.4.
    [[nodiscard]] static std::vector<std::byte> side_by_side(const std::vector<std::byte>& der) {
        const unsigned char* at = octets(std::span(der));
        ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
        std::vector<std::byte> out(2 * coordinate_bytes);
        BN_bn2binpad(ECDSA_SIG_get0_r(pair), octets(std::span<std::byte>(out)), coordinate_bytes);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair), octets(std::span<std::byte>(out)) + coordinate_bytes, coordinate_bytes);
        ECDSA_SIG_free(pair);
        return out;
    }

    SignatureAlgorithm algorithm_;
    std::string id_;
    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key_;
};

} // namespace interregio::secrets
