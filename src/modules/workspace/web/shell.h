#pragma once
// What stands round every page of the workspace: header with languages, navigation, own name and the way out.

#include "modules/workspace/web/workspace.h"

namespace interregio::workspace::web {

/// The whole document.
[[nodiscard]] std::string workspace_document(const Call& call, const WorkspaceParts& parts);

} // namespace interregio::workspace::web
