#include "modules/workspace/web/record_editor.h"

#include "modules/editing/rights.h"
#include "modules/workspace/web/picture_form_words.h"
#include "modules/workspace/web/record_parts.h"
#include "modules/workspace/web/request_parts.h"
#include "modules/workspace/web/text_editor_words.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using editing::CollidingField;
using editing::FilledIn;
using editing::NotSaved;

namespace {

constexpr Element<"script"> script;

Node draft_choice(const Editor& editor, const FilledIn& form) {
    if (!editor.is_new()) return {};
    const Call& call = editor.call;
    return draft_scope_field(call, editing::scopes_for_drafts(call.connection, call.by().actor), form.draft_for,
                             call.view.text("editor.draft_for"), call.view.text("editor.draft_for.hint"));
}

Node editor_form(const Editor& editor, const Node& contents) {
    const bool files = editor.kind == RecordKind::image || editor.kind == RecordKind::document;
    return form(
        cls("record-form"), method("post"), action(Url::path(editor.path())), attribute<"novalidate">(""),
        attribute<"enctype">(files ? "multipart/form-data" : "application/x-www-form-urlencoded"),
        attribute<"data-editor">(""), attribute<"data-dates">(editor.call.paths.typed_date()),
        attribute<"data-suggestions">(editor.call.view.text("form.suggestions")),
        attribute<"data-make">(editor.call.view.text("form.make")),
        attribute<"data-kept">(editor.call.view.text("draft.kept_at")),
        attribute<"data-not-kept">(editor.call.view.text("draft.not_kept")),
        hidden_field("form_token", editor.call.form_token),
        when(!editor.call.field("next").empty(), [&] { return hidden_field("next", editor.call.field("next")); }),
        when(editor.is_brief(), [] { return hidden_field("brief", "yes"); }), contents);
}

Node preview_buttons(const Editor& editor) {
    const View& view = editor.call.view;
    if (std::ranges::find(portal::web::kinds_with_pages, editor.kind) == portal::web::kinds_with_pages.end()) return {};
    return div(cls("preview-buttons"), span(view.text("editor.preview")),
               each(view.site.languages, [&](Language language) {
                   return button(cls("kern-btn kern-btn--tertiary"), type("submit"), name("do"),
                                 value("preview:" + std::string(language.tag())), attribute<"formtarget">("_blank"),
                                 span(cls("kern-label"), view.words.language_name(language)));
               }));
}

/// The id of the draft that a form goes on with: as the form said, or as it was opened with.
std::string draft_of_form(const Editor& editor, const std::optional<editing::Draft>& opened) {
    return opened ? opened->id.text() : editor.call.field("draft");
}

/// Who else has to agree to a change of something public; none: it may be saved alone, at once or later. Nothing for
/// what is not public: it is saved.
std::optional<editing::MissingConsent> missing_for_change(const Editor& editor) {
    const auto visible_to = editing::visibility_of(editor.call.connection, editor.kind, editor.id);
    if (!visible_to || !visible_to->is_public()) return std::nullopt;
    return editing::missing_alone(*editor.workspace.database().read(), editor.call.by().actor,
                                  editing::RequestKind::change, editor.kind, editor.id);
}

Node proposal_part(const Editor& editor, const editing::MissingConsent& missing, const FormErrors& errors) {
    const View& view = editor.call.view;
    const Node fields = request_fields(editor.call, errors);
    if (!missing.none())
        return div(cls("request"), h2(cls("kern-heading-medium"), view.text("propose.heading")),
                   p(view.text("propose.why")), missing_list(editor.call, missing), fields);
    const bool typed =
        std::ranges::any_of(errors.list, [](const FormErrors::Error& error) { return is_request_field(error.field); });
    return details(cls("request-more"), when(typed, attribute<"open">("")), summary(view.text("propose.later")),
                   p(view.text("propose.later.lead")), fields,
                   do_button(schedule_button, view.text("propose.schedule"), Weight::secondary));
}

/// The end of the form: to save, or to propose; the rest of what can be done with it.
Node editor_end(const Editor& editor, const FormErrors& errors) {
    const View& view = editor.call.view;
    const std::string back = editor.is_new() ? editor.call.paths.records(editor.kind)
                                             : editor.call.paths.record(editor.kind, editor.id.text());
    const auto missing = missing_for_change(editor);
    const bool saves = !missing || missing->none();
    const Node send =
        saves ? do_button("save", view.text(editor.is_new() ? "editor.create" : "editor.save"), Weight::primary)
              : do_button("propose", view.text("propose.send"), Weight::primary);
    const bool is_whole = !editor.is_brief();
    return group(when(missing, [&](const editing::MissingConsent& who) { return proposal_part(editor, who, errors); }),
                 div(cls("form-end"), send,
                     when(is_whole, [&] { return do_button("keep", view.text("draft.keep"), Weight::secondary); }),
                     a(cls("kern-btn kern-btn--tertiary"), href(Url::path(back)), attribute<"data-cancel">(""),
                       span(cls("kern-label"), view.text("form.cancel"))),
                     when(is_whole, [&] { return preview_buttons(editor); })));
}

// ---- collisions

Node collision_choice(const View& view, const CollidingField& collision, int number) {
    const std::string field = std::string(choice_prefix) + collision.path;
    const auto words = [&](const std::string& said) { return said.empty() ? view.text("collision.nothing") : said; };
    const auto side = [&](std::string_view value_of, std::string_view key, const std::string& said, Ticked ticked) {
        const std::string own = "choice-" + std::to_string(number) + "-" + std::string(value_of);
        return div(cls("collision__side"),
                   div(cls("kern-form-check"),
                       input(cls("kern-form-check__radio"), id(own), name(field), type("radio"), value(value_of),
                             when(ticked == Ticked::yes, checked)),
                       label(cls("kern-label"), for_id(own), view.text(key))),
                   div(cls("record-words"), words(said)));
    };
    return fieldset(cls("collision"), legend(cls("kern-label"), line_label(view, collision.line)),
                    p(cls("kern-hint"), view.text("collision.before"), " ", words(collision.before)),
                    div(cls("collision__sides"), side("mine", "collision.mine", collision.mine, Ticked::yes),
                        side("theirs", "collision.theirs", collision.theirs, Ticked::no)));
}

} // namespace

bool is_proposal(std::string_view button) { return button == "propose" || button == schedule_button; }

http::Response editor_page(const Editor& editor, const FilledIn& form, const FormErrors& errors,
                           const editing::SheetProblems& problems, int status,
                           const std::optional<editing::Draft>& opened) {
    const Call& call = editor.call;
    const View& view = call.view;
    editing::RecordNames names(call.connection, view.language());
    const auto record = editor.is_new() ? std::nullopt : names.title(editor.kind, editor.id);
    const std::string heading = record ? view.text("editor.heading", {{"name", record->name}})
                                       : view.text("record.new." + std::string(name_of(editor.kind)));
    const Node heading_words =
        record ? fill(view.text("editor.heading"), {{"name", name_of_record(view, *record)}}) : text(heading);
    const RecordFormParts fields{call, form.sheet, errors, problems, names};
    WorkspaceParts parts{heading, WorkspaceItem::records};
    parts.status = status;
    parts.contents = page_with_heading(
        heading_words, crumbs(call, editor.kind, record),
        group(
            when(opened, [&] { return draft_notice(call, *opened, editor.path()); }), error_summary(view, errors),
            script(type("module"), src(view.assets.url("record-form.js"))), text_editor_words(view),
            when(editor.kind == RecordKind::image, [&] { return picture_form_words(call, editor.id); }),
            editor_form(editor, group(hidden_field("version", std::to_string(form.version)),
                                      hidden_field("draft", draft_of_form(editor, opened)), draft_choice(editor, form),
                                      editor.is_brief() ? brief_record_fields(fields, editor.kind)
                                                        : record_fields(fields, editor.kind),
                                      editor_end(editor, errors)))));
    return editor.workspace.page(call, parts);
}

http::Response collision_page(const Editor& editor, const FilledIn& form, const NotSaved& not_saved) {
    const Call& call = editor.call;
    const View& view = call.view;
    WorkspaceParts parts{view.text("collision.heading"), WorkspaceItem::records};
    parts.status = 409; // RFC 9110, 15.5.10
    int number = 0;
    parts.contents = page_with_heading(
        parts.title, p(view.text("collision.lead")),
        editor_form(
            editor,
            group(hidden_field("version", std::to_string(form.version)),
                  hidden_field("collided", std::to_string(not_saved.version)),
                  hidden_field("draft", call.field("draft")),
                  each(form.sheet.fields(), [](const auto& field) { return hidden_field(field.first, field.second); }),
                  each(call.form->parts(),
                       [](const http::FormPart& part) {
                           return is_request_field(part.name) ? hidden_field(part.name, part.contents) : Node{};
                       }),
                  each(not_saved.collisions,
                       [&](const CollidingField& collision) { return collision_choice(view, collision, number++); }),
                  div(cls("form-end"),
                      do_button(is_proposal(call.field("do")) ? call.field("do") : "save", view.text("collision.save"),
                                Weight::primary),
                      do_button("edit", view.text("collision.back"), Weight::tertiary)))));
    return editor.workspace.page(call, parts);
}

} // namespace interregio::workspace::web
