#pragma once
// All activities that a group of viewers sees, in memory: what the table is filtered and sorted by, a column for each,
// read when it is first asked for. Follows the journal. Internal to the module; used by one thread at a time.

#include "modules/editing/activity_table_store.h"

namespace interregio::editing {

class ActivityIndex {
  public:
    /// Brings it to the state of the reader's connection.
    void follow(const TableReader& reader, db::Database& database);

    /// After follow(), on the same connection.
    [[nodiscard]] FoundActivities find(db::Connection& connection, const ActivityTableQuery& query);

  private:
    using Row = std::uint32_t;
    /// One value a row; empty until it is loaded.
    template <class T> struct Column {
        std::vector<T> values{};
        bool loaded = false;
    };
    using Less = std::function<bool(Row, Row)>;

    void read_all(db::Connection& connection);
    [[nodiscard]] bool read_changed(db::Connection& connection, const ChangesSince& changes);
    void take_head(const ActivityHead& head);

    template <class T, class Read> void load(Column<T>& column, Wanted wanted, const Read& read);
    void load_titles(db::Connection& connection, const Catalogue& words, Wanted wanted);
    void load_folded(db::Connection& connection, Wanted wanted);
    void load_gaps(db::Connection& connection, Wanted wanted);
    void load_changes(db::Connection& connection, Wanted wanted);
    void load_relation(db::Connection& connection, Relation relation, Wanted wanted);
    void load_what_is_asked(db::Connection& connection, const ActivityTableQuery& query);
    void reload(db::Connection& connection, Wanted wanted);

    [[nodiscard]] std::vector<Row> rows_for(const ActivityTableFilter& filter) const;
    [[nodiscard]] bool head_matches(const ActivityHead& head, const ActivityTableFilter& filter) const;
    [[nodiscard]] bool relations_match(Row row, const ActivityTableFilter& filter) const;
    [[nodiscard]] bool newer(Row one, Row other) const;
    [[nodiscard]] Less less_by(const ActivityTableQuery& query) const;
    [[nodiscard]] Less less_by_rank(const ActivityTableQuery& query) const;

    bool read_ = false;
    std::int64_t last_entry_ = 0;
    bool behind_ = false; ///< the reader of now sees an older state: what is loaded for them is not kept
    std::vector<ActivityHead> heads_;
    std::unordered_map<Uuid, Row> place_;
    std::map<Language, Column<std::string>> titles_; ///< as keys to sort by, for readers of each language
    Column<std::string> folded_;                     ///< titles in all languages, a line each
    Column<std::uint8_t> gaps_;                      ///< missing or behind, see TranslationGaps
    Column<std::int64_t> changes_;
    std::map<Relation, Column<std::vector<Uuid>>> relations_;
};

} // namespace interregio::editing
