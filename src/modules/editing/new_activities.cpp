#include "modules/editing/new_activities.h"

#include "modules/editing/edit_reader.h"
#include "modules/editing/new_key.h"
#include "modules/editing/rights.h"
#include "modules/kinds/visibility_rules.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/journal_reader.h"

#include <algorithm>

namespace interregio::editing {
namespace {

std::optional<Refusal> refusal_of_visibility(EditContext& context) {
    const auto wide = seen_too_widely(context.connection);
    if (wide.empty()) return std::nullopt;
    const auto named = std::ranges::find_if(wide, [&](const SeenTooWidely& one) {
        return id_of_key(context.seen, one.needed_kind, one.needed_key).has_value();
    });
    if (named == wide.end()) return Refusal{"refusal.editing.needed_unseen", {}};
    return Refusal{"refusal.editing.not_public_enough", {{"found", named->needed_key}, {"needed_by", named->key}}};
}

} // namespace

std::expected<Activity, SheetProblems> read_new_activity(EditContext& context, RecordNames& names, const Sheet& sheet) {
    SheetProblems problems;
    Tree tree = tree_of<Activity>(sheet, names, context.reader, problems);
    tree["key"] = "new";
    EditReader reader(context.connection, problems);
    auto activity = read_record<Activity>(reader, node_of(tree), {});
    if (problems.empty())
        check_rules(activity, {.today = day_of(context.clock.now()),
                               .spoken = context.spoken,
                               .report = [&](const std::string& path, Refusal refusal) {
                                   reader.report(path, std::move(refusal));
                               }});
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
    if (auto refusal = refusal_of_visibility(context)) return std::unexpected(std::move(*refusal));
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
