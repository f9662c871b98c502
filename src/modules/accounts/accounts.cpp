#include "modules/accounts/accounts.h"

#include "modules/accounts/account_store.h"
#include "modules/accounts/passkey_store.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/records.h"

#include <algorithm>
#include <limits>

namespace interregio::accounts {
namespace {

std::unexpected<Refusal> refused(std::string_view what, Refusal::Arguments arguments = {}) {
    return std::unexpected(Refusal{"refusal.account." + std::string(what), std::move(arguments)});
}

bool administers(const By& by, Id<Organisation> organisation) {
    return by.is_operator || by.actor.may(Role::administrator, organisation);
}

/// An account that the actor administers.
std::expected<Account, Refusal> administered(db::Connection& connection, const By& by, Id<Account> id) {
    auto account = store::find(connection, id);
    if (!account || !administers(by, account->organisation)) return refused("unknown");
    return std::move(*account);
}

/// The same, for what nobody does to themselves.
std::expected<Account, Refusal> administered_other(db::Connection& connection, const By& by, Id<Account> id) {
    auto account = administered(connection, by, id);
    if (account && by.actor.account() == id) return refused("own");
    if (account && account->state == AccountState::closed) return refused("not_active");
    return account;
}

bool is_administrator(const Account& account) {
    return std::ranges::any_of(account.grants, [&](const Grant& grant) {
        return grant.role == Role::administrator && grant.scope == Scope(account.organisation);
    });
}

/// Whether another account administers the organisation and can sign in.
bool has_other_administrator(db::Connection& connection, const Account& account) {
    return std::ranges::any_of(store::of_organisation(connection, account.organisation), [&](const Account& other) {
        return other.id != account.id && other.state == AccountState::active && other.has_way_in() &&
               is_administrator(other);
    });
}

/// The operator may leave an organisation without one, and make a new one.
bool would_leave_none(db::Connection& connection, const By& by, const Account& account) {
    return !by.is_operator && is_administrator(account) && !has_other_administrator(connection, account);
}

class Change {
  public:
    Change(db::Connection& connection, const By& by, const Clock& clock)
        : connection_(connection), by_(by), at_(timestamp(clock.now())) {}

    [[nodiscard]] const std::string& at() const { return at_; }
    void note(Event event, Id<Account> account, std::optional<Role> role = {}, std::optional<Scope> scope = {},
              std::optional<std::string> provider = {}) const {
        store::append(connection_, {.at = at_,
                                    .event = event,
                                    .account = account,
                                    .actor = by_.actor.account(),
                                    .role = role,
                                    .scope = scope,
                                    .address = by_.address,
                                    .provider = std::move(provider)});
    }
    void end_all_grants(const Account& account) const {
        for (const Grant& grant : account.grants) {
            store::end_grant(connection_, grant.id, at_);
            note(Event::role_ended, account.id, grant.role, grant.scope);
        }
    }
    /// What is personal goes: what remains is the name that the history shows.
    void empty(Account account) const {
        store::set_password(connection_, account.id, std::nullopt);
        store::set_totp(connection_, account.id, std::nullopt);
        store::set_recovery_codes(connection_, account.id, {});
        store::remove_passkeys(connection_, account.id);
        store::remove_sessions(connection_, account.id);
        store::remove_devices(connection_, account.id);
        store::remove_drafts(connection_, account.id);
        store::remove_link(connection_, account.id);
        store::unbind_all(connection_, account.id);
        account.email.reset();
        account.person.reset();
        account.state = AccountState::closed;
        store::change(connection_, account, at_);
    }

  private:
    db::Connection& connection_;
    const By& by_;
    std::string at_;
};

/// An address with which nobody signs in but perhaps `owner`.
std::expected<std::string, Refusal> free_email(db::Connection& connection, std::string_view typed,
                                               std::optional<Id<Account>> owner) {
    auto email = read_email(typed);
    if (!email) return email;
    const auto found = store::find_by_email(connection, *email);
    if (found && found->id != owner) return refused("email_taken", {{"found", *email}});
    return email;
}

Changed change_state(db::Connection& connection, const By& by, Id<Account> id, AccountState state, const Clock& clock) {
    auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    if (account->state == state) return {};
    const bool suspends = state == AccountState::suspended;
    if (suspends && would_leave_none(connection, by, *account)) return refused("last_administrator");
    const Change change(connection, by, clock);
    account->state = state;
    store::change(connection, *account, {});
    if (suspends) store::remove_sessions(connection, id);
    change.note(suspends ? Event::suspended : Event::resumed, id);
    return {};
}

} // namespace

db::Viewer viewer_of(db::Connection& connection, const Actor& actor) {
    if (!actor.signed_in()) return db::Viewer::anyone();
    std::vector<std::string> scopes;
    for (const Grant& grant : actor.grants()) {
        if (!covers(grant.role, Role::reader)) continue;
        scopes.push_back(std::visit([](const auto& id) { return id.text(); }, grant.scope));
        if (const auto* organisation = std::get_if<Id<Organisation>>(&grant.scope))
            for (const Id<Partnership>& partnership : partnerships_of(connection, *organisation))
                scopes.push_back(partnership.text());
    }
    return db::Viewer::member(std::move(scopes));
}

void note(db::Connection& connection, const By& by, Event event, const Scope& scope, const Clock& clock) {
    const Change change(connection, by, clock);
    change.note(event, by.actor.account().value(), {}, scope);
}

std::optional<Account> find_for(db::Connection& connection, const By& by, Id<Account> id) {
    auto account = store::find(connection, id);
    if (account && by.actor.account() != id && !administers(by, account->organisation)) return std::nullopt;
    return account;
}

std::vector<Account> accounts_for(db::Connection& connection, const By& by) {
    std::vector<Account> list;
    std::vector<Id<Organisation>> organisations;
    if (by.is_operator) {
        organisations = all_ids<Organisation>(connection);
    } else {
        for (const Grant& grant : by.actor.grants())
            if (const auto* organisation = std::get_if<Id<Organisation>>(&grant.scope);
                organisation != nullptr && grant.role == Role::administrator)
                organisations.push_back(*organisation);
    }
    for (const auto& organisation : organisations)
        for (Account& account : store::of_organisation(connection, organisation)) list.push_back(std::move(account));
    return list;
}

std::vector<AccountEvent> events_for(db::Connection& connection, const By& by, std::int64_t before,
                                     std::int64_t limit) {
    std::vector<AccountEvent> list;
    for (const Grant& grant : by.actor.grants()) {
        const auto* organisation = std::get_if<Id<Organisation>>(&grant.scope);
        if (organisation == nullptr || grant.role != Role::administrator) continue;
        const auto from = before == 0 ? std::numeric_limits<std::int64_t>::max() : before;
        for (AccountEvent& event : store::events_of_organisation(connection, *organisation, from, limit))
            list.push_back(std::move(event));
    }
    std::ranges::sort(list, std::greater(), &AccountEvent::sequence);
    if (std::ssize(list) > limit) list.resize(static_cast<std::size_t>(limit));
    return list;
}

bool account_refers_to(db::Connection& connection, RecordKind kind, const Uuid& id) {
    if (kind == RecordKind::person) return !store::of_person(connection, Id<Person>(id)).empty();
    if (kind == RecordKind::organisation) return !store::of_organisation(connection, Id<Organisation>(id)).empty();
    return false;
}

bool anybody_acts_for(db::Connection& connection, Id<Organisation> organisation) {
    return store::any_grant_for(connection, organisation);
}

bool has_sealed_secrets(db::Connection& connection) { return store::any_sealed(connection); }

std::string last_visit_before(db::Connection& connection, const Session& session) {
    return store::last_visit(connection, session.account, timestamp(session.began_at));
}

std::string name_of_account(db::Connection& connection, Id<Account> id) {
    const auto account = store::find(connection, id);
    return account ? account->name : std::string();
}

std::vector<Scope> grantable_scopes(db::Connection& connection, const By& by, Id<Organisation> organisation) {
    if (!administers(by, organisation)) return {};
    std::vector<Scope> scopes{organisation};
    for (const auto& partnership : partnerships_of(connection, organisation)) scopes.emplace_back(partnership);
    return scopes;
}

std::expected<Invited, Refusal> invite(db::Connection& connection, const By& by, const Invitation& invitation,
                                       const Clock& clock) {
    if (!administers(by, invitation.organisation)) return refused("not_allowed");
    if (!key_of_id(connection, RecordKind::organisation, invitation.organisation.uuid()))
        return refused("no_organisation");
    const auto person = find(connection, invitation.person);
    if (!person) return refused("no_person");
    auto email = free_email(connection, invitation.email, {});
    if (!email) return std::unexpected(std::move(email.error()));
    for (const Account& other : store::of_person(connection, person->id))
        if (other.organisation == invitation.organisation && other.state != AccountState::closed)
            return refused("exists", {{"name", other.name}});
    const auto scopes = grantable_scopes(connection, by, invitation.organisation);
    for (const auto& [role, scope] : invitation.roles)
        if (std::ranges::find(scopes, scope) == scopes.end()) return refused("scope");

    const Change change(connection, by, clock);
    Account account;
    account.id = Id<Account>(Uuid::make(clock));
    account.person = person->id;
    account.organisation = invitation.organisation;
    account.name = person->full_name();
    account.email = std::move(*email);
    account.language = invitation.language;
    account.second_factor = invitation.second_factor;
    account.made_at = change.at();
    store::add(connection, account);
    change.note(Event::invited, account.id);
    for (const auto& [role, scope] : invitation.roles) {
        store::add_grant(connection, account.id, {Uuid::make(clock), role, scope}, change.at());
        change.note(Event::role_granted, account.id, role, scope);
    }
    auto link = secrets::Token::random();
    store::put_link(connection, account.id, link.hash(secrets::TokenPurpose::one_time_link), change.at(),
                    timestamp(clock.now() + link_lifetime));
    return Invited{account.id, std::move(link)};
}

std::expected<secrets::Token, Refusal> renew_link(db::Connection& connection, const By& by, Id<Account> id,
                                                  const Clock& clock) {
    const auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    if (account->state != AccountState::active) return refused("not_active");
    const Change change(connection, by, clock);
    auto link = secrets::Token::random();
    store::put_link(connection, id, link.hash(secrets::TokenPurpose::one_time_link), change.at(),
                    timestamp(clock.now() + link_lifetime));
    change.note(Event::link_renewed, id);
    return link;
}

Changed suspend(db::Connection& connection, const By& by, Id<Account> id, const Clock& clock) {
    return change_state(connection, by, id, AccountState::suspended, clock);
}

Changed resume(db::Connection& connection, const By& by, Id<Account> id, const Clock& clock) {
    return change_state(connection, by, id, AccountState::active, clock);
}

Changed change_email(db::Connection& connection, const By& by, Id<Account> id, std::string_view typed,
                     const Clock& clock) {
    auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    auto email = free_email(connection, typed, id);
    if (!email) return std::unexpected(std::move(email.error()));
    if (account->email == *email) return {};
    account->email = std::move(*email);
    store::change(connection, *account, {});
    Change(connection, by, clock).note(Event::email_changed, id);
    return {};
}

Changed close(db::Connection& connection, const By& by, Id<Account> id, const Clock& clock) {
    const auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    if (would_leave_none(connection, by, *account)) return refused("last_administrator");
    const Change change(connection, by, clock);
    change.end_all_grants(*account);
    change.empty(*account);
    change.note(Event::closed, id);
    return {};
}

Changed hand_over(db::Connection& connection, const By& by, Id<Account> id, Id<Account> successor, const Clock& clock) {
    auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    const auto next = store::find(connection, successor);
    if (!next || next->id == id || next->organisation != account->organisation || next->state != AccountState::active)
        return refused("successor");
    const Change change(connection, by, clock);
    for (const Grant& grant : account->grants) {
        const bool had = std::ranges::any_of(
            next->grants, [&](const Grant& own) { return own.role == grant.role && own.scope == grant.scope; });
        if (had) continue;
        store::add_grant(connection, successor, {Uuid::make(clock), grant.role, grant.scope}, change.at());
        change.note(Event::role_granted, successor, grant.role, grant.scope);
    }
    change.end_all_grants(*account);
    account->successor = successor;
    change.empty(*account);
    change.note(Event::handed_over, id);
    // Who gets rights signs in anew with them.
    store::remove_sessions(connection, successor);
    return {};
}

Changed grant(db::Connection& connection, const By& by, Id<Account> id, Role role, const Scope& scope,
              const Clock& clock) {
    const auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    const auto scopes = grantable_scopes(connection, by, account->organisation);
    if (std::ranges::find(scopes, scope) == scopes.end()) return refused("scope");
    for (const Grant& own : account->grants)
        if (own.role == role && own.scope == scope) return refused("granted");
    const Change change(connection, by, clock);
    store::add_grant(connection, id, {Uuid::make(clock), role, scope}, change.at());
    store::remove_sessions(connection, id);
    change.note(Event::role_granted, id, role, scope);
    return {};
}

Changed end_grant(db::Connection& connection, const By& by, Id<Account> id, const Uuid& grant, const Clock& clock) {
    const auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    const auto found = std::ranges::find(account->grants, grant, &Grant::id);
    if (found == account->grants.end()) return refused("unknown");
    const bool as_administrator = found->role == Role::administrator && found->scope == Scope(account->organisation);
    if (as_administrator && would_leave_none(connection, by, *account)) return refused("last_administrator");
    const Change change(connection, by, clock);
    store::end_grant(connection, grant, change.at());
    store::remove_sessions(connection, id);
    change.note(Event::role_ended, id, found->role, found->scope);
    return {};
}

Changed remove_sign_on(db::Connection& connection, const By& by, Id<Account> id, std::string_view issuer,
                       const Clock& clock) {
    const auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    const auto found = std::ranges::find(account->sign_ons, issuer, &SignOnBinding::issuer);
    if (found == account->sign_ons.end()) return refused("unknown");
    if (would_leave_none(connection, by, *account)) return refused("last_administrator");
    const Change change(connection, by, clock);
    store::unbind(connection, id, issuer);
    change.note(Event::sign_on_removed, id, {}, {}, found->provider);
    for (const Grant& grant : account->grants)
        if (grant.provider == found->provider) {
            store::end_grant(connection, grant.id, change.at());
            change.note(Event::role_ended, id, grant.role, grant.scope);
        }
    store::remove_sessions(connection, id);
    return {};
}

Changed demand_second_factor(db::Connection& connection, const By& by, Id<Account> id, SecondFactor second_factor,
                             const Clock& clock) {
    auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    if (account->second_factor == second_factor) return {};
    const Change change(connection, by, clock);
    account->second_factor = second_factor;
    store::change(connection, *account, {});
    const bool demanded = second_factor == SecondFactor::demanded;
    // Also of those who have a passkey: the password may have been all that was asked for.
    if (demanded && !account->has_totp) store::remove_sessions(connection, id);
    change.note(demanded ? Event::second_factor_demanded : Event::second_factor_allowed, id);
    return {};
}

Changed remove_second_factor(db::Connection& connection, const By& by, Id<Account> id, const Clock& clock) {
    const auto account = administered_other(connection, by, id);
    if (!account) return std::unexpected(account.error());
    const Change change(connection, by, clock);
    store::set_totp(connection, id, std::nullopt);
    store::set_recovery_codes(connection, id, {});
    store::remove_passkeys(connection, id);
    store::remove_sessions(connection, id);
    if (account->has_totp || account->passkeys == 0) change.note(Event::second_factor_removed, id);
    if (account->passkeys > 0) change.note(Event::passkey_removed, id);
    return {};
}

} // namespace interregio::accounts
