#pragma once
// The SQL of what the search keeps. Internal to the module. All take a connection inside a transaction.

#include "base/id.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::search::store {

struct State {
    std::string epoch; ///< changes when all is made anew
    std::int64_t analysis = 0;
    std::int64_t sequence = 0; ///< the last journal entry whose change is in the index
};
[[nodiscard]] std::optional<State> state(db::Connection& connection);
/// Forgets everything and begins anew.
void begin_anew(db::Connection& connection, const State& state);
void set_sequence(db::Connection& connection, std::int64_t sequence);

struct ChangedRecord {
    RecordKind kind = RecordKind::activity;
    Uuid id;
};
/// The records that the next journal entries after `sequence` changed, each once, and the number of the last of these
/// entries (`sequence` when there are none).
struct Changes {
    std::vector<ChangedRecord> records;
    std::int64_t last = 0;
};
[[nodiscard]] Changes changes_after(db::Connection& connection, std::int64_t sequence, std::int64_t most_entries);

/// Names the journal entry with that number, so that it is known again after a backup was restored; empty when there is
/// none.
[[nodiscard]] std::string name_of_change(db::Connection& connection, std::int64_t sequence);

struct WordRow {
    std::int64_t number = 0;
    std::string_view language;
    std::string_view word;
    std::string_view stems; ///< between spaces
};
[[nodiscard]] std::int64_t last_word(db::Connection& connection);
/// Calls for the words with greater numbers, in order.
void each_word_after(db::Connection& connection, std::int64_t number, const std::function<void(const WordRow&)>& each);
void add_word(db::Connection& connection, const WordRow& word);

/// Calls for the entries made after `sequence`; `contents` is empty for a record that is there no more.
void each_entry_after(db::Connection& connection, std::int64_t sequence,
                      const std::function<void(const Uuid& record, std::string_view contents)>& each);
[[nodiscard]] std::int64_t count_entries_after(db::Connection& connection, std::int64_t sequence);
void put_entry(db::Connection& connection, const Uuid& record, std::int64_t sequence, std::string_view contents);

} // namespace interregio::search::store
