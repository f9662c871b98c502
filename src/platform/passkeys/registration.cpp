#include "platform/passkeys/registration.h"

#include "platform/passkeys/attestation.h"
#include "platform/passkeys/public_key.h"
#include "platform/passkeys/response_parts.h"

#include <fido.h>
#include <memory>

namespace interregio::passkeys {
namespace {

struct CredentialEnd {
    void operator()(fido_cred_t* credential) const { fido_cred_free(&credential); }
};
using Credential = std::unique_ptr<fido_cred_t, CredentialEnd>;

/// The data as libfido2 understands it, if its key is of that algorithm.
Credential read_credential(const RelyingParty& party, const RegistrationResponse& response, const Bytes& data,
                           Algorithm algorithm) {
    Credential credential(fido_cred_new());
    if (!credential) throw std::bad_alloc();
    const bool read = fido_cred_set_type(credential.get(), cose_number(algorithm)) == FIDO_OK &&
                      fido_cred_set_rp(credential.get(), party.id().c_str(), nullptr) == FIDO_OK &&
                      fido_cred_set_uv(credential.get(), FIDO_OPT_TRUE) == FIDO_OK &&
                      fido_cred_set_clientdata(credential.get(), octets_of(response.client_data),
                                               response.client_data.size()) == FIDO_OK &&
                      fido_cred_set_authdata_raw(credential.get(), octets_of(data), data.size()) == FIDO_OK;
    return read ? std::move(credential) : nullptr;
}

/// WebAuthn, 8.2: the passkey has signed itself, with the algorithm that it has.
bool has_signed_itself(fido_cred_t& credential, const Attestation::OwnSignature& signature, Algorithm algorithm) {
    return signature.algorithm == cose_number(algorithm) && fido_cred_set_fmt(&credential, "packed") == FIDO_OK &&
           fido_cred_set_sig(&credential, octets_of(signature.bytes), signature.bytes.size()) == FIDO_OK &&
           fido_cred_verify_self(&credential) == FIDO_OK;
}

} // namespace

std::expected<NewPasskey, Problem> check_registration(const RelyingParty& party, const RegistrationResponse& response,
                                                      const IsChallenge& is_challenge) {
    if (const auto wrong = problem_of_client_data(response.client_data, "webauthn.create", party, is_challenge))
        return std::unexpected(*wrong);
    const auto attestation = read_attestation(response.attestation);
    if (!attestation) return std::unexpected(attestation.error());
    if (const auto wrong = problem_of_authenticator_data(attestation->data, party)) return std::unexpected(*wrong);
    for (const Algorithm algorithm : all_algorithms) {
        const auto credential = read_credential(party, response, attestation->data, algorithm);
        if (!credential) continue;
        const auto id = bytes_at(fido_cred_id_ptr(credential.get()), fido_cred_id_len(credential.get()));
        const auto key = bytes_at(fido_cred_pubkey_ptr(credential.get()), fido_cred_pubkey_len(credential.get()));
        if (id.empty() || id.size() > longest_credential_id || key.empty()) return std::unexpected(Problem::unreadable);
        if (attestation->signature && !has_signed_itself(*credential, *attestation->signature, algorithm))
            return std::unexpected(Problem::refused_attestation);
        NewPasskey made{Bytes(id.begin(), id.end()),
                        {algorithm, Bytes(key.begin(), key.end())},
                        fido_cred_sigcount(credential.get())};
        if (!FidoKey::of(made.key)) return std::unexpected(Problem::unknown_algorithm);
        return made;
    }
    return std::unexpected(Problem::unknown_algorithm);
}

} // namespace interregio::passkeys
