#include "platform/passkeys/software_authenticator.h"

#include "base/assert.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>

namespace interregio::passkeys {
namespace {

void add(Bytes& out, ByteView more) { out.insert(out.end(), more.begin(), more.end()); }
void add(Bytes& out, std::string_view text) { add(out, std::as_bytes(std::span(text))); }
void add_octet(Bytes& out, unsigned octet) { out.push_back(static_cast<std::byte>(octet)); }

// CBOR (RFC 8949, 3): the major type in the upper three bits, then a length or number.
enum Major : unsigned { unsigned_number = 0, negative_number = 1, octet_string = 2, text_string = 3, map = 5 };
void add_head(Bytes& out, Major major, std::size_t value) {
    const unsigned type = static_cast<unsigned>(major) << 5U;
    if (value < 24) return add_octet(out, type | static_cast<unsigned>(value));
    if (value < 256) {
        add_octet(out, type | 24U);
        return add_octet(out, static_cast<unsigned>(value));
    }
    add_octet(out, type | 25U);
    add_octet(out, static_cast<unsigned>(value >> 8U));
    add_octet(out, static_cast<unsigned>(value & 0xffU));
}
void add_number(Bytes& out, int value) {
    if (value >= 0) return add_head(out, unsigned_number, static_cast<std::size_t>(value));
    add_head(out, negative_number, static_cast<std::size_t>(-1 - value));
}
void add_string(Bytes& out, ByteView bytes) {
    add_head(out, octet_string, bytes.size());
    add(out, bytes);
}
void add_text(Bytes& out, std::string_view text) {
    add_head(out, text_string, text.size());
    add(out, text);
}

Bytes hash_of(ByteView bytes) {
    Bytes hash(SHA256_DIGEST_LENGTH);
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
           reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

/// A number of the key, filled up with zeros on the left.
Bytes number_of(const EVP_PKEY* key, const char* name, std::size_t size) {
    BIGNUM* number = nullptr;
    INTERREGIO_ASSERT(EVP_PKEY_get_bn_param(key, name, &number) == 1, "the key has that number");
    Bytes bytes(size);
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size));
    BN_free(number);
    return bytes;
}

EVP_PKEY* new_key(Algorithm algorithm) {
    constexpr std::size_t bits = 2048;
    if (algorithm == Algorithm::es256) return EVP_EC_gen("P-256");
    if (algorithm == Algorithm::eddsa) return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    return EVP_RSA_gen(bits);
}

Bytes client_data_of(const SoftwareAuthenticator::Ceremony& ceremony, std::string_view type) {
    Bytes json;
    add(json, R"({"type":")" + (ceremony.type.empty() ? std::string(type) : ceremony.type) + R"(","challenge":")" +
                  ceremony.challenge + R"(","origin":")" + ceremony.origin + '"' + ceremony.more + '}');
    return json;
}

Bytes head_of(const SoftwareAuthenticator::Ceremony& ceremony, unsigned more_flags) {
    Bytes data = hash_of(std::as_bytes(std::span(ceremony.host)));
    add_octet(data, ceremony.flags | more_flags);
    for (unsigned shift = 32; shift > 0; shift -= 8) add_octet(data, ceremony.count >> (shift - 8) & 0xffU);
    return data;
}

} // namespace

SoftwareAuthenticator::SoftwareAuthenticator(Algorithm algorithm)
    : algorithm_(algorithm), key_(new_key(algorithm), EVP_PKEY_free), id_(32) {
    INTERREGIO_ASSERT(key_ != nullptr, "OpenSSL makes keys");
    RAND_bytes(reinterpret_cast<unsigned char*>(id_.data()), static_cast<int>(id_.size()));
}

/// RFC 8152, 13.1 and 13.2; RFC 8230, 4.
Bytes SoftwareAuthenticator::cose_key() const {
    Bytes out;
    const bool is_rsa = algorithm_ == Algorithm::rs256;
    const bool is_ec = algorithm_ == Algorithm::es256;
    add_head(out, map, is_ec ? 5 : 4);
    add_number(out, 1); // kty
    add_number(out, is_rsa ? 3 : (is_ec ? 2 : 1));
    add_number(out, 3); // alg
    add_number(out, cose_number(algorithm_));
    add_number(out, -1);
    if (is_rsa) {
        add_string(out, number_of(key_.get(), OSSL_PKEY_PARAM_RSA_N, 256));
        add_number(out, -2);
        add_string(out, number_of(key_.get(), OSSL_PKEY_PARAM_RSA_E, 3));
        return out;
    }
    add_number(out, is_ec ? 1 : 6); // crv
    add_number(out, -2);
    if (is_ec) {
        add_string(out, number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32));
        add_number(out, -3);
        add_string(out, number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32));
        return out;
    }
    Bytes raw(32);
    std::size_t size = raw.size();
    EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(raw.data()), &size);
    add_string(out, raw);
    return out;
}

Bytes SoftwareAuthenticator::sign(const Bytes& client_data, const Bytes& data) const {
    Bytes message = data;
    add(message, hash_of(client_data));
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto* digest = algorithm_ == Algorithm::eddsa ? nullptr : EVP_sha256();
    EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key_.get());
    const auto* octets = reinterpret_cast<const unsigned char*>(message.data());
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, octets, message.size());
    Bytes signature(size);
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, octets, message.size());
    signature.resize(size);
    return signature;
}

RegistrationResponse SoftwareAuthenticator::make(const Ceremony& ceremony) const {
    constexpr unsigned has_credential = 0x40;
    const Bytes client_data = client_data_of(ceremony, "webauthn.create");
    Bytes data = head_of(ceremony, has_credential);
    data.resize(data.size() + 16); // AAGUID: of no make
    add_octet(data, static_cast<unsigned>(id_.size() >> 8U));
    add_octet(data, static_cast<unsigned>(id_.size() & 0xffU));
    add(data, id_);
    add(data, cose_key());
    Bytes object;
    add_head(object, map, 3);
    add_text(object, "fmt");
    add_text(object, ceremony.format);
    add_text(object, "attStmt");
    add_head(object, map, ceremony.format == "packed" ? 2 : 0);
    if (ceremony.format == "packed") {
        add_text(object, "alg");
        add_number(object, cose_number(algorithm_));
        add_text(object, "sig");
        add_string(object, sign(client_data, data));
    }
    add_text(object, "authData");
    add_string(object, data);
    return {client_data, object};
}

AssertionResponse SoftwareAuthenticator::use(const Ceremony& ceremony) const {
    const Bytes client_data = client_data_of(ceremony, "webauthn.get");
    const Bytes data = head_of(ceremony, 0);
    return {client_data, data, sign(client_data, data)};
}

} // namespace interregio::passkeys
