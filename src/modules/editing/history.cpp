#include "modules/editing/history.h"

#include "modules/editing/unseen_parts.h"
#include "modules/record/journal_reader.h"
#include "modules/record/record_reader.h"

#include <algorithm>
#include <map>
#include <set>

namespace interregio::editing {

std::vector<FieldChange> changes_between(const std::vector<FieldLine>& before, const std::vector<FieldLine>& after) {
    std::map<std::string_view, const FieldLine*> known;
    for (const FieldLine& line : before) known.emplace(line.place, &line);
    std::vector<FieldChange> changes;
    for (const FieldLine& line : after) {
        const auto found = known.find(line.place);
        const std::string words = found == known.end() ? std::string() : found->second->words;
        if (found != known.end()) known.erase(found);
        if (words != line.words) changes.push_back({line, words, line.words});
    }
    for (const FieldLine& line : before)
        if (known.contains(line.place)) changes.push_back({line, line.words, {}});
    return changes;
}

namespace {

using Lines = std::vector<FieldLine>;

/// Goes through the journal of one record and keeps the state it has come to.
template <Record T> class Replay {
  public:
    Replay(const HistoryReader& reader, const Uuid& id) : reader_(reader) {
        for (const JournalEntry& entry : history_of(reader.seen, id)) seen_.insert(entry.sequence);
    }

    void add(const JournalEntry& entry) {
        const Visibility visible_before = visible_to_;
        const Lines before = std::move(lines_);
        lines_.clear();
        visible_to_ = {};
        if (entry.operation == JournalOperation::removed) {
            tree_ = Tree::object();
        } else {
            apply_difference(tree_, entry.change);
            JournalReader context(reader_.connection);
            const T record = without_unseen(read_record<T>(context, node_of(tree_), {}), reader_.seen, reader_.viewer);
            lines_ = lines_of(record, reader_.names, reader_.catalogue);
            visible_to_ = record.visible_to;
        }
        if (!seen_.contains(entry.sequence)) return;
        HistoryEntry told{entry.sequence, entry.at, entry.actor, entry.operation};
        told.changes = changes_between(before, lines_);
        if (visible_to_ != visible_before) told.shown_to = visible_to_;
        history_.push_back(std::move(told));
    }

    [[nodiscard]] std::vector<HistoryEntry> take() {
        std::ranges::reverse(history_);
        return std::move(history_);
    }

  private:
    const HistoryReader& reader_;
    std::set<std::int64_t> seen_;
    Tree tree_ = Tree::object();
    Lines lines_;
    Visibility visible_to_;
    std::vector<HistoryEntry> history_;
};

} // namespace

std::vector<HistoryEntry> history_in_words(const HistoryReader& reader, RecordKind kind, const Uuid& id) {
    std::vector<HistoryEntry> history;
    for_each_kind([&]<class T> {
        if (T::kind != kind) return;
        Replay<T> replay(reader, id);
        for (const JournalEntry& entry : history_of(reader.connection, id)) replay.add(entry);
        history = replay.take();
    });
    return history;
}

std::optional<RecordInWords> record_in_words(db::Connection& seen, RecordNames& names, const Catalogue& catalogue,
                                             RecordKind kind, const Uuid& id) {
    std::optional<RecordInWords> told;
    for_each_kind([&]<class T> {
        if (T::kind != kind) return;
        if (const auto record = find(seen, Id<T>(id)))
            told = {*names.title(kind, id), record->visible_to, lines_of(*record, names, catalogue)};
    });
    return told;
}

} // namespace interregio::editing
