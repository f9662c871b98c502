#pragma once
// What a provider says about itself: OpenID Connect Discovery 1.0, 3 and 4. Pure.

#include "modules/accounts/sign_on_provider.h"

#include <expected>

namespace interregio::accounts {

/// How we show the provider that we are its client (OpenID Connect Core 1.0, 9).
enum class ClientProof { basic, post };
/// Whether answers say which provider they come from (RFC 9207, 3).
enum class IssuerInAnswer { announced, not_announced };

struct ProviderMetadata {
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string jwks_uri;
    std::optional<std::string> end_session_endpoint; ///< OpenID Connect RP-Initiated Logout 1.0, 2.1
    ClientProof client_proof = ClientProof::basic;
    IssuerInAnswer issuer_in_answer = IssuerInAnswer::not_announced;
};

/// Where the document is (Discovery 1.0, 4).
[[nodiscard]] std::string metadata_address(std::string_view issuer);

/// Reads the document. What is wrong with it is said in words for the log: it names another issuer (4.3), lacks an
/// address or has one that is not fetchable, or the provider cannot do what we need: the code flow, PKCE with S256, one
/// of both proofs, one of the signatures that we check.
[[nodiscard]] std::expected<ProviderMetadata, std::string_view> read_metadata(std::string_view json,
                                                                              const SignOnProvider& provider);

} // namespace interregio::accounts
