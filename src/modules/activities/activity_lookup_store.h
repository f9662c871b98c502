#pragma once
// Small questions to the tables of activities. Internal to the module.

#include "platform/db/database.h"

#include <string_view>

namespace interregio {

[[nodiscard]] bool any_of_kind(db::Connection& connection, std::string_view kind);
[[nodiscard]] bool any_of_status(db::Connection& connection, std::string_view status);

} // namespace interregio
