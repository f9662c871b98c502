#pragma once
// The key of a record that is made in a form. Internal to the module.

#include "modules/record/records.h"

namespace interregio::editing {

/// Made from what it is called, with a number behind where another record of the kind has that key.
[[nodiscard]] std::string new_key(db::Connection& connection, RecordKind kind, std::string_view name,
                                  Language language);

} // namespace interregio::editing
