#pragma once
// What can be asked of partnerships, agreements and the site. The module's door for reading; single records come from
// modules/record/records.h. As thread-safe as the connection, which must be inside a transaction.

#include "modules/partnerships/partnership.h"
#include "platform/db/database.h"

#include <optional>
#include <vector>

namespace interregio {

/// The site; nothing in an empty database.
[[nodiscard]] std::optional<Id<Site>> the_site(db::Connection& connection);
/// The languages of the site: in which records get an address. None in an empty database.
[[nodiscard]] std::vector<Language> site_languages(db::Connection& connection);

/// All partnerships, by key.
[[nodiscard]] std::vector<Id<Partnership>> all_partnerships(db::Connection& connection);
/// The partnerships of which an organisation is a party.
[[nodiscard]] std::vector<Id<Partnership>> partnerships_of(db::Connection& connection, Id<Organisation> organisation);
/// The partnerships that work on a field of action.
[[nodiscard]] std::vector<Id<Partnership>> partnerships_on(db::Connection& connection, Id<FieldOfAction> field);

/// The agreements of a partnership, the first signed first.
[[nodiscard]] std::vector<Id<Agreement>> agreements_of(db::Connection& connection, Id<Partnership> partnership);
/// The agreements that name a field of action.
[[nodiscard]] std::vector<Id<Agreement>> agreements_on(db::Connection& connection, Id<FieldOfAction> field);

/// All fields of action, by key.
[[nodiscard]] std::vector<Id<FieldOfAction>> all_fields(db::Connection& connection);

} // namespace interregio
