#pragma once
// Which kept answers a change of the record makes old. Internal to the module.

#include "modules/journal/journal.h"
#include "platform/db/read_set.h"

namespace interregio {

class Affected {
  public:
    explicit Affected(const std::vector<JournalEntry>& changes);

    /// Whether something that was made from these reads is old.
    [[nodiscard]] bool by(const db::ReadSet& reads) const;

  private:
    std::vector<Uuid> records_;
    std::vector<RecordKind> lists_;
    bool everything_ = false; ///< who may see a record has changed: what refers to it looks different, too
};

/// Whether lists of the kind may look different: a record has come or gone, or a field has changed that decides where
/// records stand. Texts and what only the record's own page shows do not.
[[nodiscard]] bool changes_lists(const JournalEntry& change);
/// Whether others may see the record than before.
[[nodiscard]] bool changes_visibility(const JournalEntry& change);

} // namespace interregio
