#pragma once
// Whether a picture is there already.

#include "base/id.h"
#include "platform/db/database.h"

#include <string_view>
#include <vector>

namespace interregio {

/// The images whose file has this hash, as far as the connection sees them, the oldest first.
[[nodiscard]] std::vector<Uuid> images_with_file(db::Connection& connection, std::string_view hash);

} // namespace interregio
