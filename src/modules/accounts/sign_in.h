#pragma once
// Signing in and out, passwords, second factors, sessions. Made once for a server; safe from any thread. What hashes
// (marked "slow": tens of milliseconds) is to be called off the event loop. Each operation is one transaction of its
// own, which writes its event (accounts.h).
//
// Nothing tells a stranger whether an account exists: a wrong name, a wrong password and a suspended account give the
// same refusal after the same work (CWE-204, CWE-208; OWASP WSTG-IDNT-04).

#include "modules/accounts/session.h"
#include "modules/accounts/sign_in_throttle.h"
#include "modules/accounts/sign_on_problem.h"
#include "modules/accounts/sign_on_provider.h"
#include "platform/db/database.h"
#include "platform/secrets/password.h"
#include "platform/secrets/sealed.h"

#include <expected>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

namespace interregio::accounts {

/// Where an attempt comes from.
struct From {
    std::string address;
    std::string browser;                    ///< the header User-Agent; cut and cleaned here
    std::optional<secrets::Token> device{}; ///< what the browser keeps since it signed in before
};

/// A session that has just begun or risen: the browser gets a new token each time (ASVS 4.0.3, 3.2.1).
struct Begun {
    secrets::Token session;
    std::optional<secrets::Token> device; ///< to be kept by the browser; once the session is whole
    Stage stage = Stage::whole;
    Language language;
};

/// Somebody with a session.
struct Visit {
    Session session;
    Account account;
};

class SignIn {
  public:
    /// All must outlive it.
    SignIn(db::Database& database, const Clock& clock, const secrets::SealingKey& key);

    // ---- signing in
    /// Slow. Refusals: refusal.sign_in.wrong, refusal.sign_in.wait {seconds}.
    [[nodiscard]] std::expected<Begun, Refusal> with_password(std::string_view email, std::string_view password,
                                                              const From& from);
    /// A code of the app or a recovery code, for a session that waits for it. Slow. Refusals:
    /// refusal.sign_in.wrong_code, .wait, and .session when there is no such session any more.
    [[nodiscard]] std::expected<Begun, Refusal> with_code(const secrets::Token& session, std::string_view typed,
                                                          const From& from);

    // ---- through a provider of sign-on (sign_on.h), which has said who it is
    /// Signs in the account that is bound to this person of the provider, or binds the one of the provider's
    /// organisation that has this e-mail address and is bound to nobody of this provider. Grants and ends the roles
    /// that come from the provider. A second factor is asked for unless it was shown there. SignOnProblem::no_account.
    [[nodiscard]] std::expected<Begun, SignOnProblem> with_identity(const SignOnProvider& provider,
                                                                    const Identity& identity, const From& from);
    /// Shows again who it is: somebody whose account is bound already. SignOnProblem::not_again.
    [[nodiscard]] std::expected<Begun, SignOnProblem> prove_through(const Visit& visit, const SignOnProvider& provider,
                                                                    const Identity& identity, const From& from);

    // ---- sessions
    /// Where it is noted that a session was used: on the event loop only in memory, where a write would hold others up.
    /// After a restart, what was only in memory is forgotten.
    enum class Noting { memory, database };
    /// The session of a token and its account, if both are still good.
    [[nodiscard]] std::optional<Visit> visit(const secrets::Token& session, Noting noting = Noting::memory);
    void sign_out(const secrets::Token& session, const From& from);
    [[nodiscard]] std::vector<Session> sessions_of(Id<Account> account);
    /// One of one's own; nothing happens for any other.
    void end_session(const Visit& visit, const Uuid& session, const From& from);
    /// All of one's own but this one.
    void end_other_sessions(const Visit& visit, const From& from);
    /// Shows again who it is, before what is dangerous. Slow. Refusals as with_password(): a new token.
    [[nodiscard]] std::expected<Begun, Refusal> prove(const Visit& visit, std::string_view password, const From& from);

    // ---- passwords
    /// Whose link that is, while it can be used.
    [[nodiscard]] std::optional<Account> account_of_link(const secrets::Token& link);
    /// Uses up a link. Slow. Refusals: those of Password::choose(), refusal.password.repeated when both differ,
    /// refusal.account.link when it can be used no more. Ends all sessions.
    [[nodiscard]] std::expected<void, Refusal> set_password(const secrets::Token& link, std::string_view password,
                                                            std::string_view repeated, const From& from);
    /// Slow. Refusals as set_password() and prove(). Ends all other sessions.
    [[nodiscard]] std::expected<Begun, Refusal> change_password(const Visit& visit, std::string_view current,
                                                                std::string_view password, std::string_view repeated,
                                                                const From& from);

    // ---- second factor
    /// A secret for an app: as it is shown, and sealed as it travels through the form until the first code is typed.
    struct Enrolment {
        std::string secret;  ///< base 32, to be typed
        std::string address; ///< otpauth://…, to be read as a QR code
        std::string sealed;  ///< base64url, for a hidden field
    };
    [[nodiscard]] Enrolment begin_totp(const Account& account, std::string_view site) const;
    /// The same again, after a wrong code; nothing when the field was not made for this account.
    [[nodiscard]] std::optional<Enrolment> continue_totp(const Account& account, std::string_view site,
                                                         std::string_view sealed) const;
    /// Takes the secret when the code is right, and gives recovery codes, which are shown this once. Slow. Ends all
    /// other sessions. Refusals: refusal.sign_in.wrong_code, .session.
    struct Enrolled {
        Begun begun;
        std::vector<std::string> recovery_codes;
    };
    [[nodiscard]] std::expected<Enrolled, Refusal> set_totp(const Visit& visit, std::string_view sealed,
                                                            std::string_view typed, const From& from);
    /// Slow: new codes in place of those that there are.
    [[nodiscard]] std::vector<std::string> new_recovery_codes(const Visit& visit, const From& from);
    /// Refused with refusal.account.second_factor_demanded where an administrator demands one and there is no passkey.
    [[nodiscard]] std::expected<void, Refusal> remove_totp(const Visit& visit, const From& from);
    [[nodiscard]] std::size_t recovery_codes_left(Id<Account> account);

    // ---- profile
    void set_language(const Visit& visit, Language language, const From& from);

  private:
    friend class Passkeys; ///< begins sessions, too
    [[nodiscard]] static Stage stage_after_first_factor(const Account& account);
    static std::expected<void, Refusal> begin_attempt(SignInThrottle& throttle, const Attempt& attempt);
    /// Whether nobody has ended the session or the account since it was looked at.
    [[nodiscard]] static bool still_good(db::Connection& connection, const Visit& visit);
    [[nodiscard]] bool password_is_right(const std::optional<Account>& account, std::string_view typed);
    /// As it is stored. Slow.
    [[nodiscard]] std::vector<std::byte> sealed_password(const Account& account, const secrets::Password& password);
    /// Who it is was shown now, unless `proved_at` says when.
    Begun begin(db::Connection& connection, const Account& account, Session session, const From& from,
                std::optional<Clock::Time> proved_at = std::nullopt);
    [[nodiscard]] std::optional<Account> account_of(db::Connection& connection, const SignOnProvider& provider,
                                                    const Identity& identity, const From& from) const;
    /// Whether any role has been granted or ended.
    [[nodiscard]] bool take_roles(db::Connection& connection, const SignOnProvider& provider, const Identity& identity,
                                  const Account& account, const From& from) const;
    Clock::Time seen(const Session& session);
    void note_seen(const Session& session, Clock::Time now);
    void note(db::Connection& connection, Event event, std::optional<Id<Account>> account,
              std::optional<Id<Account>> actor, const From& from) const;
    [[nodiscard]] std::vector<std::string> words_of(db::Connection& connection, const Account& account) const;

    db::Database& database_;
    const Clock& clock_;
    const secrets::SealingKey& key_;
    std::mutex hashing_; ///< held while a password is hashed: pages go before signing in (docs/adr/0026)
    std::mutex seen_mutex_;
    std::unordered_map<Uuid, Clock::Time> seen_; ///< when each session was last used
    SignInThrottle passwords_;
    SignInThrottle codes_; ///< of its own, so that a password that is right takes back no failures of codes
};

} // namespace interregio::accounts
