#include "modules/workspace/web/text_editor_words.h"

namespace interregio::workspace::web {

using namespace html;

Node text_editor_words(const View& view) {
    constexpr Element<"script"> script;
    if (!view.assets.has("text-editor.js")) return {};
    return group(div(hidden, attribute<"data-text-editor-words">(""),
                     attribute<"data-toolbar">(view.text("text_editor.toolbar")),
                     attribute<"data-help">(view.text("text_editor.help")),
                     attribute<"data-heading">(view.text("text_editor.heading")),
                     attribute<"data-subheading">(view.text("text_editor.subheading")),
                     attribute<"data-bold">(view.text("text_editor.bold")),
                     attribute<"data-bold-letter">(view.text("text_editor.bold_letter")),
                     attribute<"data-italic">(view.text("text_editor.italic")),
                     attribute<"data-italic-letter">(view.text("text_editor.italic_letter")),
                     attribute<"data-link">(view.text("text_editor.link")),
                     attribute<"data-bullets">(view.text("text_editor.bullets")),
                     attribute<"data-numbers">(view.text("text_editor.numbers")),
                     attribute<"data-outdent">(view.text("text_editor.outdent")),
                     attribute<"data-indent">(view.text("text_editor.indent")),
                     attribute<"data-quote">(view.text("text_editor.quote")),
                     attribute<"data-undo">(view.text("text_editor.undo")),
                     attribute<"data-redo">(view.text("text_editor.redo")),
                     attribute<"data-source">(view.text("text_editor.source")),
                     attribute<"data-not-carried">(view.text("text_editor.not_carried")),
                     attribute<"data-link-address">(view.text("text_editor.link_address")),
                     attribute<"data-link-hint">(view.text("text_editor.link_hint")),
                     attribute<"data-link-text">(view.text("text_editor.link_text")),
                     attribute<"data-link-wrong">(view.text("text_editor.link_wrong")),
                     attribute<"data-link-apply">(view.text("text_editor.link_apply")),
                     attribute<"data-link-remove">(view.text("text_editor.link_remove")),
                     attribute<"data-control">(view.text("text_editor.control")),
                     attribute<"data-shift">(view.text("text_editor.shift")),
                     attribute<"data-cancel">(view.text("form.cancel"))),
                 script(type("module"), src(view.assets.url("text-editor.js"))));
}

} // namespace interregio::workspace::web
