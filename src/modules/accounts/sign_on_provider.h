#pragma once
// A provider of sign-on: the service with which the people of one organisation sign in at their office, and which tells
// us by OpenID Connect who they are. The operator writes them down in a file (sign_on_file.h). Values.

#include "modules/accounts/account.h"
#include "platform/fetch/fetcher.h"
#include "platform/secrets/secret_bytes.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace interregio::accounts {

/// What makes an e-mail address that a provider names good enough to find an account for the first time.
enum class EmailProof {
    verified, ///< the claim email_verified is true (OpenID Connect Core 1.0, 5.1)
    trusted   ///< whatever the provider names: the operator vouches for it
};
constexpr auto enum_names(EmailProof) { return std::array<std::string_view, 2>{"verified", "trusted"}; }

struct SignOnProvider {
    std::string key;                       ///< in addresses and rows; lower-case letters, digits and hyphens
    std::map<Language, std::string> names; ///< on the button; Language() for all that have none of their own
    std::string issuer;
    std::string client_id;
    secrets::SecretBytes client_secret;
    Id<Organisation> organisation;                       ///< whose accounts it signs in; those of no other
    std::vector<std::string> scopes{"email", "profile"}; ///< besides openid
    std::string account_claim = "sub";                   ///< what stays the same of a person (Core, 5.7)
    EmailProof email = EmailProof::verified;
    // A second factor was shown to the provider when the token says one of these (Core, 2). Nothing: never.
    std::vector<std::string> second_factor_acr;
    std::vector<std::string> second_factor_amr;
    std::string role_claim; ///< empty: it decides about no roles
    std::vector<std::pair<std::string, Role>> roles;
    fetch::Transport transport = fetch::Transport::https;

    [[nodiscard]] std::string name(Language language) const;
};

/// Somebody, as a provider has named them in a token that was checked.
struct Identity {
    std::string subject;                 ///< of SignOnProvider::account_claim
    std::optional<std::string> email;    ///< where it is good enough to find an account by
    std::vector<Role> roles;             ///< each once
    bool second_factor = false;          ///< whether one was shown to the provider
    std::optional<Clock::Time> shown_at; ///< when they last showed the provider who they are
};

} // namespace interregio::accounts
