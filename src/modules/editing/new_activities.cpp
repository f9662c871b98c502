#include "modules/editing/new_activities.h"

#include "modules/editing/new_key.h"
#include "modules/editing/rights.h"
#include "modules/editing/saving.h"
#include "modules/partnerships/partnerships.h"

namespace interregio::editing {

std::expected<Activity, SheetProblems> read_new_activity(EditContext& context, RecordNames& names, const Sheet& sheet) {
    SheetProblems problems;
    auto activity = read_contents<Activity>(context.connection,
                                            tree_of<Activity>(sheet, names, context.reader, problems), "new", problems);
    if (problems.empty()) check(context, activity, problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return activity;
}

std::expected<std::vector<Saved>, Refusal> save_new_activities(EditContext& context, std::vector<Activity> activities,
                                                               const Scope& scope) {
    if (!may(context.actor, accounts::Role::editor, belonging_of_scope(context.connection, scope)))
        return std::unexpected(Refusal{"refusal.editing.not_allowed", {}});
    ChangeContext change{context.connection, context.clock, context.actor.name(), site_languages(context.connection)};
    std::vector<Saved> all;
    all.reserve(activities.size());
    for (Activity& activity : activities) {
        const LocalizedText& title = activity.title;
        activity.visible_to.only = scope;
        activity.key =
            new_key(context.connection, RecordKind::activity, title.original_version()->body, title.original);
        const auto saved = save(change, activity);
        if (!saved) return std::unexpected(saved.error());
        all.push_back({activity.id.uuid(), version_of(context.connection, activity.id.uuid()), *saved});
    }
    std::vector<Uuid> ids;
    ids.reserve(all.size());
    for (const Saved& one : all) ids.push_back(one.id);
    if (auto refusal = seen_too_widely_now(context, ids)) return std::unexpected(std::move(*refusal));
    return all;
}

std::expected<void, Refusal> remove_activities(EditContext& context, const std::vector<Id<Activity>>& ids) {
    ChangeContext change{context.connection, context.clock, context.actor.name(), site_languages(context.connection)};
    for (const Id<Activity>& id : ids) {
        if (!permission(context.connection, context.actor, RecordKind::activity, id.uuid()).to_change)
            return std::unexpected(Refusal{"refusal.editing.not_allowed", {}});
        remove(change, id);
    }
    return {};
}

} // namespace interregio::editing
