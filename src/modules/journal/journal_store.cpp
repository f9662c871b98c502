#include "modules/journal/journal.h"

#include "platform/db/stored_values.h"

namespace interregio {

JournalOperation stored_operation(std::string_view name) {
    for (const auto operation : {JournalOperation::created, JournalOperation::changed, JournalOperation::removed})
        if (name_of(operation) == name) return operation;
    db::unreadable(name);
}

namespace {

std::vector<JournalEntry> read(db::Rows rows) {
    std::vector<JournalEntry> entries;
    while (rows.next())
        entries.push_back({.sequence = rows.get<std::int64_t>(0),
                           .at = rows.get<std::string>(1),
                           .actor = rows.get<std::string>(2),
                           .kind = db::stored_record_kind(rows.text(3)),
                           .record = db::stored_uuid(rows.text(4)),
                           .operation = stored_operation(rows.text(5)),
                           .change = Tree::parse(rows.text(6))});
    return entries;
}

} // namespace

std::int64_t last_sequence(db::Connection& connection) {
    auto rows = connection.query("SELECT coalesce(max(sequence), 0) FROM journal");
    rows.next();
    return rows.get<std::int64_t>(0);
}

std::int64_t append(db::Connection& connection, const JournalEntry& entry) {
    const std::int64_t sequence = last_sequence(connection) + 1; // there is one writer
    connection.execute("INSERT INTO journal (sequence, at, actor, kind, record_id, operation, change) "
                       "VALUES (:sequence, :at, :actor, :kind, :record, :operation, :change)",
                       {{"sequence", sequence},
                        {"at", entry.at},
                        {"actor", entry.actor},
                        {"kind", name_of(entry.kind)},
                        {"record", entry.record.text()},
                        {"operation", name_of(entry.operation)},
                        {"change", entry.change.dump()}});
    return sequence;
}

std::vector<JournalEntry> history_of(db::Connection& connection, const Uuid& record) {
    return read(connection.query("SELECT sequence, at, actor, kind, record_id, operation, change FROM journal "
                                 "WHERE record_id = :record ORDER BY sequence",
                                 {{"record", record.text()}}));
}

std::vector<JournalEntry> entries_after(db::Connection& connection, std::int64_t sequence, std::int64_t limit) {
    return read(connection.query("SELECT sequence, at, actor, kind, record_id, operation, change FROM journal "
                                 "WHERE sequence > :sequence ORDER BY sequence LIMIT :limit",
                                 {{"sequence", sequence}, {"limit", limit}}));
}

JournalMark last_mark(db::Connection& connection) {
    auto rows = connection.query("SELECT sequence, at, record_id FROM journal ORDER BY sequence DESC LIMIT 1");
    if (!rows.next()) return {};
    return {rows.get<std::int64_t>(0), rows.get<std::string>(1), rows.get<std::string>(2)};
}

bool holds(db::Connection& connection, const JournalMark& mark) {
    if (mark == JournalMark{}) return true;
    return connection
        .query("SELECT 1 FROM journal WHERE sequence = :sequence AND at = :at AND record_id = :record",
               {{"sequence", mark.sequence}, {"at", mark.at}, {"record", mark.record}})
        .next();
}

std::optional<Tree> tree_at(db::Connection& connection, const Uuid& record, std::int64_t sequence) {
    std::optional<Tree> tree;
    for (const JournalEntry& entry : history_of(connection, record)) {
        if (entry.sequence > sequence) break;
        if (entry.operation == JournalOperation::removed) {
            tree.reset();
        } else {
            if (!tree) tree = Tree::object();
            apply_difference(*tree, entry.change);
        }
    }
    return tree;
}

} // namespace interregio
