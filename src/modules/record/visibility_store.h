#pragma once
// Who may see a record and its entries in the journal, as it is stored. Internal to saving and loading.

#include "base/visibility.h"
#include "modules/journal/tree.h"
#include "platform/db/database.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio {

[[nodiscard]] Visibility load_visibility(db::Connection& connection, std::string_view record_id);
void store_visibility(db::Connection& connection, std::string_view record_id, const Visibility& visibility);

/// What of a tree (in the style of the journal) is not public: the path it stands at, empty for the record itself, and
/// the id of its scope.
using RestrictedPaths = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] RestrictedPaths restricted_paths(const Tree& record);

/// Restricts an entry to those who may see the record after the change (before it, when it was removed), and what the
/// entry says to those who may see it before and after, and each text that has changed.
void restrict_entry(db::Connection& connection, std::int64_t sequence, const Tree& change,
                    const RestrictedPaths& before, const RestrictedPaths& after, bool removed);

} // namespace interregio
