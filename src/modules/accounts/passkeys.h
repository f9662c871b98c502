#pragma once
// Passkeys of accounts: making, using, removing them (W3C Web Authentication Level 2,
// https://www.w3.org/TR/webauthn-2/; docs/adr/0029). The module's door for them, beside sign_in.h. Made once for a
// server; safe from any thread.
//
// A passkey is asked for by the user being verified (PIN, finger, face), so it is two factors in one (NIST SP 800-63B,
// 5.1.9: a multi-factor cryptographic device): no code is asked for after it, and it is a second factor where one is
// demanded. Nothing tells a stranger why one is refused: an unknown passkey, a wrong signature, a counter that went
// back and a suspended account give the same refusal. Ids of passkeys cannot be guessed, so how long it took tells
// nothing.

#include "modules/accounts/passkey.h"
#include "modules/accounts/passkey_challenges.h"
#include "modules/accounts/sign_in.h"
#include "platform/passkeys/relying_party.h"

#include <string>
#include <vector>

namespace interregio::accounts {

namespace store {
struct StoredPasskey;
}

/// What the browser sends when a passkey was used; each in base64url (WebAuthn, 5.2.2).
struct PasskeyAnswer {
    std::string credential;    ///< PublicKeyCredential.rawId
    std::string client_data;   ///< clientDataJSON
    std::string authenticator; ///< authenticatorData
    std::string signature;
    std::string user_handle; ///< may be empty where it is known who it should be
};

/// The same when one was made (WebAuthn, 5.2.1).
struct NewPasskeyAnswer {
    std::string label; ///< as typed
    std::string client_data;
    std::string attestation; ///< attestationObject
};

class Passkeys {
  public:
    /// All must outlive it. Without a relying party there are no passkeys: everything is refused.
    Passkeys(db::Database& database, const Clock& clock, SignIn& sign_in, std::optional<passkeys::RelyingParty> party);

    /// For whom passkeys are made here; none where browsers know no passkeys.
    [[nodiscard]] const std::optional<passkeys::RelyingParty>& party() const { return party_; }
    /// For a page; `reader` as in PasskeyChallenges.
    [[nodiscard]] std::string challenge(Ceremony ceremony, std::string_view reader) const;
    [[nodiscard]] std::vector<Passkey> of(Id<Account> account);
    /// base64url, for browsers to find or to leave out.
    [[nodiscard]] std::vector<std::string> credentials_of(Id<Account> account);
    /// What browsers are to keep with the passkeys of an account (WebAuthn, 5.4.3): base64url of its id, which is
    /// random and says nothing of the person.
    [[nodiscard]] static std::string user_handle(Id<Account> account);

    // Further refusals of all: refusal.passkey.stale (the challenge is over, was used or is not of this reader) and
    // refusal.passkey.unavailable (no relying party).

    /// Makes one for the account: the session gets a new token, as it was shown who it is; where it had yet to set up a
    /// second factor, this is it, and all other sessions end. Refusals: refusal.passkey.label, .registered, .too_many,
    /// .not_made, refusal.sign_in.session. That who it is was shown recently is for whoever gives out the challenge.
    [[nodiscard]] std::expected<Begun, Refusal> add(const Visit& visit, std::string_view reader,
                                                    const NewPasskeyAnswer& answer, const From& from);
    /// A whole session, in place of `half` if the browser has one. Refusals: refusal.passkey.wrong,
    /// refusal.sign_in.wait.
    [[nodiscard]] std::expected<Begun, Refusal> sign_in(std::string_view reader, const PasskeyAnswer& answer,
                                                        const From& from,
                                                        const std::optional<secrets::Token>& half = std::nullopt);
    /// As SignIn::prove(). Refusals as sign_in(), and refusal.sign_in.session.
    [[nodiscard]] std::expected<Begun, Refusal> prove(const Visit& visit, std::string_view reader,
                                                      const PasskeyAnswer& answer, const From& from);
    /// One of one's own; nothing happens for any other. Ends all other sessions, as it may have been lost. Refused with
    /// refusal.account.second_factor_demanded where it is the last second factor and one is demanded.
    [[nodiscard]] std::expected<void, Refusal> remove(const Visit& visit, const Uuid& passkey, const From& from);

  private:
    struct Shown;
    std::expected<Begun, Refusal> use(Ceremony ceremony, std::string_view reader, const PasskeyAnswer& answer,
                                      const From& from, const Visit* visit, const std::optional<secrets::Token>& half);
    std::expected<Shown, Refusal> check(Ceremony ceremony, std::string_view reader, const PasskeyAnswer& answer,
                                        const Visit* visit);
    std::expected<Begun, Refusal> accept(db::Connection& connection, const Shown& shown, const From& from,
                                         const Visit* visit, const std::optional<secrets::Token>& half) const;
    void note_failure(const PasskeyAnswer& answer, const Refusal& refusal, const From& from);

    db::Database& database_;
    const Clock& clock_;
    SignIn& sign_in_;
    std::optional<passkeys::RelyingParty> party_;
    PasskeyChallenges challenges_;
    SignInThrottle attempts_; ///< of its own, so that a passkey that is right takes back no failures of others
};

} // namespace interregio::accounts
