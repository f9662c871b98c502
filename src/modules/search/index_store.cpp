#include "modules/search/index_store.h"

#include "platform/db/stored_values.h"

#include <set>

namespace interregio::search::store {

std::optional<State> state(db::Connection& connection) {
    auto rows = connection.query("SELECT epoch, analysis, sequence FROM search_state WHERE id = 1");
    if (!rows.next()) return std::nullopt;
    return State{rows.get<std::string>(0), rows.get<std::int64_t>(1), rows.get<std::int64_t>(2)};
}

void begin_anew(db::Connection& connection, const State& state) {
    connection.execute("DELETE FROM search_entries");
    connection.execute("DELETE FROM search_words");
    connection.execute("DELETE FROM search_state");
    connection.execute(
        "INSERT INTO search_state (id, epoch, analysis, sequence) VALUES (1, :epoch, :analysis, :sequence)",
        {{"epoch", state.epoch}, {"analysis", state.analysis}, {"sequence", state.sequence}});
}

void set_sequence(db::Connection& connection, std::int64_t sequence) {
    connection.execute("UPDATE search_state SET sequence = :sequence WHERE id = 1", {{"sequence", sequence}});
}

Changes changes_after(db::Connection& connection, std::int64_t sequence, std::int64_t most_entries) {
    Changes changes{.records = {}, .last = sequence};
    std::set<Uuid> seen;
    auto rows = connection.query("SELECT sequence, kind, record_id FROM journal WHERE sequence > :sequence "
                                 "ORDER BY sequence LIMIT :most",
                                 {{"sequence", sequence}, {"most", most_entries}});
    while (rows.next()) {
        changes.last = rows.get<std::int64_t>(0);
        const Uuid id = db::stored_uuid(rows.text(2));
        if (seen.insert(id).second) changes.records.push_back({db::stored_record_kind(rows.text(1)), id});
    }
    return changes;
}

std::string name_of_change(db::Connection& connection, std::int64_t sequence) {
    auto rows =
        connection.query("SELECT at, record_id FROM journal WHERE sequence = :sequence", {{"sequence", sequence}});
    return rows.next() ? rows.get<std::string>(0) + ' ' + rows.get<std::string>(1) : std::string();
}

std::int64_t last_word(db::Connection& connection) {
    auto rows = connection.query("SELECT COALESCE(MAX(number), 0) FROM search_words");
    rows.next();
    return rows.get<std::int64_t>(0);
}

void each_word_after(db::Connection& connection, std::int64_t number, const std::function<void(const WordRow&)>& each) {
    auto rows = connection.query(
        "SELECT number, language, word, stems FROM search_words WHERE number > :number ORDER BY number",
        {{"number", number}});
    while (rows.next()) each({rows.get<std::int64_t>(0), rows.text(1), rows.text(2), rows.text(3)});
}

void add_word(db::Connection& connection, const WordRow& word) {
    connection.execute(
        "INSERT INTO search_words (number, language, word, stems) VALUES (:number, :language, :word, :stems)",
        {{"number", word.number}, {"language", word.language}, {"word", word.word}, {"stems", word.stems}});
}

void each_entry_after(db::Connection& connection, std::int64_t sequence,
                      const std::function<void(const Uuid&, std::string_view)>& each) {
    // All of them are read in the order in which they lie.
    auto rows = sequence <= 0
                    ? connection.query("SELECT record_id, contents FROM search_entries")
                    : connection.query("SELECT record_id, contents FROM search_entries WHERE sequence > :sequence",
                                       {{"sequence", sequence}});
    while (rows.next()) {
        const Uuid id = db::stored_uuid(rows.text(0));
        const auto bytes = rows.get<std::vector<std::byte>>(1);
        each(id, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
}

std::int64_t count_entries_after(db::Connection& connection, std::int64_t sequence) {
    auto rows =
        connection.query("SELECT COUNT(*) FROM search_entries WHERE sequence > :sequence", {{"sequence", sequence}});
    rows.next();
    return rows.get<std::int64_t>(0);
}

void put_entry(db::Connection& connection, const Uuid& record, std::int64_t sequence, std::string_view contents) {
    connection.execute(
        "INSERT INTO search_entries (record_id, sequence, contents) VALUES (:record, :sequence, :contents) "
        "ON CONFLICT (record_id) DO UPDATE SET sequence = excluded.sequence, contents = excluded.contents",
        {{"record", record.text()},
         {"sequence", sequence},
         {"contents", std::as_bytes(std::span(contents.data(), contents.size()))}});
}

} // namespace interregio::search::store
