#include "platform/passkeys/public_key.h"

#include "platform/passkeys/response_parts.h"

#include <openssl/evp.h>

namespace interregio::passkeys {
namespace {

using Evp = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using EvpContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

/// OpenSSL looks at points of a curve; of the others there is nothing to look at but their length.
bool is_good(const Evp& key) {
    if (!key) return false;
    const EvpContext context(EVP_PKEY_CTX_new(key.get(), nullptr), EVP_PKEY_CTX_free);
    return context && EVP_PKEY_public_check(context.get()) == 1;
}

std::shared_ptr<void> es256_key(const Bytes& bytes) {
    constexpr std::size_t size = 64;
    const std::shared_ptr<es256_pk_t> key(es256_pk_new(), [](es256_pk_t* one) { es256_pk_free(&one); });
    if (!key || bytes.size() != size || es256_pk_from_ptr(key.get(), bytes.data(), bytes.size()) != FIDO_OK) return {};
    return is_good(Evp(es256_pk_to_EVP_PKEY(key.get()), EVP_PKEY_free)) ? key : nullptr;
}

std::shared_ptr<void> eddsa_key(const Bytes& bytes) {
    constexpr std::size_t size = 32;
    const std::shared_ptr<eddsa_pk_t> key(eddsa_pk_new(), [](eddsa_pk_t* one) { eddsa_pk_free(&one); });
    if (!key || bytes.size() != size || eddsa_pk_from_ptr(key.get(), bytes.data(), bytes.size()) != FIDO_OK) return {};
    return Evp(eddsa_pk_to_EVP_PKEY(key.get()), EVP_PKEY_free) ? key : nullptr;
}

std::shared_ptr<void> rs256_key(const Bytes& bytes) {
    constexpr std::size_t size = 259;
    const std::shared_ptr<rs256_pk_t> key(rs256_pk_new(), [](rs256_pk_t* one) { rs256_pk_free(&one); });
    if (!key || bytes.size() != size || rs256_pk_from_ptr(key.get(), bytes.data(), bytes.size()) != FIDO_OK) return {};
    return is_good(Evp(rs256_pk_to_EVP_PKEY(key.get()), EVP_PKEY_free)) ? key : nullptr;
}

} // namespace

std::optional<FidoKey> FidoKey::of(const PublicKey& key) {
    std::shared_ptr<void> made;
    if (key.algorithm == Algorithm::es256) made = es256_key(key.bytes);
    if (key.algorithm == Algorithm::eddsa) made = eddsa_key(key.bytes);
    if (key.algorithm == Algorithm::rs256) made = rs256_key(key.bytes);
    return made ? std::optional(FidoKey(std::move(made))) : std::nullopt;
}

} // namespace interregio::passkeys
