#pragma once
// Accounts and what belongs to them, in the database. Internal to the module: nothing here asks who may.
// All take a connection inside a transaction; what changes something needs the write transaction.

#include "modules/accounts/session.h"
#include "platform/db/database.h"

#include <cstddef>
#include <vector>

namespace interregio::accounts::store {

using Bytes = std::vector<std::byte>;

// ---- accounts
[[nodiscard]] std::optional<Account> find(db::Connection& connection, Id<Account> id);
[[nodiscard]] std::optional<Account> find_by_email(db::Connection& connection, std::string_view email);
/// Of an organisation or of a person, by name; closed ones last.
[[nodiscard]] std::vector<Account> of_organisation(db::Connection& connection, Id<Organisation> organisation);
[[nodiscard]] std::vector<Account> of_person(db::Connection& connection, Id<Person> person);
[[nodiscard]] bool any_sealed(db::Connection& connection);
/// Without secrets and grants.
void add(db::Connection& connection, const Account& account);
/// Person, name, e-mail address, language, state, second factor, successor. `closed_at` is empty unless it is closed.
void change(db::Connection& connection, const Account& account, std::string_view closed_at);

// ---- secrets
[[nodiscard]] std::optional<Bytes> password(db::Connection& connection, Id<Account> id); ///< sealed
void set_password(db::Connection& connection, Id<Account> id, const std::optional<Bytes>& sealed);
struct Totp {
    Bytes sealed;
    std::optional<std::int64_t> last_step;
};
[[nodiscard]] std::optional<Totp> totp(db::Connection& connection, Id<Account> id);
void set_totp(db::Connection& connection, Id<Account> id, const std::optional<Totp>& totp);
[[nodiscard]] std::vector<std::string> recovery_codes(db::Connection& connection, Id<Account> id); ///< hashes, in order
void set_recovery_codes(db::Connection& connection, Id<Account> id, const std::vector<std::string>& hashes);

// ---- roles
void add_grant(db::Connection& connection, Id<Account> id, const Grant& grant, std::string_view at);
void end_grant(db::Connection& connection, const Uuid& grant, std::string_view at);
/// Whether there is one for that organisation that has not ended.
[[nodiscard]] bool any_grant_for(db::Connection& connection, Id<Organisation> organisation);

// ---- providers of sign-on
/// A person of a provider: `subject` is the value of `claim` in what `issuer` says.
struct OutsidePerson {
    std::string issuer;
    std::string claim;
    std::string subject;
};
[[nodiscard]] std::optional<Id<Account>> bound_account(db::Connection& connection, const OutsidePerson& person);
/// The account must not be bound to another person of this issuer.
void bind(db::Connection& connection, Id<Account> id, const OutsidePerson& person, const SignOnBinding& binding);
void unbind(db::Connection& connection, Id<Account> id, std::string_view issuer);
void unbind_all(db::Connection& connection, Id<Account> id);

// ---- links
struct Link {
    Id<Account> account;
    std::string expires_at;
};
[[nodiscard]] std::optional<Link> find_link(db::Connection& connection, const secrets::TokenHash& token);
/// In place of the one before.
void put_link(db::Connection& connection, Id<Account> id, const secrets::TokenHash& token, std::string_view made_at,
              std::string_view expires_at);
void remove_link(db::Connection& connection, Id<Account> id);

// ---- sessions
[[nodiscard]] std::optional<Session> find_session(db::Connection& connection, const secrets::TokenHash& token);
/// The one used last first.
[[nodiscard]] std::vector<Session> sessions_of(db::Connection& connection, Id<Account> id);
void put_session(db::Connection& connection, const Session& session, const secrets::TokenHash& token);
void touch_session(db::Connection& connection, const Uuid& session, Clock::Time seen_at);
void remove_session(db::Connection& connection, const Uuid& session);
/// All of an account, but one.
void remove_sessions(db::Connection& connection, Id<Account> id, const std::optional<Uuid>& but = std::nullopt);
/// Of all accounts: sessions, devices and links whose time is over; where events came from that are older than `old` (a
/// timestamp), and those events that belong to no account.
void forget_what_is_over(db::Connection& connection, Clock::Time now, std::string_view old);

/// When somebody signed in or out the last time before a time; empty when they never did.
[[nodiscard]] std::string last_visit(db::Connection& connection, Id<Account> id, std::string_view before);

// ---- drafts of the record's forms, which are the person's own (editing/drafts.h)
void remove_drafts(db::Connection& connection, Id<Account> id);

// ---- devices
[[nodiscard]] bool knows_device(db::Connection& connection, Id<Account> id, const secrets::TokenHash& token,
                                Clock::Time since);
void put_device(db::Connection& connection, Id<Account> id, const secrets::TokenHash& token, Clock::Time seen_at);
void remove_devices(db::Connection& connection, Id<Account> id);

// ---- events
void append(db::Connection& connection, const AccountEvent& event);
/// Of accounts of an organisation, the newest first; those with a number below `before`.
[[nodiscard]] std::vector<AccountEvent> events_of_organisation(db::Connection& connection,
                                                               Id<Organisation> organisation, std::int64_t before,
                                                               std::int64_t limit);
[[nodiscard]] std::vector<AccountEvent> events_of_account(db::Connection& connection, Id<Account> id,
                                                          std::int64_t limit);

} // namespace interregio::accounts::store
