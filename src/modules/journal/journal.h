#pragma once
// The journal: every change of the record in one append-only table, written in the same transaction as the change.
// History, the state at an earlier time, page refresh and exchange between servers read it.
// All operations take a connection inside a transaction; appending needs the write transaction.

#include "base/id.h"
#include "base/record_kind.h"
#include "modules/journal/tree.h"
#include "platform/db/database.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace interregio {

enum class JournalOperation { created, changed, removed };
constexpr std::string_view name_of(JournalOperation operation) {
    constexpr std::array<std::string_view, 3> names{"created", "changed", "removed"};
    return names[static_cast<std::size_t>(operation)];
}

/// As a column holds it; throws db::Error when it is none.
[[nodiscard]] JournalOperation stored_operation(std::string_view name);

struct JournalEntry {
    std::int64_t sequence = 0; ///< counts from 1, without gaps
    std::string at;            ///< timestamp
    std::string actor;
    RecordKind kind = RecordKind::activity;
    Uuid record;
    JournalOperation operation = JournalOperation::created;
    Tree change; ///< path ("title/de/text") -> [from, to]; null where there was or is nothing
};

/// Adds an entry; gives its sequence number. `entry.sequence` is not read.
std::int64_t append(db::Connection& connection, const JournalEntry& entry);

/// The entries of one record, oldest first.
[[nodiscard]] std::vector<JournalEntry> history_of(db::Connection& connection, const Uuid& record);

/// The entries after a sequence number, in order, at most `limit` of them.
[[nodiscard]] std::vector<JournalEntry> entries_after(db::Connection& connection, std::int64_t sequence,
                                                      std::int64_t limit);

/// An entry of the journal by number, time and record; none of an empty journal. The number alone would not do: a
/// restored backup counts on from where the backup stood.
struct JournalMark {
    std::int64_t sequence = 0;
    std::string at;
    std::string record;
    friend bool operator==(const JournalMark&, const JournalMark&) = default;
};
[[nodiscard]] JournalMark last_mark(db::Connection& connection);
/// Whether the journal goes on from there: the marked entry is still in it.
[[nodiscard]] bool holds(db::Connection& connection, const JournalMark& mark);

/// The number of the last entry; 0 in an empty journal.
[[nodiscard]] std::int64_t last_sequence(db::Connection& connection);

/// The record as it stood after the entry with that number; nothing when it did not exist then.
[[nodiscard]] std::optional<Tree> tree_at(db::Connection& connection, const Uuid& record, std::int64_t sequence);

} // namespace interregio
