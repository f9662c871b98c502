#pragma once
// What both ceremonies share. Internal to platform/passkeys.

#include "platform/passkeys/passkey.h"
#include "platform/passkeys/relying_party.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace interregio::passkeys {

inline const unsigned char* octets_of(ByteView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
inline ByteView bytes_at(const unsigned char* octets, std::size_t size) {
    return std::as_bytes(std::span(octets, size));
}

/// What is wrong with clientDataJSON (WebAuthn, 5.8.1), if anything: 7.1, steps 5 to 10; 7.2, steps 9 to 14. `type` is
/// "webauthn.create" or "webauthn.get".
[[nodiscard]] std::optional<Problem> problem_of_client_data(ByteView json, std::string_view type,
                                                            const RelyingParty& party, const IsChallenge& is_challenge);

/// What is wrong with the head of authenticator data (WebAuthn, 6.1), if anything: 7.1, steps 13 to 15; 7.2, steps 15
/// to 17.
[[nodiscard]] std::optional<Problem> problem_of_authenticator_data(ByteView data, const RelyingParty& party);

/// Of authenticator data whose head is right.
[[nodiscard]] std::uint32_t counter_in(ByteView data);

} // namespace interregio::passkeys
