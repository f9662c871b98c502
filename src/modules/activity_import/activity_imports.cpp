#include "modules/activity_import/activity_imports.h"

#include "modules/activity_import/activity_import_store.h"
#include "modules/editing/approvals.h"
#include "modules/editing/drafts.h"
#include "modules/editing/rights.h"
#include "modules/record/records.h"

#include <algorithm>
#include <set>

namespace interregio::activity_import {
namespace {

using accounts::Actor;
using accounts::Role;

std::string oldest_allowed(const Clock& clock) { return timestamp(clock.now() - upload_lifetime); }

bool may_know_of(db::Connection& connection, const Actor& actor, const Import& import) {
    return editing::may(actor, Role::reader, editing::belonging_of_scope(connection, import.scope));
}

/// What was made and is still there as it was made, and what would stay.
struct Undoable {
    std::vector<Id<Activity>> removable;
    std::vector<Staying> staying;
};

Undoable undoable(editing::EditContext& context, const Import& import) {
    std::map<Uuid, ReferringRecord> referring;
    for (const auto& reference : references_to(context.connection, RecordKind::activity))
        referring.emplace(reference.to, reference);
    const auto drafted = editing::records_drafted_by_others(context.connection, context.actor.account());
    Undoable found;
    for (const MadeRecord& record : store::records_of(context.connection, import.id)) {
        if (record.is_removed || !key_of_id(context.connection, RecordKind::activity, record.id)) continue;
        const auto reference = referring.find(record.id);
        if (editing::version_of(context.connection, record.id) != record.version) {
            found.staying.push_back({Staying::Why::changed, record.id});
        } else if (reference != referring.end()) {
            const ReferringRecord& by = reference->second;
            const bool seen = key_of_id(context.seen, by.kind, by.id).has_value();
            found.staying.push_back({Staying::Why::referred_to, record.id, seen ? std::optional(by) : std::nullopt});
        } else if (editing::has_open_request(context.connection, record.id)) {
            found.staying.push_back({Staying::Why::asked_for, record.id});
        } else if (drafted.contains(record.id)) {
            found.staying.push_back({Staying::Why::worked_on, record.id});
        } else if (!editing::permission(context.connection, context.actor, RecordKind::activity, record.id).to_change) {
            found.staying.push_back({Staying::Why::not_allowed, record.id});
        } else {
            found.removable.emplace_back(record.id);
        }
    }
    return found;
}

std::unexpected<Refusal> refuse_import(std::string_view key) {
    return std::unexpected(Refusal{"refusal.activity_import." + std::string(key), {}});
}

} // namespace

Uuid keep_upload(db::Connection& connection, const Upload& upload, std::string_view bytes, const Clock& clock) {
    Upload kept = upload;
    kept.id = Uuid::make(clock);
    kept.uploaded_at = timestamp(clock.now());
    store::add_upload(connection, kept, bytes);
    store::remove_old_uploads(connection, oldest_allowed(clock), upload.account, most_uploads);
    return kept.id;
}

std::optional<Upload> find_upload(db::Connection& connection, const Uuid& id, Id<accounts::Account> account,
                                  const Clock& clock) {
    auto upload = store::find_upload(connection, id);
    if (!upload || upload->account != account || upload->uploaded_at < oldest_allowed(clock)) return std::nullopt;
    return upload;
}

std::string bytes_of(db::Connection& connection, const Upload& upload) {
    return store::bytes_of_upload(connection, upload.id);
}

void change_settings(db::Connection& connection, const Upload& upload, const ImportSettings& settings) {
    store::set_settings(connection, upload.id, stored_settings(settings));
}

void discard(db::Connection& connection, const Upload& upload) { store::remove_upload(connection, upload.id); }

std::expected<Import, Refusal> carry_out(editing::EditContext& context, const Upload& upload, const ImportTable& table,
                                         std::size_t promised,
                                         const std::function<std::string(const Preview&)>& left_over) {
    const Preview preview = read_preview(context, table, upload.settings, Suggestions::none);
    if (preview.taken != promised) return refuse_import("changed");
    if (preview.taken == 0 || !upload.settings.draft_for) return refuse_import("nothing");
    std::vector<Activity> activities;
    activities.reserve(preview.taken);
    for (const PreviewRow& row : preview.rows)
        if (row.is_taken(upload.settings.alike)) activities.push_back(*row.read.activity);
    const auto made = editing::save_new_activities(context, std::move(activities), *upload.settings.draft_for);
    if (!made) return std::unexpected(made.error());
    Import import{.id = upload.id,
                  .account = upload.account,
                  .file_name = upload.file_name,
                  .scope = *upload.settings.draft_for,
                  .imported_at = timestamp(context.clock.now()),
                  .made = static_cast<std::int64_t>(made->size()),
                  .left_out = static_cast<std::int64_t>(preview.rows.size() - made->size())};
    store::add_import(context.connection, import);
    for (std::size_t i = 0; i < made->size(); ++i)
        store::add_record(context.connection, import.id, {(*made)[i].id, (*made)[i].version},
                          static_cast<std::int64_t>(i));
    if (import.left_out == 0)
        store::remove_upload(context.connection, upload.id);
    else
        store::set_left_over(context.connection, upload.id, left_over(preview));
    return import;
}

std::optional<Import> find_import(db::Connection& connection, const Uuid& id, const Actor& actor) {
    auto import = store::find_import(connection, id);
    return import && may_know_of(connection, actor, *import) ? std::move(import) : std::nullopt;
}

std::vector<Import> imports_for(db::Connection& connection, const Actor& actor) {
    auto all = store::imports(connection);
    std::erase_if(all, [&](const Import& import) { return !may_know_of(connection, actor, import); });
    return all;
}

std::vector<MadeRecord> records_of(db::Connection& connection, const Import& import) {
    return store::records_of(connection, import.id);
}

std::vector<Staying> staying(editing::EditContext& context, const Import& import) {
    return undoable(context, import).staying;
}

std::expected<std::int64_t, Refusal> undo(editing::EditContext& context, const Import& import, Undo how) {
    if (!may_know_of(context.connection, context.actor, import)) return refuse_import("not_there");
    const Undoable found = undoable(context, import);
    if (!found.staying.empty() && how == Undo::all_or_nothing) return refuse_import("stay");
    if (found.removable.empty()) return refuse_import("undone");
    const auto removed = editing::remove_activities(context, found.removable);
    if (!removed) return std::unexpected(removed.error());
    for (const auto& id : found.removable) store::set_removed(context.connection, import.id, id.uuid());
    store::set_undone(context.connection, import.id, timestamp(context.clock.now()), context.actor.name());
    return static_cast<std::int64_t>(found.removable.size());
}

} // namespace interregio::activity_import
