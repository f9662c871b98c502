#include "modules/kinds/kinds.h"
#include "modules/kinds/references_to.h"
#include "modules/kinds/table_shape.h"
#include "platform/db/stored_values.h"

namespace interregio {

std::vector<ReferringRecord> references_to(db::Connection& connection, RecordKind kind) {
    std::vector<ReferringRecord> found;
    for_each_kind([&]<class T> {
        for (const TableShape& table : tables_of<T>())
            for (const TableColumn& column : table.columns) {
                if (column.leads == TableColumn::Leads::nowhere || column.to != kind) continue;
                auto rows = connection.query("SELECT DISTINCT " + table.record + ", \"" + column.name + "\" FROM " +
                                             table.name + " WHERE \"" + column.name + "\" IS NOT NULL AND \"" +
                                             column.name + "\" <> " + table.record);
                while (rows.next())
                    found.push_back({T::kind, db::stored_uuid(rows.text(0)), db::stored_uuid(rows.text(1))});
            }
    });
    return found;
}

} // namespace interregio
