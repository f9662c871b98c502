#include "platform/secrets/web_key.h"

#include "base/assert.h"
#include "platform/secrets/encodings.h"
#include "platform/secrets/strict_json.h"

#include <algorithm>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace interregio::secrets {
namespace {

template <class T, void (*end)(T*)> struct Ends {
    void operator()(T* object) const { end(object); }
};
using BigNumber = std::unique_ptr<BIGNUM, Ends<BIGNUM, BN_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Ends<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Ends<OSSL_PARAM, OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Ends<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Ends<EVP_MD_CTX, EVP_MD_CTX_free>>;
using PairOfNumbers = std::unique_ptr<ECDSA_SIG, Ends<ECDSA_SIG, ECDSA_SIG_free>>;

constexpr std::size_t p256_bytes = 32;

BigNumber number_of(std::span<const std::byte> bytes) {
    return BigNumber(BN_bin2bn(octets(bytes), static_cast<int>(bytes.size()), nullptr));
}

std::optional<SecretBytes> bytes_member(const nlohmann::json& key, std::string_view name) {
    const auto text = text_member(key, name);
    return text ? read_base64url(*text) : std::nullopt;
}

std::shared_ptr<void> made_key(const char* type, OSSL_PARAM_BLD* builder) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    std::shared_ptr<void> owned(key, [](void* one) { EVP_PKEY_free(static_cast<EVP_PKEY*>(one)); });
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return check && EVP_PKEY_public_check(check.get()) == 1 ? owned : nullptr;
}

/// RFC 7518, 6.3.1. At least 2048 bits (3.3); at most what is checked in milliseconds.
std::shared_ptr<void> rsa_key(const nlohmann::json& json) {
    constexpr int fewest_bits = 2048;
    constexpr std::size_t most_bytes = 1024;
    constexpr std::size_t most_exponent_bytes = 8;
    const auto modulus = bytes_member(json, "n");
    const auto exponent = bytes_member(json, "e");
    if (!modulus || !exponent || modulus->size() > most_bytes || exponent->size() > most_exponent_bytes) return nullptr;
    const auto n = number_of(modulus->bytes());
    const auto e = number_of(exponent->bytes());
    if (BN_num_bits(n.get()) < fewest_bits || BN_is_odd(n.get()) == 0 || BN_is_odd(e.get()) == 0 ||
        BN_is_one(e.get()) == 1)
        return nullptr;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return made_key("RSA", builder.get());
}

/// RFC 7518, 6.2.1: both coordinates in full length.
std::shared_ptr<void> p256_key(const nlohmann::json& json) {
    const auto x = bytes_member(json, "x");
    const auto y = bytes_member(json, "y");
    if (text_member(json, "crv") != "P-256" || !x || !y || x->size() != p256_bytes || y->size() != p256_bytes)
        return nullptr;
    std::vector<unsigned char> point{POINT_CONVERSION_UNCOMPRESSED};
    point.insert(point.end(), octets(x->bytes()), octets(x->bytes()) + x->size());
    point.insert(point.end(), octets(y->bytes()), octets(y->bytes()) + y->size());
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return made_key("EC", builder.get());
}

/// RFC 7517, 4.2 and 4.3.
bool is_for_signatures(const nlohmann::json& key) {
    if (key.contains("use") && text_member(key, "use") != "sig") return false;
    if (!key.contains("key_ops")) return true;
    return std::ranges::count(texts_member(key, "key_ops"), "verify") > 0;
}

/// The two numbers side by side (RFC 7518, 3.4) in the form that OpenSSL reads.
std::vector<unsigned char> der_of(std::span<const std::byte> signature) {
    const PairOfNumbers pair(ECDSA_SIG_new());
    BIGNUM* const r = number_of(signature.first(p256_bytes)).release(); // the pair will own them
    BIGNUM* const s = number_of(signature.subspan(p256_bytes)).release();
    if (ECDSA_SIG_set0(pair.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    unsigned char* out = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &out);
    if (size <= 0) return {};
    std::vector<unsigned char> der(out, out + size);
    OPENSSL_free(out);
    return der;
}

bool uses_pss(EVP_PKEY_CTX* context) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

} // namespace

std::optional<SignatureAlgorithm> signature_algorithm(std::string_view name) {
    if (name == "RS256") return SignatureAlgorithm::rs256;
    if (name == "PS256") return SignatureAlgorithm::ps256;
    if (name == "ES256") return SignatureAlgorithm::es256;
    return std::nullopt;
}

bool WebKey::fits(SignatureAlgorithm algorithm) const {
    const bool right_type = (algorithm == SignatureAlgorithm::es256) == (type_ == Type::p256);
    return right_type && (!only_for_ || *only_for_ == algorithm);
}

bool WebKey::verify(SignatureAlgorithm algorithm, std::string_view text, std::span<const std::byte> signature) const {
    INTERREGIO_ASSERT(fits(algorithm), "a key is used for what it is");
    std::vector<unsigned char> form(octets(signature), octets(signature) + signature.size());
    if (algorithm == SignatureAlgorithm::es256) {
        if (signature.size() != 2 * p256_bytes) return false;
        form = der_of(signature);
    }
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr; // owned by the other
    auto* key = static_cast<EVP_PKEY*>(key_.get());
    if (!context || EVP_DigestVerifyInit(context.get(), &key_context, EVP_sha256(), nullptr, key) != 1) return false;
    if (algorithm == SignatureAlgorithm::ps256 && !uses_pss(key_context)) return false;
    return EVP_DigestVerify(context.get(), form.data(), form.size(), octets(bytes_of(text)), text.size()) == 1;
}

std::optional<WebKeySet> WebKeySet::parse(std::string_view json) {
    const auto document = read_json_object(json);
    if (!document) return std::nullopt;
    const auto list = document->find("keys");
    if (list == document->end() || !list->is_array() || list->size() > most_keys) return std::nullopt;
    WebKeySet set;
    for (const auto& item : *list) {
        if (!item.is_object() || !is_for_signatures(item)) continue;
        WebKey key;
        key.id_ = text_member(item, "kid");
        if (const auto algorithm = text_member(item, "alg")) {
            key.only_for_ = signature_algorithm(*algorithm);
            if (!key.only_for_) continue;
        }
        const auto type = text_member(item, "kty");
        key.type_ = type == "EC" ? WebKey::Type::p256 : WebKey::Type::rsa;
        if (type == "EC") key.key_ = p256_key(item);
        if (type == "RSA") key.key_ = rsa_key(item);
        if (key.key_) set.keys_.push_back(std::move(key));
    }
    return set;
}

const WebKey* WebKeySet::find(const std::optional<std::string>& id, SignatureAlgorithm algorithm) const {
    const WebKey* found = nullptr;
    for (const WebKey& key : keys_) {
        if (!key.fits(algorithm) || (id && key.id() != id)) continue;
        if (found != nullptr) return nullptr;
        found = &key;
    }
    return found;
}

} // namespace interregio::secrets
