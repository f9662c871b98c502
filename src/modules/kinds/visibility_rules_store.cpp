#include "modules/kinds/kinds.h"
#include "modules/kinds/table_shape.h"
#include "modules/kinds/visibility_rules.h"
#include "platform/db/stored_values.h"

namespace interregio {
namespace {

/// `r` is the record, `own` its restriction; `needed` that of the other record.
constexpr std::string_view is_not_covered =
    "own.scope IS NULL OR NOT (own.scope = needed.scope OR EXISTS (SELECT 1 FROM partnership_parties p WHERE "
    "p.owner_id = needed.scope AND p.target_id = own.scope))";

void find_in(db::Connection& connection, RecordKind kind, const TableShape& table, const TableColumn& column,
             std::vector<SeenTooWidely>& found) {
    const std::string records(plural_of(kind));
    const std::string join = table.is_list
                                 ? " JOIN " + table.name + " x ON x.\"" + column.name + "\" = needed.record_id JOIN " +
                                       records + " r ON r.id = x." + table.record
                                 : " JOIN " + records + " r ON r.\"" + column.name + "\" = needed.record_id";
    auto rows = connection.query("SELECT DISTINCT r.id, r.key, o.key FROM record_restrictions needed" + join +
                                 " JOIN " + std::string(plural_of(column.to)) +
                                 " o ON o.id = needed.record_id LEFT JOIN record_restrictions own ON own.record_id = "
                                 "r.id WHERE " +
                                 std::string(is_not_covered) + " ORDER BY r.key, o.key");
    const std::string field = table.is_list ? table.name.substr(name_of(kind).size() + 1) : column.name;
    while (rows.next())
        found.push_back({kind, db::stored_uuid(rows.text(0)), rows.get<std::string>(1), field, column.to,
                         rows.get<std::string>(2)});
}

} // namespace

std::vector<SeenTooWidely> seen_too_widely(db::Connection& connection) {
    std::vector<SeenTooWidely> found;
    if (!connection.query("SELECT 1 FROM record_restrictions LIMIT 1").next()) return found;
    for_each_kind([&]<class T> {
        for (const TableShape& table : tables_of<T>())
            for (const TableColumn& column : table.columns) {
                const bool needs = table.is_list ? column.listed
                                                 : column.leads == TableColumn::Leads::always ||
                                                       stands_as_it_is(table.name, column.name);
                if (needs) find_in(connection, T::kind, table, column, found);
            }
    });
    return found;
}

} // namespace interregio
