#pragma once
// What all ways of saving a record have in common. Internal to the module.

#include "modules/editing/changes.h"
#include "modules/editing/edit_reader.h"

namespace interregio::editing {

/// What the rules say against a record, by field.
template <Record T> void check(const EditContext& context, const T& record, SheetProblems& problems) {
    EditReader reports(context.connection, problems);
    check_rules(record, {.today = day_of(context.clock.now()),
                         .spoken = context.spoken,
                         .report = [&](const std::string& path, Refusal refusal) {
                             reports.report(path, std::move(refusal));
                         }});
}

/// Names what needs something that fewer may see, of what was `saved` in this transaction and what the one who edits
/// sees besides.
[[nodiscard]] std::optional<Refusal> seen_too_widely_now(EditContext& context, const std::vector<Uuid>& saved);

} // namespace interregio::editing
