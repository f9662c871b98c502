#pragma once
// The attestation object (WebAuthn, 6.5), as far as we accept it. Internal to platform/passkeys.

#include "platform/passkeys/passkey.h"

#include <cstdint>
#include <expected>
#include <optional>

namespace interregio::passkeys {

struct Attestation {
    /// The passkey's signature over itself (8.2, without certificates); none for the format "none" (8.7).
    struct OwnSignature {
        std::int64_t algorithm = 0; ///< number of COSE
        Bytes bytes;
    };
    std::optional<OwnSignature> signature;
    Bytes data; ///< authenticator data, with the passkey in it
};

/// In the one way that CTAP 2.1, 8 allows: members in its order, lengths given and in their shortest form. A reader of
/// any CBOR would follow nested lists as deep as they go; here is nothing to follow. Problem::refused_attestation for
/// other formats and for certificates.
[[nodiscard]] std::expected<Attestation, Problem> read_attestation(ByteView object);

} // namespace interregio::passkeys
