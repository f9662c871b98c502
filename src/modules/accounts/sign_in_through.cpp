// Signing in through a provider of sign-on: which account it is, and the roles that come from there.
#include "modules/accounts/account_store.h"
#include "modules/accounts/sign_in.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

store::OutsidePerson outside_person(const SignOnProvider& provider, const Identity& identity) {
    return {provider.issuer, provider.account_claim, identity.subject};
}

bool may_sign_in(const Account& account, const SignOnProvider& provider) {
    return account.state == AccountState::active && account.organisation == provider.organisation;
}

bool is_bound(const Account& account, const SignOnProvider& provider) {
    return std::ranges::find(account.sign_ons, provider.issuer, &SignOnBinding::issuer) != account.sign_ons.end();
}

} // namespace

std::optional<Account> SignIn::account_of(db::Connection& connection, const SignOnProvider& provider,
                                          const Identity& identity, const From& from) const {
    const auto person = outside_person(provider, identity);
    if (const auto id = store::bound_account(connection, person)) {
        auto account = store::find(connection, *id);
        return account && may_sign_in(*account, provider) ? account : std::nullopt;
    }
    auto account = identity.email ? store::find_by_email(connection, *identity.email) : std::nullopt;
    if (!account || !may_sign_in(*account, provider) || is_bound(*account, provider)) return std::nullopt;
    const std::string at = timestamp(clock_.now());
    account->sign_ons.push_back({provider.key, provider.issuer, identity.subject, at});
    store::bind(connection, account->id, person, account->sign_ons.back());
    store::append(connection, {.at = at,
                               .event = Event::sign_on_bound,
                               .account = account->id,
                               .actor = account->id,
                               .address = from.address,
                               .provider = provider.key});
    return account;
}

bool SignIn::take_roles(db::Connection& connection, const SignOnProvider& provider, const Identity& identity,
                        const Account& account, const From& from) const {
    const std::string at = timestamp(clock_.now());
    bool changed = false;
    const auto note_role = [&](Event event, Role role) {
        changed = true;
        store::append(connection, {.at = at,
                                   .event = event,
                                   .account = account.id,
                                   .actor = account.id,
                                   .role = role,
                                   .scope = provider.organisation,
                                   .address = from.address,
                                   .provider = provider.key});
    };
    const Scope scope(provider.organisation);
    for (const Grant& grant : account.grants)
        if (grant.provider == provider.key && std::ranges::count(identity.roles, grant.role) == 0) {
            store::end_grant(connection, grant.id, at);
            note_role(Event::role_ended_through, grant.role);
        }
    for (const Role role : identity.roles) {
        const bool has = std::ranges::any_of(
            account.grants, [&](const Grant& grant) { return grant.role == role && grant.scope == scope; });
        if (has) continue;
        store::add_grant(connection, account.id, {Uuid::make(clock_), role, scope, provider.key}, at);
        note_role(Event::role_granted_through, role);
    }
    return changed;
}

std::expected<Begun, SignOnProblem> SignIn::with_identity(const SignOnProvider& provider, const Identity& identity,
                                                          const From& from) {
    auto begun = database_.write([&](db::Connection& connection) -> std::expected<Begun, Refusal> {
        const auto account = account_of(connection, provider, identity, from);
        if (!account) return std::unexpected(Refusal{"refusal.account.unknown", {}});
        // Who gets other rights signs in anew with them.
        if (take_roles(connection, provider, identity, *account, from)) store::remove_sessions(connection, account->id);
        Session session;
        session.id = Uuid::make(clock_);
        session.account = account->id;
        session.began_at = clock_.now();
        session.stage = identity.second_factor ? Stage::whole : stage_after_first_factor(*account);
        session.through = provider.key;
        if (session.stage == Stage::whole)
            store::append(connection, {.at = timestamp(clock_.now()),
                                       .event = Event::signed_in_through,
                                       .account = account->id,
                                       .actor = account->id,
                                       .address = from.address,
                                       .provider = provider.key});
        // With the sign-on of an office one is often not asked at all: that shows nothing about who sits there.
        const auto shown_at = std::min(identity.shown_at.value_or(Clock::Time{}), clock_.now());
        return begin(connection, *account, session, from, shown_at);
    });
    if (begun) return std::move(*begun);
    database_.write([&](db::Connection& connection) {
        const auto id = store::bound_account(connection, outside_person(provider, identity));
        const auto known = id               ? std::nullopt
                           : identity.email ? store::find_by_email(connection, *identity.email)
                                            : std::nullopt;
        // In the audit view of another organisation, it would say who tries to sign in elsewhere.
        const bool ours = known && known->organisation == provider.organisation;
        store::append(connection, {.at = timestamp(clock_.now()),
                                   .event = Event::sign_in_failed,
                                   .account = ours ? std::optional(known->id) : id,
                                   .address = from.address,
                                   .provider = provider.key});
    });
    return std::unexpected(SignOnProblem::no_account);
}

std::expected<Begun, SignOnProblem> SignIn::prove_through(const Visit& visit, const SignOnProvider& provider,
                                                          const Identity& identity, const From& from) {
    auto begun = database_.write([&](db::Connection& connection) -> std::expected<Begun, Refusal> {
        const auto id = store::bound_account(connection, outside_person(provider, identity));
        const bool same = id == visit.account.id && may_sign_in(visit.account, provider);
        if (!same || visit.session.stage != Stage::whole || !still_good(connection, visit))
            return std::unexpected(Refusal{"refusal.account.unknown", {}});
        return begin(connection, visit.account, visit.session, from);
    });
    if (begun) return std::move(*begun);
    return std::unexpected(SignOnProblem::not_again);
}

} // namespace interregio::accounts
