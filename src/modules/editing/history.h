#pragma once
// What became of a record, in words: who changed what, when, from what to what. And the record as it is.

#include "modules/editing/record_words.h"
#include "modules/journal/journal.h"
#include "platform/db/sight.h"

namespace interregio::editing {

/// A field before and after; one of them empty where there was or is nothing.
struct FieldChange {
    FieldLine line; ///< as it is after, or before where it is gone
    std::string before;
    std::string after;
};

/// In the order of the later state; what is gone stands at the end.
[[nodiscard]] std::vector<FieldChange> changes_between(const std::vector<FieldLine>& before,
                                                       const std::vector<FieldLine>& after);

struct HistoryEntry {
    std::int64_t sequence = 0;
    std::string at; ///< timestamp
    std::string actor;
    JournalOperation operation = JournalOperation::created;
    std::vector<FieldChange> changes{};   ///< of fields
    std::optional<Visibility> shown_to{}; ///< where it was changed: to whom it is visible since
};

/// Whose history, and as whom it is read.
struct HistoryReader {
    db::Connection& connection; ///< sees everything
    db::Connection& seen;       ///< of the one who reads
    const db::Viewer& viewer;
    RecordNames& names;
    const Catalogue& catalogue;
};

/// The entries that the one who reads may see, the newest first; of each, what they may see of it.
[[nodiscard]] std::vector<HistoryEntry> history_in_words(const HistoryReader& reader, RecordKind kind, const Uuid& id);

/// The record as the connection sees it; nothing when it is not there.
struct RecordInWords {
    NamedRecord record;
    Visibility visible_to;
    std::vector<FieldLine> lines;
};
[[nodiscard]] std::optional<RecordInWords> record_in_words(db::Connection& seen, RecordNames& names,
                                                           const Catalogue& catalogue, RecordKind kind, const Uuid& id);

} // namespace interregio::editing
