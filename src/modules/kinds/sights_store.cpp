#include "modules/kinds/kinds.h"
#include "modules/kinds/sights.h"
#include "modules/kinds/table_shape.h"

namespace interregio {
namespace {

enum class Seen { by_anyone, by_members };

/// The conditions under which something is hidden, in SQL. The table that is looked at is `t`.
class Hidden {
  public:
    explicit Hidden(Seen seen) : seen_(seen) {}

    [[nodiscard]] std::string record(const std::string& id) const {
        if (seen_ == Seen::by_anyone) return id + " IN (SELECT record_id FROM main.record_restrictions)";
        return "EXISTS (SELECT 1 FROM main.record_restrictions r WHERE r.record_id = " + id + beyond() + ")";
    }
    [[nodiscard]] std::string text() const {
        return "EXISTS (SELECT 1 FROM main.text_restrictions r WHERE r.owner_id = t.owner_id AND r.field = t.field" +
               beyond() + ")";
    }
    [[nodiscard]] std::string entry(const std::string& covers) const {
        return "EXISTS (SELECT 1 FROM main.journal_restrictions r WHERE r.sequence = t.sequence AND r.covers IN (" +
               covers + ")" + beyond() + ")";
    }

  private:
    [[nodiscard]] std::string beyond() const {
        return seen_ == Seen::by_anyone ? "" : " AND r.scope NOT IN (SELECT scope FROM temp.seen_scopes)";
    }
    Seen seen_;
};

std::string column_of(const TableColumn& column) { return "t.\"" + column.name + "\""; }

std::string shown_column(const Hidden& hidden, const TableShape& table, const TableColumn& column) {
    std::string name = column_of(column);
    if (column.leads != TableColumn::Leads::sometimes || stands_as_it_is(table.name, column.name)) return name;
    return "CASE WHEN " + hidden.record(name) + " THEN NULL ELSE " + name + " END AS \"" + column.name + "\"";
}

std::string table_view(const Hidden& hidden, const TableShape& table) {
    std::string columns;
    std::string where = " WHERE NOT " + hidden.record("t." + table.record);
    for (const TableColumn& column : table.columns) {
        columns += (columns.empty() ? "" : ", ") + shown_column(hidden, table, column);
        // A record needs what it leads to (visibility_rules.h); a row goes with it.
        if (table.is_list && column.leads == TableColumn::Leads::always)
            where += " AND NOT " + hidden.record(column_of(column));
    }
    return "SELECT " + columns + " FROM main." + table.name + " AS t" + where;
}

/// That the row which owns a text is not hidden, for each table where rows can be.
std::string owner_is_seen(const Hidden& hidden, const std::vector<TableShape>& tables) {
    std::string condition;
    for (const TableShape& table : tables) {
        if (!table.is_list || !table.has_texts) continue;
        std::string without;
        for (const TableColumn& column : table.columns)
            if (column.leads == TableColumn::Leads::always)
                without += (without.empty() ? "" : " OR ") + hidden.record("o.\"" + column.name + "\"");
        if (without.empty()) continue;
        condition +=
            " AND NOT EXISTS (SELECT 1 FROM main." + table.name + " o WHERE o.id = t.owner_id AND (" + without + "))";
    }
    return condition;
}

std::string files_are_seen(const Hidden& hidden) {
    std::string condition;
    for (const char* table : {"images", "documents"})
        condition += std::string(condition.empty() ? "" : " OR ") + "EXISTS (SELECT 1 FROM main." + table +
                     " f WHERE f.file_hash = t.hash AND NOT " + hidden.record("f.id") + ")";
    return condition;
}

db::Sight sight(Seen seen) {
    const Hidden hidden(seen);
    std::vector<TableShape> tables;
    for_each_kind([&]<class T> {
        for (TableShape& table : tables_of<T>()) tables.push_back(std::move(table));
    });
    db::Sight sight;
    const auto add = [&](const std::string& table, const std::string& select) {
        sight.views.emplace_back(table, select);
    };
    for (const TableShape& table : tables) add(table.name, table_view(hidden, table));
    const std::string seen_texts = " AS t WHERE NOT " + hidden.record("t.record_id") + " AND NOT " + hidden.text() +
                                   " AND (t.owner_id = t.record_id OR (1 = 1" + owner_is_seen(hidden, tables) + "))";
    add("texts", "SELECT * FROM main.texts" + seen_texts);
    add("text_revisions", "SELECT * FROM main.text_revisions" + seen_texts);
    add("slugs", "SELECT * FROM main.slugs AS t WHERE NOT " + hidden.record("t.record_id"));
    add("journal", "SELECT t.sequence, t.at, t.actor, t.kind, t.record_id, t.operation, CASE WHEN " +
                       hidden.entry("'change'") +
                       " THEN '{}' ELSE t.change END AS change FROM main.journal AS t "
                       "WHERE NOT " +
                       hidden.record("t.record_id") + " AND NOT " + hidden.entry("'entry'"));
    add("blobs", "SELECT * FROM main.blobs AS t WHERE " + files_are_seen(hidden));
    add("made_pictures", "SELECT * FROM main.made_pictures AS t WHERE EXISTS (SELECT 1 FROM main.images i WHERE "
                         "i.file_hash = t.file_hash AND i.credit = t.credit AND NOT " +
                             hidden.record("i.id") + ")");
    add("renditions", "SELECT * FROM main.renditions AS t WHERE EXISTS (SELECT 1 FROM main.made_pictures m "
                      "JOIN main.images i ON i.file_hash = m.file_hash AND i.credit = m.credit "
                      "WHERE m.mark = t.mark AND NOT " +
                          hidden.record("i.id") + ")");
    for (const char* counts : {"activity_counts", "activity_tallies"})
        add(counts, std::string("SELECT * FROM main.") + counts + " AS t WHERE NOT " + hidden.record("t.value"));
    sight.open = {"migrations"};
    if (seen == Seen::by_members) {
        for (const char* restrictions : {"record_restrictions", "text_restrictions"})
            add(restrictions, std::string("SELECT * FROM main.") + restrictions +
                                  " AS t WHERE t.scope IN (SELECT scope FROM temp.seen_scopes)");
        sight.open.emplace_back("account"); // whose accounts somebody may see, accounts.h decides
        sight.open.emplace_back("publishing_rules");
        // What a form of a request says, only editing/approvals.h shows: it may be about what is hidden in the record.
        add("publication_requests",
            "SELECT * FROM main.publication_requests AS t WHERE NOT " + hidden.record("t.record_id"));
        add("publication_agreements",
            "SELECT * FROM main.publication_agreements AS t WHERE EXISTS (SELECT 1 FROM main.publication_requests q "
            "WHERE q.id = t.request AND NOT " +
                hidden.record("q.record_id") + ")");
    }
    return sight;
}

} // namespace

db::Sights sights_of_the_record() { return {sight(Seen::by_anyone), sight(Seen::by_members)}; }

} // namespace interregio
