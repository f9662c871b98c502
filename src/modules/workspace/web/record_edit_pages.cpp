// Making and changing records: what a form that was sent asks for, and what becomes of it.
#include "modules/editing/publishing.h"
#include "modules/editing/rights.h"
#include "modules/workspace/web/record_editor.h"
#include "modules/workspace/web/record_parts.h"
#include "modules/workspace/web/request_parts.h"
#include "platform/media/media.h"

#include <nlohmann/json.hpp>

namespace interregio::workspace::web {

using editing::FilledIn;
using editing::NotSaved;
using editing::Sheet;
using editing::Side;

namespace {

/// A long text in three languages, percent-encoded; a picture where there is one.
constexpr http::FormLimits words_limits{.bytes = 2'000'000, .parts = 5000, .value_bytes = 400'000};
constexpr http::FormLimits file_limits{.bytes = largest_media_file + 2'000'000, .parts = 500, .value_bytes = 400'000};

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

/// The file of a picture or document, where one was chosen.
std::optional<editing::SheetProblem> take_file(const Workspace& workspace, const Call& call, RecordKind kind,
                                               Sheet& sheet) {
    if (kind != RecordKind::image && kind != RecordKind::document) return std::nullopt;
    const http::FormPart* part = call.form->find("file.upload");
    if (part == nullptr || !part->file_name || part->file_name->empty()) return std::nullopt;
    const FileKind file = kind == RecordKind::image ? FileKind::image : FileKind::document;
    if (auto refusal = take_in_file(workspace, *part, file, sheet))
        return editing::SheetProblem{"file", std::move(*refusal)};
    return std::nullopt;
}

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
    if (const auto draft = draft_to_open(call, kind, id)) return draft_page({workspace, call, kind, *id}, *draft);
    return editor_page(
        {workspace, call, kind, *id},
        {.kind = kind, .id = *id, .version = editing::version_of(call.connection, *id), .sheet = std::move(*sheet)}, {},
        {}, 200);
}

/// The public page as it would be if this were saved and published now. Nothing is stored.
http::Response preview_page(const Editor& editor, const FilledIn& form, const Catalogue& words) {
    const Call& call = editor.call;
    const accounts::By by = call.by();
    const auto shown = editor.workspace.database().try_out(
        db::Viewer::anyone(),
        [&](db::Connection& connection) {
            editing::EditContext context = edit_context(editor.workspace, call, connection, by.actor);
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
    editor.workspace.database().write([&](db::Connection& connection) { drop_saved_draft(connection, call); });
    const bool waits_for_others = *proposed == editing::Outcome::asked;
    return Workspace::go(call.paths.record(editor.kind, editor.id.text()) +
                         "?done=" + std::string(waits_for_others ? "proposed" : done_word(*proposed)));
}

/// Keeps what was typed, for whoever may propose it.
http::Response keep_page(const Editor& editor, const FilledIn& form) {
    const Call& call = editor.call;
    if (!editor.is_new() && !editing::permission(call.connection, call.by().actor, editor.kind, editor.id).to_propose)
        return editor.workspace.refuse(call, 403, {"refusal.editing.not_allowed", {}});
    auto kept = keep_draft(editor.workspace, call, form);
    if (!kept) return editor_page(editor, form, {{{"", kept.error()}}}, {}, 422);
    return std::move(*kept);
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
    if (what == "keep") return keep_page(editor, form);
    if (is_proposal(what) && !editor.is_new()) return propose_page(editor, form);
    const auto saved = change_record(editor.workspace, call, [&](editing::EditContext& context) {
        auto result = editing::save_form(context, form);
        if (result) drop_saved_draft(context.connection, call);
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

} // namespace

void add_record_edit_pages(Workspace& workspace, http::Router& router) {
    const auto editor = http::Access::role(http::Need::editor);
    for (const RecordKind kind : all_record_kinds) {
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
