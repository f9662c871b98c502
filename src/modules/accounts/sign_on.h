#pragma once
// Signing in through the providers of sign-on that the operator has named: OpenID Connect Core 1.0, code flow (3.1),
// with PKCE (RFC 7636) and what RFC 9700 asks of clients; docs/adr/0030. Made once for a server; safe from any thread.
// What asks a provider takes seconds (marked "slow"): not for the threads with the connections.
//
// An attempt begins here, goes to the provider and comes back to the address that only this provider has (RFC 9700,
// 4.4.2). It counts once, in the browser in which it began, for ten minutes.

#include "modules/accounts/openid_claims.h"
#include "modules/accounts/openid_client.h"
#include "modules/accounts/sign_in.h"
#include "modules/accounts/sign_on_attempt.h"

#include <atomic>
#include <map>

namespace interregio::accounts {

class SignOn {
  public:
    struct Options {
        std::string base_url; ///< "https://partner.example": the addresses that providers know begin with it
        OnTrouble on_trouble{};
        int most_waiting = 2; ///< who may wait for providers at a time; further ones are refused as busy
    };
    /// All must outlive it.
    SignOn(std::vector<SignOnProvider> providers, SignIn& sign_in, const fetch::Fetcher& fetcher, const Clock& clock,
           const secrets::SealingKey& key, Options options);

    [[nodiscard]] const std::vector<SignOnProvider>& providers() const { return providers_; }
    [[nodiscard]] const SignOnProvider* find(std::string_view key) const;

    /// The browser goes to `address` and keeps `attempt` until it comes back.
    struct Begun {
        std::string address;
        std::string attempt;
    };
    /// Slow. Asserts that there is such a provider. `next` is left out where it is longer than longest_next.
    [[nodiscard]] std::expected<Begun, SignOnProblem> begin(std::string_view provider, SignOnAim aim,
                                                            std::string_view next, Language language);

    /// What comes back: the parameters of the address, and what the browser has kept.
    struct Returned {
        std::string provider; ///< key, of the path
        std::optional<std::string> state{};
        std::optional<std::string> code{};
        std::optional<std::string> error{};
        std::optional<std::string> issuer{};  ///< RFC 9207
        std::optional<std::string> attempt{}; ///< of the cookie
        std::optional<Visit> visit{};         ///< whose session the browser has: to prove who it is
    };
    struct Finished {
        std::expected<accounts::Begun, SignOnProblem> begun;
        SignOnAim aim = SignOnAim::sign_in;
        std::string next{};
        std::optional<Language> language{}; ///< in which it began; none when it did not begin here
    };
    /// Slow.
    [[nodiscard]] Finished finish(const Returned& returned, const From& from);

    /// Where somebody signs out at the provider, too (OpenID Connect RP-Initiated Logout 1.0, 2). Slow. Nothing where
    /// that cannot be.
    [[nodiscard]] std::optional<std::string> sign_out_address(std::string_view provider, Language language);

    /// The address to which a provider sends browsers back, and the one after signing out there.
    [[nodiscard]] std::string redirect_uri(const SignOnProvider& provider) const;
    [[nodiscard]] std::string signed_out_uri(const SignOnProvider& provider) const;

  private:
    class Waiting;
    [[nodiscard]] OpenIdClient& client(std::string_view provider);
    /// Whether an attempt with that state has not come back before; it has from now on.
    [[nodiscard]] bool use_up(const std::string& state);
    [[nodiscard]] std::expected<Identity, SignOnProblem> identity(OpenIdClient& client, const Returned& returned,
                                                                  const SignOnAttempt& attempt);
    [[nodiscard]] std::expected<accounts::Begun, SignOnProblem> go_on(const Returned& returned,
                                                                      const SignOnAttempt& attempt, const From& from);

    std::vector<SignOnProvider> providers_;
    SignIn& sign_in_;
    const Clock& clock_;
    const secrets::SealingKey& key_;
    Options options_;
    std::map<std::string, OpenIdClient, std::less<>> clients_;
    std::atomic<int> waiting_{0};
    std::mutex mutex_;
    std::map<std::string, Clock::Time> used_; ///< states of attempts, until they are too old
};

} // namespace interregio::accounts
