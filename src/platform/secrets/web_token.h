#pragma once
// Signed statements of somebody else: JSON Web Tokens (RFC 7519) in compact form (RFC 7515, 7.1). Here only the
// signature is checked; what a token says and whom it is for is up to the caller. Pure; safe from any thread.
//
// What RFC 8725 asks for: the algorithm is one of three with a public key, whatever the token says ("none" and shared
// secrets are refused), the key is of the kind of the algorithm and one of those that were given: what the token brings
// along (jwk, jku, x5c, x5u) is not looked at. A token with "crit" is refused, as we understand no extension.

#include "platform/secrets/web_key.h"

#include <expected>
#include <nlohmann/json.hpp>

namespace interregio::secrets {

enum class TokenProblem {
    malformed,
    algorithm, ///< none that is taken
    no_key,    ///< the set has no such key: it may have been changed since it was read
    signature,
};
/// For logs.
[[nodiscard]] std::string_view name_of(TokenProblem problem);

inline constexpr std::size_t longest_web_token = std::size_t{64} * 1024;

/// The claims of a token whose type is "JWT" (without case, RFC 7515, 4.1.9) or not said.
[[nodiscard]] std::expected<nlohmann::json, TokenProblem> verified_claims(std::string_view token,
                                                                          const WebKeySet& keys);

/// BASE64URL(SHA256(verifier)), the challenge of PKCE (RFC 7636, 4.2).
[[nodiscard]] std::string pkce_challenge(std::string_view verifier);

} // namespace interregio::secrets
