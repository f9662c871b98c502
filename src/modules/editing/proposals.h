#pragma once
// A proposed change: a form that is kept until others agree. Internal to the module.

#include "modules/editing/changes.h"
#include "modules/editing/history.h"

namespace interregio::editing {

/// As whom a form was filled in.
struct Proposer {
    db::Connection& seen;
    const db::Viewer& viewer;
    Language language;
};

/// What a form says that is new, as far as `reader` may see it: what neither of the two sees is not told.
[[nodiscard]] std::vector<FieldChange> changes_proposed(const HistoryReader& reader, const Proposer& proposer,
                                                        const FilledIn& form);

/// Adds the partnerships to which the record would belong after it.
void weigh_proposal(db::Connection& connection, const Proposer& proposer, const FilledIn& form,
                    Publication& publication);

} // namespace interregio::editing
