#pragma once
// Who may do what with a record. A record belongs to scopes: what is not public to the one it is visible to;
// activities, series, agreements and partnerships to their partnership; a party to itself, or to its partnerships as
// long as nobody has a role for it. What all partners use together (places, people, sources, pictures, fields of
// action, other organisations, the site) belongs to everybody who keeps the record. A role for a party covers its
// partnerships. Editors change what is not public yet, publishers also what is.

#include "modules/accounts/account.h"
#include "modules/kinds/kinds.h"
#include "platform/db/database.h"

#include <vector>

namespace interregio::editing {

struct Belonging {
    enum class To { all, scopes } to = To::all;
    std::vector<Scope> scopes{};
};

/// `connection` sees everything.
template <Record T> [[nodiscard]] Belonging belonging_of(db::Connection& connection, const T& record);
/// Of something that only a scope may see, with the parties where that is a partnership.
[[nodiscard]] Belonging belonging_of_scope(db::Connection& connection, const Scope& scope);

[[nodiscard]] bool may(const accounts::Actor& actor, accounts::Role need, const Belonging& belonging);

/// What somebody has to be to change a record that these may see.
[[nodiscard]] accounts::Role role_to_change(const Visibility& visibility);

/// Where somebody may keep what is not public: the own organisation first, then partnerships.
[[nodiscard]] std::vector<Scope> scopes_for_drafts(db::Connection& connection, const accounts::Actor& actor);

} // namespace interregio::editing
