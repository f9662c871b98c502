#pragma once
// Looking after accounts: who is invited, what they may, when it ends. The module's door for administrators; signing in
// is in sign_in.h. Every operation takes who does it and refuses what that person may not:
//   refusal.account.unknown        there is no such account, or none that the actor may know of
//   refusal.account.not_allowed    the actor's role does not cover it
//   refusal.account.not_active     the account is suspended or closed
// All take a connection inside a transaction, and the write transaction where they change something; each change has
// its event in the same transaction.

#include "modules/accounts/session.h"
#include "platform/db/database.h"

#include <expected>
#include <vector>

namespace interregio::accounts {

/// Who does something, from where.
struct By {
    Actor actor = Actor::anyone();
    std::string address; ///< of the client
    /// The person who runs the server, at the command line: may what administrators of any organisation may.
    bool is_operator = false;
    [[nodiscard]] static By operator_of_server() { return {Actor::anyone(), {}, true}; }
};

/// An account as somebody may see it: their own, or one of an organisation that they administer.
[[nodiscard]] std::optional<Account> find_for(db::Connection& connection, const By& by, Id<Account> id);
/// Accounts of the organisations that somebody administers, organisation by organisation; closed ones last.
[[nodiscard]] std::vector<Account> accounts_for(db::Connection& connection, const By& by);
/// What happened to those accounts, the newest first; `before` 0 for the newest of all.
[[nodiscard]] std::vector<AccountEvent> events_for(db::Connection& connection, const By& by, std::int64_t before,
                                                   std::int64_t limit);
/// Whether an account that is not closed is of that person, or any is of that organisation: the record keeps them then.
[[nodiscard]] bool account_refers_to(db::Connection& connection, RecordKind kind, const Uuid& id);
/// Whether somebody has a role for that organisation.
[[nodiscard]] bool anybody_acts_for(db::Connection& connection, Id<Organisation> organisation);
/// Whether any account has a secret that was encrypted with the key of the server.
[[nodiscard]] bool has_sealed_secrets(db::Connection& connection);
/// What somebody may see of the record: what belongs to an organisation for which they have a role, or to a partnership
/// for which they, or that organisation as a party, have one. On a connection that sees everything.
[[nodiscard]] db::Viewer viewer_of(db::Connection& connection, const Actor& actor);
/// When somebody was there the last time before a session of theirs began: signed in or out then. Empty for the first.
[[nodiscard]] std::string last_visit_before(db::Connection& connection, const Session& session);
/// The name of an account, also of a closed one: for the history. Empty when there is none.
[[nodiscard]] std::string name_of_account(db::Connection& connection, Id<Account> id);

/// Notes what somebody did for a scope that is not about an account, with their own account. `by` must have one.
void note(db::Connection& connection, const By& by, Event event, const Scope& scope, const Clock& clock);

/// The scopes for which `by` may give roles to people of an organisation: the organisation itself, and the partnerships
/// that it is a party to.
[[nodiscard]] std::vector<Scope> grantable_scopes(db::Connection& connection, const By& by,
                                                  Id<Organisation> organisation);

struct Invitation {
    Id<Person> person;
    Id<Organisation> organisation;
    std::string email; ///< as typed
    Language language;
    SecondFactor second_factor = SecondFactor::allowed;
    std::vector<std::pair<Role, Scope>> roles;
};
struct Invited {
    Id<Account> account;
    secrets::Token link; ///< to be handed over; only its hash is stored
};
/// Makes an account without a password and a link to set one. Further refusals: refusal.account.email,
/// .email_taken {found}, .no_person, .no_organisation, .exists (the person has an open account there), .scope.
[[nodiscard]] std::expected<Invited, Refusal> invite(db::Connection& connection, const By& by,
                                                     const Invitation& invitation, const Clock& clock);
/// A new link in place of the one before; the password goes on until the link is used. Not for oneself
/// (refusal.account.own): that would be a new password without the one before.
[[nodiscard]] std::expected<secrets::Token, Refusal> renew_link(db::Connection& connection, const By& by,
                                                                Id<Account> id, const Clock& clock);

// What changes an account that there is. Nobody does these to themselves (refusal.account.own), and an organisation
// keeps an administrator who can sign in (refusal.account.last_administrator).
using Changed = std::expected<void, Refusal>;
[[nodiscard]] Changed suspend(db::Connection& connection, const By& by, Id<Account> id, const Clock& clock);
[[nodiscard]] Changed resume(db::Connection& connection, const By& by, Id<Account> id, const Clock& clock);
/// Another address to sign in with, `typed` as somebody types it; sessions and secrets stay. refusal.account.email
/// {found} and .email_taken {found}.
[[nodiscard]] Changed change_email(db::Connection& connection, const By& by, Id<Account> id, std::string_view typed,
                                   const Clock& clock);
/// For ever: secrets, passkeys, e-mail address, sessions and roles go; name and history stay.
[[nodiscard]] Changed close(db::Connection& connection, const By& by, Id<Account> id, const Clock& clock);
/// Closes an account and gives its roles to another one of the same organisation. refusal.account.successor for any
/// other.
[[nodiscard]] Changed hand_over(db::Connection& connection, const By& by, Id<Account> id, Id<Account> successor,
                                const Clock& clock);
/// refusal.account.scope for what is not in grantable_scopes(), .granted for what the account has.
[[nodiscard]] Changed grant(db::Connection& connection, const By& by, Id<Account> id, Role role, const Scope& scope,
                            const Clock& clock);
[[nodiscard]] Changed end_grant(db::Connection& connection, const By& by, Id<Account> id, const Uuid& grant,
                                const Clock& clock);
/// The person of a provider is this account no more; the roles that came from there end, and all sessions. The next
/// time they sign in there, the account is found by its e-mail address again. refusal.account.unknown when there is no
/// such binding.
[[nodiscard]] Changed remove_sign_on(db::Connection& connection, const By& by, Id<Account> id, std::string_view issuer,
                                     const Clock& clock);
/// Demanding it ends sessions of those who have no app: they set one up, or a passkey, or use theirs, when they sign in
/// the next time.
[[nodiscard]] Changed demand_second_factor(db::Connection& connection, const By& by, Id<Account> id,
                                           SecondFactor second_factor, const Clock& clock);
/// For those who have lost theirs: app, recovery codes and all passkeys; ends their sessions.
[[nodiscard]] Changed remove_second_factor(db::Connection& connection, const By& by, Id<Account> id,
                                           const Clock& clock);

} // namespace interregio::accounts
