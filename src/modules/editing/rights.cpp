#include "modules/editing/rights.h"

#include "modules/accounts/accounts.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::editing {

using accounts::Actor;
using accounts::Role;

Belonging belonging_of_scope(db::Connection& connection, const Scope& scope) {
    Belonging belonging{Belonging::To::scopes, {scope}};
    if (const auto* partnership = std::get_if<Id<Partnership>>(&scope))
        if (const auto found = find(connection, *partnership))
            belonging.scopes.insert(belonging.scopes.end(), found->parties.begin(), found->parties.end());
    return belonging;
}

namespace {

Belonging belonging_to(db::Connection& connection, const std::vector<Id<Partnership>>& partnerships) {
    Belonging all{Belonging::To::scopes, {}};
    for (const auto& partnership : partnerships)
        for (const Scope& scope : belonging_of_scope(connection, partnership).scopes) all.scopes.push_back(scope);
    return all;
}

} // namespace

template <Record T> Belonging belonging_of(db::Connection& connection, const T& record) {
    if (!record.visible_to.is_public()) return belonging_of_scope(connection, *record.visible_to.only);
    if constexpr (requires { record.partnerships; }) {
        return belonging_to(connection, record.partnerships);
    } else if constexpr (std::is_same_v<T, Agreement>) {
        return belonging_to(connection, {record.partnership});
    } else if constexpr (std::is_same_v<T, Partnership>) {
        return belonging_to(connection, {record.id});
    } else if constexpr (std::is_same_v<T, Organisation>) {
        const auto partnerships = partnerships_of(connection, record.id);
        if (partnerships.empty()) return {};
        if (accounts::anybody_acts_for(connection, record.id)) return {Belonging::To::scopes, {Scope(record.id)}};
        return belonging_to(connection, partnerships);
    }
    return {};
}

template Belonging belonging_of(db::Connection&, const Site&);
template Belonging belonging_of(db::Connection&, const Place&);
template Belonging belonging_of(db::Connection&, const Source&);
template Belonging belonging_of(db::Connection&, const Organisation&);
template Belonging belonging_of(db::Connection&, const Person&);
template Belonging belonging_of(db::Connection&, const Image&);
template Belonging belonging_of(db::Connection&, const Document&);
template Belonging belonging_of(db::Connection&, const FieldOfAction&);
template Belonging belonging_of(db::Connection&, const Partnership&);
template Belonging belonging_of(db::Connection&, const Series&);
template Belonging belonging_of(db::Connection&, const Agreement&);
template Belonging belonging_of(db::Connection&, const Activity&);

bool may(const Actor& actor, Role need, const Belonging& belonging) {
    if (belonging.to == Belonging::To::all) return actor.may_anywhere(need);
    return std::ranges::any_of(belonging.scopes, [&](const Scope& scope) { return actor.may(need, scope); });
}

Role role_to_change(const Visibility& visibility) { return visibility.is_public() ? Role::publisher : Role::editor; }

std::vector<Scope> scopes_for_drafts(db::Connection& connection, const Actor& actor) {
    std::vector<Scope> scopes;
    const auto add = [&](const Scope& scope) {
        if (std::ranges::find(scopes, scope) == scopes.end()) scopes.push_back(scope);
    };
    const auto edits = [](const accounts::Grant& grant) { return accounts::covers(grant.role, Role::editor); };
    for (const accounts::Grant& grant : actor.grants())
        if (edits(grant) && std::holds_alternative<Id<Organisation>>(grant.scope)) add(grant.scope);
    for (const accounts::Grant& grant : actor.grants()) {
        if (!edits(grant)) continue;
        if (const auto* party = std::get_if<Id<Organisation>>(&grant.scope))
            for (const auto& partnership : partnerships_of(connection, *party)) add(partnership);
        else
            add(grant.scope);
    }
    return scopes;
}

} // namespace interregio::editing
