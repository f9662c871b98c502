#pragma once
// The text editor of forms, assets/scripts/text-editor.ts: it takes the place of each <textarea
// data-markup="commonmark">. Without script the textareas stay.

#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// The words of the editor in the reader's language, for the script to find, and the script. Once a page.
[[nodiscard]] html::Node text_editor_words(const View& view);

} // namespace interregio::workspace::web
