#pragma once
// What has been changed, field by field, in words: for the history and for what is proposed.

#include "modules/editing/history.h"
#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// Texts word by word, values as "about 60 → 49".
[[nodiscard]] html::Node changes_list(const View& view, const std::vector<editing::FieldChange>& changes);

} // namespace interregio::workspace::web
