// What became of a record: who changed what, when, from what to what; and the way back to an earlier state.
#include "modules/editing/approvals.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/change_words.h"
#include "modules/workspace/web/record_fields.h"
#include "modules/workspace/web/record_parts.h"

namespace interregio::workspace::web {

using namespace html;
using editing::HistoryEntry;

namespace {

std::string what_words(const Call& call, const HistoryEntry& entry) {
    const std::string who = entry.actor.empty() ? call.view.text("history.somebody") : entry.actor;
    std::string_view key = "history.changed";
    if (entry.operation == JournalOperation::created) key = "history.created";
    if (entry.operation == JournalOperation::removed) key = "history.removed";
    if (entry.operation == JournalOperation::changed && entry.changes.empty() && entry.shown_to)
        key = entry.shown_to->is_public() ? "history.published" : "history.withdrawn";
    return call.view.text(key, {{"who", who}});
}

/// Who has agreed to an entry, where it was asked for.
Node agreed_to(const View& view, const std::vector<editing::AgreedEntries>& agreed, std::int64_t sequence) {
    for (const editing::AgreedEntries& entries : agreed) {
        if (sequence < entries.first || sequence > entries.last) continue;
        std::string names;
        for (const std::string& name : entries.agreed) names.append(names.empty() ? "" : ", ").append(name);
        return group(
            p(cls("kern-hint"), view.text("history.asked", {{"name", entries.asked_by}})),
            when(!names.empty(), [&] { return p(cls("kern-hint"), view.text("history.agreed", {{"names", names}})); }));
    }
    return {};
}

Node entry_view(const Call& call, RecordKind kind, const Uuid& id, const HistoryEntry& entry, const Node& agreed,
                bool restores, std::int64_t version) {
    const View& view = call.view;
    const bool long_list = entry.operation == JournalOperation::created;
    const Node changes = entry.changes.empty() ? Node{} : changes_list(view, entry.changes);
    return li(cls("history__entry"), h2(cls("kern-heading-small"), what_words(call, entry)),
              p(cls("kern-hint"), moment(view, entry.at)), agreed,
              when(entry.shown_to, [&] { return p(visibility_badge(call, *entry.shown_to)); }),
              long_list ? details(summary(view.text("history.first_state")), changes) : changes, when(restores, [&] {
                  return button_form(
                      call, call.paths.history(kind, id.text()), view.text("history.restore"), Weight::tertiary,
                      group(hidden_field("do", "restore"), hidden_field("sequence", std::to_string(entry.sequence)),
                            hidden_field("version", std::to_string(version))));
              }));
}

std::vector<HistoryEntry> read_history(const Workspace& workspace, const Call& call, RecordKind kind, const Uuid& id) {
    const auto all = workspace.database().read();
    editing::RecordNames names(call.connection, call.view.language());
    return editing::history_in_words({*all, call.connection, call.viewer, names, call.view.words}, kind, id);
}

http::Response history_page(const Workspace& workspace, const Call& call, RecordKind kind, const FormErrors& errors,
                            int status) {
    const auto id = record_of(call);
    editing::RecordNames names(call.connection, call.view.language());
    const auto record = id ? names.title(kind, *id) : std::nullopt;
    if (!record) return workspace.not_found(call);
    const View& view = call.view;
    const auto history = read_history(workspace, call, kind, *id);
    const bool changes = editing::permission(call.connection, call.by().actor, kind, *id).to_change;
    const std::int64_t version = editing::version_of(call.connection, *id);
    const auto agreed = editing::agreed_entries(call.connection, *id);
    WorkspaceParts parts{view.text("history.heading", {{"name", record->name}}), WorkspaceItem::records};
    parts.status = status;
    parts.contents = page_with_heading(
        fill(view.text("history.heading"), {{"name", name_of_record(view, *record)}}), crumbs(call, kind, record),
        group(error_summary(view, errors), ol(cls("history"), each(history, [&](const HistoryEntry& entry) {
                                                  return entry_view(call, kind, *id, entry,
                                                                    agreed_to(view, agreed, entry.sequence),
                                                                    changes && entry.sequence != version, version);
                                              }))));
    return workspace.page(call, parts);
}

/// The state that an undo leads back to: that before the last change.
std::int64_t sequence_before(const Workspace& workspace, const Call& call, RecordKind kind, const Uuid& id) {
    const auto history = read_history(workspace, call, kind, id);
    return history.size() < 2 ? 0 : history[1].sequence;
}

http::Response go_back(const Workspace& workspace, const Call& call, RecordKind kind) {
    const auto id = record_of(call);
    if (!id) return workspace.not_found(call);
    const std::int64_t sequence =
        call.field("do") == "undo" ? sequence_before(workspace, call, kind, *id) : number_in(call.field("sequence"));
    const auto restored = change_record(workspace, call, [&](editing::EditContext& context) {
        return editing::restore(context, kind, *id, sequence, number_in(call.field("version")));
    });
    if (restored)
        return Workspace::go(call.paths.record(kind, id->text()) + "?version=" + std::to_string(restored->version) +
                             "&done=restored");
    FormErrors errors;
    if (restored.error().refusal) errors.list.push_back({"", *restored.error().refusal});
    // What it was may not be what may be said today: a rule, or something it referred to.
    for (const auto& problem : restored.error().problems) errors.list.push_back({"", problem.refusal});
    return history_page(workspace, call, kind, errors, 422);
}

} // namespace

void add_record_history_pages(Workspace& workspace, http::Router& router) {
    for (const RecordKind kind : all_record_kinds) {
        const auto path = [kind](const auto& paths) { return paths.history(kind, "{id}"); };
        workspace.add_page(router, http::Access::role(http::Need::reader), path, [&workspace, kind](const Call& call) {
            return history_page(workspace, call, kind, {}, 200);
        });
        workspace.add_form(router, http::Access::role(http::Need::editor), path,
                           [&workspace, kind](const Call& call) { return go_back(workspace, call, kind); });
    }
}

} // namespace interregio::workspace::web
