// Making and changing records: the form, what is wrong with it, and where it collides with what others have changed.
#include "base/typed_date.h"
#include "base/utf8.h"
#include "modules/editing/publishing.h"
#include "modules/editing/rights.h"
#include "modules/library/files.h"
#include "modules/record/record_changes.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/picture_form_words.h"
#include "modules/workspace/web/record_drafts.h"
#include "modules/workspace/web/record_fields.h"
#include "modules/workspace/web/record_parts.h"
#include "modules/workspace/web/request_parts.h"
#include "modules/workspace/web/text_editor_words.h"
#include "platform/media/credit.h"
#include "platform/media/media.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace interregio::workspace::web {

using namespace html;
using editing::CollidingField;
using editing::FilledIn;
using editing::NotSaved;
using editing::Sheet;
using editing::Side;

namespace {

/// A long text in three languages, percent-encoded; a picture where there is one.
constexpr http::FormLimits words_limits{.bytes = 2'000'000, .parts = 5000, .value_bytes = 400'000};
constexpr http::FormLimits file_limits{.bytes = largest_media_file + 2'000'000, .parts = 500, .value_bytes = 400'000};

constexpr std::string_view choice_prefix = "choice:";

bool is_of_the_form(std::string_view name) {
    return name == "form_token" || name == "do" || name == "draft" || name == "quietly" || name == "next" ||
           name == "brief" || name == "version" || name == "collided" || name == "draft_for" ||
           name.starts_with(choice_prefix) || name.ends_with(".upload") || is_request_field(name);
}

FilledIn filled_in(const Call& call, RecordKind kind, const Uuid& id) {
    FilledIn form{.kind = kind, .id = id, .version = number_in(call.field("version"))};
    form.collided = number_in(call.field("collided"));
    form.draft_for = parse_scope(call.field("draft_for"));
    for (const http::FormPart& part : call.form->parts()) {
        if (part.file_name) continue;
        const auto words = part.text();
        if (!words) continue;
        if (part.name.starts_with(choice_prefix))
            form.choices[part.name.substr(choice_prefix.size())] = *words == "mine" ? Side::mine : Side::theirs;
        else if (!is_of_the_form(part.name))
            form.sheet.set(part.name, std::string(*words));
    }
    form.sheet.drop_blank_references();
    return form;
}

FormErrors errors_of_problems(const View& view, RecordKind kind, const NotSaved& not_saved) {
    FormErrors errors;
    if (not_saved.refusal) errors.list.push_back({"", *not_saved.refusal});
    for (const auto& problem : not_saved.problems)
        errors.list.push_back({problem.field, problem.refusal, label_of_field(view, kind, problem.field)});
    return errors;
}

/// Takes in a file that came with the form, so that it stays when the form is refused for something else.
std::optional<editing::SheetProblem> take_file(const Workspace& workspace, const Call& call, RecordKind kind,
                                               Sheet& sheet) {
    if (kind != RecordKind::image && kind != RecordKind::document) return std::nullopt;
    const http::FormPart* part = call.form->find("file.upload");
    if (part == nullptr || !part->file_name || part->file_name->empty()) return std::nullopt;
    const auto bytes = std::as_bytes(std::span(part->contents.data(), part->contents.size()));
    const auto content =
        look_at_file(*part->file_name, bytes, kind == RecordKind::image ? FileKind::image : FileKind::document);
    if (!content) return editing::SheetProblem{"file", content.error()};
    workspace.database().write([&](db::Connection& connection) { store_blob(connection, *content, bytes); });
    sheet.set("file", content->hash + "/" + content->name);
    if (kind == RecordKind::image && sheet.at("credit").empty())
        if (const auto credit = credit_in(bytes)) sheet.set("credit", *credit);
    return std::nullopt;
}

// ---- the form

constexpr Element<"script"> script;

struct Editor {
    const Workspace& workspace;
    const Call& call;
    RecordKind kind;
    Uuid id; ///< nil: a new record
    [[nodiscard]] bool is_new() const { return id.nil(); }
    /// Whether a script asks for a form to make something in passing.
    [[nodiscard]] bool is_brief() const {
        const bool asked = !call.request.query.text("brief").empty() || !call.field("brief").empty();
        return asked && is_new() && !brief_fields(kind).empty();
    }
    [[nodiscard]] std::string path() const {
        return is_new() ? call.paths.new_record(kind) : call.paths.edit(kind, id.text());
    }
};

Node draft_choice(const Editor& editor, const FilledIn& form) {
    if (!editor.is_new()) return {};
    const Call& call = editor.call;
    std::vector<Choice> choices;
    for (const Scope& scope : editing::scopes_for_drafts(call.connection, call.by().actor))
        choices.push_back({scope_text(scope), visibility_words(call, {scope})});
    return select_field(call.view, "draft_for", call.view.text("editor.draft_for"), choices,
                        form.draft_for ? scope_text(*form.draft_for) : std::string(), {},
                        call.view.text("editor.draft_for.hint"));
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

/// Whether a button of the form asks others, or waits, instead of saving.
bool is_proposal(std::string_view button) { return button == "propose" || button == schedule_button; }

/// How a change of something public is asked for, where it needs others or is to wait.
struct Proposing {
    editing::MissingConsent missing; ///< none: somebody may save alone, at once or later
};

/// Nothing for what is not public: it is saved.
std::optional<Proposing> proposing(const Editor& editor) {
    if (editor.is_new() || editing::is_draft(editor.call.connection, editor.kind, editor.id)) return std::nullopt;
    return Proposing{editing::missing_alone(*editor.workspace.database().read(), editor.call.by().actor,
                                            editing::RequestKind::change, editor.kind, editor.id)};
}

Node form_button(std::string_view css, std::string_view what, const std::string& words) {
    return button(cls(css), type("submit"), name("do"), value(what), span(cls("kern-label"), words));
}

Node proposal_part(const Editor& editor, const Proposing& proposing, const FormErrors& errors) {
    const View& view = editor.call.view;
    const Node fields = request_fields(editor.call, errors);
    if (!proposing.missing.none())
        return div(cls("request"), h2(cls("kern-heading-medium"), view.text("propose.heading")),
                   p(view.text("propose.why")), missing_list(editor.call, proposing.missing), fields);
    const bool typed =
        std::ranges::any_of(errors.list, [](const FormErrors::Error& error) { return is_request_field(error.field); });
    return details(cls("request-more"), when(typed, attribute<"open">("")), summary(view.text("propose.later")),
                   p(view.text("propose.later.lead")), fields,
                   form_button("kern-btn kern-btn--secondary", schedule_button, view.text("propose.schedule")));
}

/// The end of the form: to save, or to propose; the rest of what can be done with it.
Node editor_end(const Editor& editor, const FormErrors& errors) {
    const View& view = editor.call.view;
    const std::string back = editor.is_new() ? editor.call.paths.records(editor.kind)
                                             : editor.call.paths.record(editor.kind, editor.id.text());
    const auto asks = proposing(editor);
    const bool saves = !asks || asks->missing.none();
    const Node send = saves ? form_button("kern-btn kern-btn--primary", "save",
                                          view.text(editor.is_new() ? "editor.create" : "editor.save"))
                            : form_button("kern-btn kern-btn--primary", "propose", view.text("propose.send"));
    const bool is_whole = !editor.is_brief();
    return group(when(asks, [&](const Proposing& how) { return proposal_part(editor, how, errors); }),
                 div(cls("form-end"), send,
                     when(is_whole,
                          [&] { return form_button("kern-btn kern-btn--secondary", "keep", view.text("draft.keep")); }),
                     a(cls("kern-btn kern-btn--tertiary"), href(Url::path(back)), attribute<"data-cancel">(""),
                       span(cls("kern-label"), view.text("form.cancel"))),
                     when(is_whole, [&] { return preview_buttons(editor); })));
}

http::Response editor_page(const Editor& editor, const FilledIn& form, const FormErrors& errors,
                           const editing::SheetProblems& problems, int status,
                           const std::optional<editing::Draft>& opened = {}) {
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
            group(
                hidden_field("version", std::to_string(form.version)),
                hidden_field("collided", std::to_string(not_saved.version)), hidden_field("draft", call.field("draft")),
                each(form.sheet.fields(), [](const auto& field) { return hidden_field(field.first, field.second); }),
                each(call.form->parts(),
                     [](const http::FormPart& part) {
                         return is_request_field(part.name) ? hidden_field(part.name, part.contents) : Node{};
                     }),
                each(not_saved.collisions,
                     [&](const CollidingField& collision) { return collision_choice(view, collision, number++); }),
                div(cls("form-end"),
                    form_button("kern-btn kern-btn--primary", is_proposal(call.field("do")) ? call.field("do") : "save",
                                view.text("collision.save")),
                    form_button("kern-btn kern-btn--tertiary", "edit", view.text("collision.back"))))));
    return editor.workspace.page(call, parts);
}

// ---- what was asked

/// What a form begins with: what the address says, and who writes.
Sheet new_sheet(const Call& call, RecordKind kind) {
    Sheet sheet;
    const std::string name = call.request.query.text("name");
    const std::string own(call.view.language().tag());
    const std::string_view field = kind == RecordKind::person ? "family_name" : editing::naming_field(kind);
    if (!name.empty()) sheet.set(std::string(field) + (kind == RecordKind::person ? "" : "." + own), name);
    const auto& partnerships = call.view.site.partnerships;
    if (partnerships.size() == 1 && (kind == RecordKind::activity || kind == RecordKind::series))
        sheet.set("partnerships." + partnerships.front().id.text(), "0");
    return sheet;
}

/// The form with a draft, in the language in which it was filled in.
http::Response draft_page(const Editor& editor, const editing::Draft& draft) {
    if (draft.language != editor.call.view.language()) return Workspace::go(path_of_draft(draft));
    return editor_page(editor, draft.form, {}, {}, 200, draft);
}

http::Response new_page(const Workspace& workspace, const Call& call, RecordKind kind) {
    if (kind == RecordKind::site) return workspace.not_found(call);
    if (const auto draft = draft_to_open(call, kind, std::nullopt))
        return draft_page({workspace, call, kind, {}}, *draft);
    return editor_page({workspace, call, kind, {}}, {.kind = kind, .sheet = new_sheet(call, kind)}, {}, {}, 200);
}

http::Response edit_page(const Workspace& workspace, const Call& call, RecordKind kind) {
    const auto id = record_of(call);
    if (!id) return workspace.not_found(call);
    editing::RecordNames names(call.connection, call.view.language());
    auto sheet = editing::open_sheet(call.connection, names, call.view.language(), kind, *id);
    if (!sheet) return workspace.not_found(call);
    if (!editing::permission(call.connection, call.by().actor, kind, *id).to_propose)
        return workspace.refuse(call, 403, {"refusal.editing.not_allowed", {}});
    if (const auto draft = draft_to_open(call, kind, *id)) return draft_page({workspace, call, kind, *id}, *draft);
    return editor_page(
        {workspace, call, kind, *id},
        {.kind = kind, .id = *id, .version = editing::version_of(call.connection, *id), .sheet = std::move(*sheet)}, {},
        {}, 200);
}

/// The public page as it would be if this were saved and published now. Nothing is stored.
http::Response preview_page(const Editor& editor, const FilledIn& form, const Catalogue& words) {
    const Call& call = editor.call;
    const db::Viewer viewer = editor.workspace.viewer_of(call.visit);
    const accounts::By by = call.by();
    const auto shown = editor.workspace.database().try_out(
        db::Viewer::anyone(),
        [&](db::Connection& connection) {
            editing::EditContext context = edit_context(editor.workspace, call, connection, viewer, by.actor);
            return editing::save_for_preview(context, form);
        },
        [&](db::Connection& connection, const editing::Saved& saved) {
            return editor.workspace.portal().preview({connection, words.language()}, words, form.kind, saved.id,
                                                     member_files_of(call));
        });
    if (!shown)
        return editor_page(editor, form, errors_of_problems(call.view, form.kind, shown.error()),
                           shown.error().problems, 422);
    if (!*shown) return editor.workspace.not_found(call);
    return http::Response::html(200, **shown);
}

/// "preview:de": in which language to show it; null for what is no such button.
const Catalogue* previewed(std::string_view button) {
    constexpr std::string_view prefix = "preview:";
    if (!button.starts_with(prefix)) return nullptr;
    const auto language = Language::parse(button.substr(prefix.size()));
    return language ? Catalogue::find(*language) : nullptr;
}

/// For the script that asked for it.
http::Response made_in_passing(const Call& call, RecordKind kind, const Uuid& id, const Workspace& workspace) {
    const auto seen = workspace.database().read_as(call.viewer);
    editing::RecordNames names(*seen, call.view.language());
    return json_response(200, {{"id", id.text()}, {"name", names.name(kind, id)}});
}

/// Keeps a change of something public until others have agreed, or its time has come.
http::Response propose_page(const Editor& editor, const FilledIn& form) {
    const Call& call = editor.call;
    const RequestFields fields = read_request_fields(call);
    if (!fields.errors.empty()) return editor_page(editor, form, fields.errors, {}, 422);
    const auto proposed = editing::ask(office_of(editor.workspace), call.by().actor,
                                       {.kind = editor.kind,
                                        .record = editor.id,
                                        .note = fields.note,
                                        .due_at = fields.due_at,
                                        .form = form,
                                        .language = call.view.language()});
    if (!proposed && !proposed.error().collisions.empty()) return collision_page(editor, form, proposed.error());
    if (!proposed)
        return editor_page(editor, form, errors_of_problems(call.view, editor.kind, proposed.error()),
                           proposed.error().problems, 422);
    editor.workspace.database().write([&](db::Connection& connection) { drop_saved_draft(connection, call, form); });
    const bool waits_for_others = *proposed == editing::Outcome::asked;
    return Workspace::go(call.paths.record(editor.kind, editor.id.text()) +
                         "?done=" + std::string(waits_for_others ? "proposed" : done_word(*proposed)));
}

http::Response save_page(const Editor& editor) {
    const Call& call = editor.call;
    if (call.field("do") == "discard") return discard_draft(editor.workspace, call, editor.path());
    FilledIn form = filled_in(call, editor.kind, editor.id);
    if (editor.is_new() && !form.draft_for) {
        const auto scopes = editing::scopes_for_drafts(call.connection, call.by().actor);
        if (scopes.empty()) return editor.workspace.refuse(call, 403, {"refusal.editing.not_allowed", {}});
        form.draft_for = scopes.front();
    }
    if (const auto problem = take_file(editor.workspace, call, editor.kind, form.sheet))
        return editor_page(editor, form, {{{problem->field, problem->refusal}}}, {*problem}, 422);
    const std::string what = call.field("do");
    if (const Catalogue* words = previewed(what)) return preview_page(editor, form, *words);
    if (editing::carry_out(form.sheet, what) || what == "edit") return editor_page(editor, form, {}, {}, 200);
    if (what == "keep") {
        Refusal refusal;
        if (auto kept = keep_draft(editor.workspace, call, form, refusal)) return std::move(*kept);
        return editor_page(editor, form, {{{"", refusal}}}, {}, 422);
    }
    if (is_proposal(what) && !editor.is_new()) return propose_page(editor, form);
    const auto saved = change_record(editor.workspace, call, [&](editing::EditContext& context) {
        auto result = editing::save_form(context, form);
        if (result) drop_saved_draft(context.connection, call, form);
        return result;
    });
    if (!saved && !saved.error().collisions.empty()) return collision_page(editor, form, saved.error());
    if (!saved)
        return editor_page(editor, form, errors_of_problems(call.view, editor.kind, saved.error()),
                           saved.error().problems, 422);
    if (editor.is_brief()) return made_in_passing(call, editor.kind, saved->id, editor.workspace);
    const char* done = editor.is_new() ? "created" : saved->what == Change::unchanged ? "unchanged" : "saved";
    return Workspace::go(Workspace::next(call, call.paths.record(editor.kind, saved->id.text()) +
                                                   "?version=" + std::to_string(saved->version) + "&done=" + done));
}

/// How a date is understood that is being typed: for the script, which says it beside the field.
http::Response typed_date_answer(const Call& call) {
    const View& view = call.view;
    const auto date = read_typed_date(call.request.query.text("typed"), view.language());
    if (!date) return json_response(200, {{"refused", view.words.text(date.error())}});
    const std::string words = in_words(*date, view.language(), DatePhrase::standalone);
    return json_response(200, {{"read", view.text("date.read", {{"date", words}})}});
}

/// Which records of a kind may be meant by what is being typed: for the script, which offers them below the field.
http::Response names_answer(const Call& call, RecordKind kind) {
    constexpr std::size_t most = 8;
    constexpr std::size_t longest = 200; // bytes; names are compared letter by letter
    const std::string typed(beginning_of(call.request.query.text("q"), longest));
    editing::RecordNames names(call.connection, call.view.language());
    auto list = nlohmann::ordered_json::array();
    for (const auto& record : names.like(kind, typed, most)) {
        nlohmann::ordered_json one{{"id", record.id.text()}, {"name", names.name(kind, record.id)}};
        if (record.language && *record.language != call.view.language()) one["lang"] = record.language->tag();
        list.push_back(std::move(one));
    }
    return json_response(200, {{"names", list}, {"known", !names.called(kind, typed).empty()}});
}

} // namespace

void add_record_edit_pages(Workspace& workspace, http::Router& router) {
    const auto editor = http::Access::role(http::Need::editor);
    workspace.add_page(router, editor, [](const auto& paths) { return paths.typed_date(); }, typed_date_answer);
    for (const RecordKind kind : all_record_kinds) {
        workspace.add_page(
            router, editor, [kind](const auto& paths) { return paths.record_names(kind); },
            [kind](const Call& call) { return names_answer(call, kind); });
        const bool files = kind == RecordKind::image || kind == RecordKind::document;
        const http::FormLimits& limits = files ? file_limits : words_limits;
        if (kind != RecordKind::site) {
            const auto path = [kind](const auto& paths) { return paths.new_record(kind); };
            workspace.add_page(router, editor, path,
                               [&workspace, kind](const Call& call) { return new_page(workspace, call, kind); });
            workspace.add_form(
                router, editor, path,
                [&workspace, kind](const Call& call) { return save_page({workspace, call, kind, {}}); }, limits);
        }
        const auto path = [kind](const auto& paths) { return paths.edit(kind, "{id}"); };
        workspace.add_page(router, editor, path,
                           [&workspace, kind](const Call& call) { return edit_page(workspace, call, kind); });
        workspace.add_form(
            router, editor, path,
            [&workspace, kind](const Call& call) {
                const auto id = record_of(call);
                return id ? save_page({workspace, call, kind, *id}) : workspace.not_found(call);
            },
            limits);
    }
}

} // namespace interregio::workspace::web
