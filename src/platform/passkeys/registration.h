#pragma once
// A passkey that was just made (WebAuthn, 7.1).

#include "platform/passkeys/passkey.h"
#include "platform/passkeys/relying_party.h"

#include <cstdint>
#include <expected>

namespace interregio::passkeys {

/// What the browser sends: AuthenticatorAttestationResponse, 5.2.1.
struct RegistrationResponse {
    Bytes client_data; ///< clientDataJSON
    Bytes attestation; ///< attestationObject
};

struct NewPasskey {
    Bytes id; ///< of the credential
    PublicKey key;
    std::uint32_t count = 0; ///< signature counter
};

/// Steps 5 to 21. Who made the authenticator does not interest us, so attestation is asked for as "none" and accepted
/// in two forms: none at all, and "packed" with the passkey's own key, which browsers may leave in (5.1.3, step 22).
/// Steps 22 and 23, that the passkey is not registered already and its storing, are the caller's.
[[nodiscard]] std::expected<NewPasskey, Problem>
check_registration(const RelyingParty& party, const RegistrationResponse& response, const IsChallenge& is_challenge);

} // namespace interregio::passkeys
