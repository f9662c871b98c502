#pragma once

#include "platform/yaml/node.h"

namespace interregio {

/// Where the node at a path such as "participants[0].number" stands, or the nearest one above it that is there.
[[nodiscard]] yaml::Mark mark_at(const yaml::Node& root, std::string_view path);

} // namespace interregio
