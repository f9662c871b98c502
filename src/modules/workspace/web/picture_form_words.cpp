#include "modules/workspace/web/picture_form_words.h"

#include "platform/media/media.h"

namespace interregio::workspace::web {

using namespace html;

namespace {

constexpr Element<"script"> module_script;

std::string largest_file() { return std::to_string(largest_media_file); }

/// The refusals of the server, said before anything is sent; the script puts the name of the file in.
std::string too_large(const View& view) {
    return view.text("refusal.media.too_large",
                     {{"file", "{file}"}, {"limit", std::to_string(largest_media_file / 1'000'000)}});
}
std::string no_picture(const View& view) { return view.text("refusal.media.image_unknown", {{"file", "{file}"}}); }

} // namespace

Node picture_adding_words(const View& view) {
    return group(
        div(hidden, attribute<"data-picture-words">(""), attribute<"data-largest">(largest_file()),
            attribute<"data-too-large">(too_large(view)), attribute<"data-no-picture">(no_picture(view)),
            attribute<"data-drop">(view.text("pictures.drop")),
            attribute<"data-waiting">(view.text("pictures.waiting")),
            attribute<"data-sending">(view.text("pictures.sending")),
            attribute<"data-checking">(view.text("pictures.checking")),
            attribute<"data-there">(view.text("pictures.there")),
            attribute<"data-failed">(view.text("pictures.failed")),
            attribute<"data-cancelled">(view.text("pictures.cancelled")),
            attribute<"data-cancel">(view.text("pictures.cancel")),
            attribute<"data-again">(view.text("pictures.again")),
            attribute<"data-progress">(view.text("pictures.progress", {{"done", "{done}"}, {"all", "{all}"}}))),
        module_script(type("module"), src(view.assets.url("add-pictures.js"))));
}

Node picture_form_words(const Call& call, const Uuid& id) {
    const View& view = call.view;
    return group(
        div(hidden, attribute<"data-picture-form">(""), attribute<"data-largest">(largest_file()),
            attribute<"data-too-large">(too_large(view)), attribute<"data-no-picture">(no_picture(view)),
            attribute<"data-picture">(id.nil() ? std::string() : call.paths.file(RecordKind::image, id.text())),
            attribute<"data-heading">(view.text("focal.heading")), attribute<"data-hint">(view.text("focal.hint")),
            attribute<"data-across">(view.text("focal.across")), attribute<"data-down">(view.text("focal.down")),
            attribute<"data-wide">(view.text("focal.wide")), attribute<"data-square">(view.text("focal.square"))),
        module_script(type("module"), src(view.assets.url("picture-form.js"))));
}

} // namespace interregio::workspace::web
