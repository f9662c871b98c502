#pragma once
// Passkeys: W3C Web Authentication Level 2, https://www.w3.org/TR/webauthn-2/ (“WebAuthn”). What a browser sends when
// one is made or used is checked here, without a database and without HTTP; CBOR, COSE and signatures are those of
// libfido2 and OpenSSL. Values and pure functions, safe from any thread.

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace interregio::passkeys {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

/// What we accept: ES256 and EdDSA are what phones, keys and password managers make, RS256 what Windows Hello makes.
enum class Algorithm { es256, eddsa, rs256 };
constexpr auto enum_names(Algorithm) { return std::array<std::string_view, 3>{"es256", "eddsa", "rs256"}; }
inline constexpr std::array all_algorithms{Algorithm::es256, Algorithm::eddsa, Algorithm::rs256};

/// The number that COSE has for it (RFC 8152, 8.1 and 8.2; RFC 8812, 2), as browsers are told.
[[nodiscard]] int cose_number(Algorithm algorithm);

/// In the form of libfido2: x and y of 32 bytes each (es256), 32 bytes (eddsa), 256 bytes of modulus and 3 of exponent
/// (rs256).
struct PublicKey {
    Algorithm algorithm = Algorithm::es256;
    Bytes bytes;
    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

inline constexpr std::size_t longest_credential_id = 1023; ///< WebAuthn Level 3, 7.1; Level 2 has no limit

/// Why an answer of a browser was not accepted; for tests and for the log, never for strangers.
enum class Problem {
    unreadable,          ///< no JSON, no CBOR, too long, or parts are missing
    wrong_type,          ///< made for another ceremony
    wrong_challenge,     ///< not ours, too old, or used before
    wrong_origin,        ///< made on a page of another site, or in a frame of one
    wrong_relying_party, ///< made for another host
    nobody_present,      ///< nobody touched it
    nobody_verified,     ///< by PIN, finger or face
    unknown_algorithm,   ///< or a key that is none
    refused_attestation, ///< neither “none” nor signed with the passkey's own key
    wrong_signature
};

/// Whether a challenge was given out for this and has not been used: base64url as browsers give it back.
using IsChallenge = std::function<bool(std::string_view challenge)>;

/// Whether a signature counter may follow the one that is stored: both are zero, or it has grown (WebAuthn, 7.2, step
/// 21). If not, there are two of that passkey.
[[nodiscard]] bool counter_may_follow(std::uint32_t stored, std::uint32_t told);

} // namespace interregio::passkeys
