#pragma once
// A passkey that was used to show who it is (WebAuthn, 7.2).

#include "platform/passkeys/passkey.h"
#include "platform/passkeys/relying_party.h"

#include <cstdint>
#include <expected>

namespace interregio::passkeys {

/// What the browser sends: AuthenticatorAssertionResponse, 5.2.2, without the user handle.
struct AssertionResponse {
    Bytes client_data;   ///< clientDataJSON
    Bytes authenticator; ///< authenticatorData
    Bytes signature;
};

/// Steps 9 to 20: gives the signature counter, which counter_may_follow() must find right (step 21). That the passkey
/// is known, whose it is, and whether the user handle says the same (steps 5 to 7) is the caller's.
[[nodiscard]] std::expected<std::uint32_t, Problem> check_assertion(const RelyingParty& party,
                                                                    const AssertionResponse& response,
                                                                    const PublicKey& key,
                                                                    const IsChallenge& is_challenge);

} // namespace interregio::passkeys
