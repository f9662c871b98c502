#pragma once
// Making many activities at once, out of sheets: what save_form() does for one, with the same limits, rules and rights.

#include "modules/editing/changes.h"

#include <expected>
#include <vector>

namespace interregio::editing {

/// The activity that a sheet says, without key and id; or what is wrong with it, by field. Writes nothing. `names` may
/// be used for many sheets; it reads what the one who edits sees.
[[nodiscard]] std::expected<Activity, SheetProblems> read_new_activity(EditContext& context, RecordNames& names,
                                                                       const Sheet& sheet);

/// Stores them in their order, each with its entry in the journal, visible to `scope` alone; gives what was made, in
/// the same order. Refuses refusal.editing.not_allowed, and refusal.editing.not_public_enough or .needed_unseen where
/// one needs something that fewer may see.
[[nodiscard]] std::expected<std::vector<Saved>, Refusal>
save_new_activities(EditContext& context, std::vector<Activity> activities, const Scope& scope);

/// Removes activities that nobody refers to. Those who may not change one of them are refused
/// refusal.editing.not_allowed.
[[nodiscard]] std::expected<void, Refusal> remove_activities(EditContext& context,
                                                             const std::vector<Id<Activity>>& ids);

} // namespace interregio::editing
