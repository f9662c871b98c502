#include "modules/workspace/web/record_drafts.h"

#include "modules/editing/record_names.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/record_parts.h"

#include <nlohmann/json.hpp>

namespace interregio::workspace::web {

using namespace html;
using editing::Draft;
using editing::FilledIn;

namespace {

Uuid draft_named(std::string_view text) { return Uuid::parse(text).value_or(Uuid{}); }

std::string form_of(const WorkspacePaths& paths, const FilledIn& form) {
    return form.id.nil() ? paths.new_record(form.kind) : paths.edit(form.kind, form.id.text());
}

Node discard_button(const Call& call, const Draft& draft, const std::string& path, const Node& more = {}) {
    return button_form(call, path, call.view.text("draft.discard"), Weight::tertiary,
                       group(hidden_field("do", "discard"), hidden_field("draft", draft.id.text()), more));
}

/// What a draft is about: the record's name with its language, what a new one is to be called, or its kind alone.
Node name_of_draft(const Call& call, editing::RecordNames& names, const Draft& draft) {
    const View& view = call.view;
    const FilledIn& form = draft.form;
    const auto record = form.id.nil() ? std::nullopt : names.title(form.kind, form.id);
    const std::string typed = record ? std::string() : editing::typed_name(form);
    return record          ? name_of_record(view, *record)
           : typed.empty() ? text(view.text("record.new." + std::string(name_of(form.kind))))
                           : text(typed);
}

} // namespace

std::optional<Draft> draft_to_open(const Call& call, RecordKind kind, const std::optional<Uuid>& record) {
    const auto& account = call.visit->account.id;
    if (record) return editing::draft_of(call.connection, account, *record);
    auto draft = editing::find_draft(call.connection, account, draft_named(call.request.query.text("draft")));
    return draft && draft->form.kind == kind && draft->form.id.nil() ? draft : std::nullopt;
}

std::string path_of_draft(const Draft& draft) {
    const std::string path = form_of(WorkspacePaths(Catalogue::nearest(draft.language)), draft.form);
    return draft.form.id.nil() ? path + "?draft=" + draft.id.text() : path;
}

Node draft_notice(const Call& call, const Draft& draft, const std::string& path) {
    const Node words = fill(call.view.text("draft.opened"), {{"at", moment(call.view, draft.kept_at)}});
    return div(cls("done-notice draft-notice"), p(words), discard_button(call, draft, path));
}

std::expected<http::Response, Refusal> keep_draft(const Workspace& workspace, const Call& call, const FilledIn& form) {
    const Draft draft{draft_named(call.field("draft")), form, call.view.language(), {}};
    const auto kept = workspace.database().write([&](db::Connection& connection) {
        return editing::keep(connection, call.visit->account.id, draft, workspace.clock());
    });
    const bool quietly = !call.field("quietly").empty();
    if (kept && quietly) return json_response(200, {{"draft", kept->text()}});
    if (kept) return Workspace::go(call.paths.desk() + "?done=kept");
    if (quietly) return json_response(422, {{"refused", call.view.words.text(kept.error())}});
    return std::unexpected(kept.error());
}

http::Response discard_draft(const Workspace& workspace, const Call& call, const std::string& otherwise) {
    workspace.database().write([&](db::Connection& connection) {
        editing::drop_draft(connection, call.visit->account.id, draft_named(call.field("draft")));
    });
    return Workspace::go(Workspace::next(call, otherwise));
}

void drop_saved_draft(db::Connection& connection, const Call& call) {
    // Not any draft of the record: what another form has kept is not saved by this one.
    if (const Uuid draft = draft_named(call.field("draft")); !draft.nil())
        editing::drop_draft(connection, call.visit->account.id, draft);
}

Node draft_list(const Call& call) {
    const View& view = call.view;
    const auto drafts = editing::drafts_of(call.connection, call.visit->account.id);
    if (drafts.empty()) return {};
    editing::RecordNames names(call.connection, view.language());
    return part(view.text("draft.heading"),
                group(p(view.text("draft.lead")),
                      ul(cls("workspace-rows"), each(drafts, [&](const Draft& draft) {
                             return li(
                                 div(p(kind_word(view, draft.form.kind), ": ",
                                       a(href(Url::path(path_of_draft(draft))), name_of_draft(call, names, draft))),
                                     p(cls("kern-hint"), moment(view, draft.kept_at))),
                                 discard_button(call, draft, form_of(call.paths, draft.form),
                                                hidden_field("next", call.paths.desk())));
                         }))));
}

} // namespace interregio::workspace::web
