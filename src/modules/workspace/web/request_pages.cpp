// What waits for others to agree, as a list; and the answers that are sent from the page of a record.
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/record_parts.h"
#include "modules/workspace/web/request_parts.h"

namespace interregio::workspace::web {

using namespace html;
using editing::ListedRequest;
using editing::RequestKind;
using editing::RequestState;

namespace {

/// What has become of it, and why.
Node state_words(const Call& call, const ListedRequest& one) {
    const View& view = call.view;
    const editing::Request& request = one.request;
    switch (request.state) {
    case RequestState::waiting:
        return p(fill(view.text("request.waits"), {{"at", moment(view, *request.due_at)}}));
    case RequestState::declined:
        return group(p(fill(view.text("request.was_declined"),
                            {{"name", text(one.closed_by)}, {"at", moment(view, request.closed_at)}})),
                     blockquote(cls("request__note"), request.answer));
    case RequestState::failed:
        return p(fill(view.text("request.has_failed"), {{"at", moment(view, request.closed_at)}}), " ",
                 when(request.reason, [&](const Refusal& reason) { return text(view.words.text(reason)); }));
    default:
        return p(view.text("request.is_open"));
    }
}

Node listed_request(const Call& call, const ListedRequest& one, const Node& state) {
    const View& view = call.view;
    const editing::Request& request = one.request;
    const bool publishes = request.what == RequestKind::publish;
    return li(div(
        h3(cls("kern-heading-small"), kind_word(view, request.kind), ": ", record_link(call, request.kind, one.record)),
        p(cls("kern-hint"), fill(view.text(publishes ? "request.asked_by.publish" : "request.asked_by.change"),
                                 {{"name", text(one.asked_by)}, {"at", moment(view, request.asked_at)}})),
        state));
}

Node note_of(const ListedRequest& one) {
    if (one.request.note.empty()) return {};
    return blockquote(cls("request__note"), one.request.note);
}

http::Response requests_page(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    editing::RecordNames names(call.connection, view.language());
    const accounts::Actor actor = call.by().actor;
    const auto to_agree = editing::waiting_for(*workspace.database().read(), call.connection, names, actor);
    const auto own = editing::own_requests(call.connection, names, actor, workspace.clock());
    const auto list = [&](std::string_view empty, const std::vector<ListedRequest>& requests, const auto& state) {
        if (requests.empty()) return p(view.text(empty));
        return ul(cls("workspace-rows"),
                  each(requests, [&](const ListedRequest& one) { return listed_request(call, one, state(one)); }));
    };
    WorkspaceParts parts{view.text("requests.heading"), WorkspaceItem::desk};
    parts.contents = page_with_heading(
        parts.title, group(desk_crumb(call), p(view.text("requests.lead"))),
        group(part(view.text("requests.to_agree"), list("requests.none_for_you", to_agree, note_of)),
              part(view.text("requests.own"), list("requests.none_of_yours", own,
                                                   [&](const ListedRequest& one) { return state_words(call, one); }))));
    return workspace.page(call, parts);
}

/// What a form of the record's page does: how it ended, or why not.
using Done = std::expected<std::string_view, FormErrors>;

Done refused_answer(const Refusal& refusal, std::string_view field = {}) {
    return std::unexpected(FormErrors{{{std::string(field), refusal}}});
}

Done done_or_refused(const editing::Answered<editing::Outcome>& answered) {
    if (answered) return done_word(*answered);
    return refused_answer(answered.error().refusal.value_or(Refusal{"refusal.request.collides", {}}));
}

Done ask_for(const Workspace& workspace, const Call& call, RecordKind kind, const Uuid& id) {
    RequestFields fields = read_request_fields(call);
    if (!fields.errors.empty()) return std::unexpected(std::move(fields.errors));
    return done_or_refused(editing::ask(office_of(workspace), call.by().actor,
                                        {.kind = kind,
                                         .record = id,
                                         .note = std::move(fields.note),
                                         .due_at = fields.due_at,
                                         .version = number_in(call.field("version")),
                                         .language = call.view.language()}));
}

Done answer_request(const Workspace& workspace, const Call& call, RecordKind kind, const Uuid& id) {
    const std::string what = call.field("do");
    const editing::Office office = office_of(workspace);
    const accounts::Actor actor = call.by().actor;
    if (what == "ask" || what == schedule_button) return ask_for(workspace, call, kind, id);
    const auto request = Uuid::parse(call.field("request"));
    if (!request) return refused_answer({"refusal.form.unreadable", {}});
    if (what == "agree")
        return done_or_refused(editing::agree(office, actor, *request, number_in(call.field("version"))));
    if (what == "decline") {
        const auto declined = editing::decline(office, actor, *request, call.field("why"));
        if (declined) return "declined";
        const bool of_field = declined.error().key == "refusal.request.why";
        return refused_answer(declined.error(), of_field ? "why" : "");
    }
    if (what == "take_back") {
        const auto taken_back = editing::take_back(office, actor, *request);
        return taken_back ? Done("taken_back") : refused_answer(taken_back.error());
    }
    return refused_answer({"refusal.form.unreadable", {}});
}

} // namespace

void add_request_pages(Workspace& workspace, http::Router& router) {
    const auto editor = http::Access::role(http::Need::editor);
    workspace.add_page(
        router, editor, [](const auto& paths) { return paths.requests(); },
        [&workspace](const Call& call) { return requests_page(workspace, call); });
    for (const RecordKind kind : all_record_kinds)
        workspace.add_form(
            router, editor, [kind](const auto& paths) { return paths.request(kind, "{id}"); },
            [&workspace, kind](const Call& call) {
                const auto id = record_of(call);
                if (!id) return workspace.not_found(call);
                const auto done = answer_request(workspace, call, kind, *id);
                if (!done) return record_page(workspace, call, kind, done.error(), 422);
                return Workspace::go(call.paths.record(kind, id->text()) + "?done=" + std::string(*done));
            });
}

} // namespace interregio::workspace::web
