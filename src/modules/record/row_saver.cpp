#include "modules/record/row_saver.h"

namespace interregio {

void RowSaver::write(const std::string& table, WriteMode mode) {
    std::string names;
    std::string values;
    std::string updates;
    std::vector<db::Parameter> parameters;
    parameters.reserve(columns_.size());
    for (const Column& column : columns_) {
        if (!names.empty()) {
            names += ", ";
            values += ", ";
        }
        names += '"' + column.name + '"';
        values += ':' + column.name;
        if (column.name != "id")
            updates +=
                std::string(updates.empty() ? "" : ", ") + '"' + column.name + "\" = excluded.\"" + column.name + '"';
        parameters.push_back({column.name, column.value});
    }
    std::string sql = "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")";
    if (mode == WriteMode::insert_or_update) sql += " ON CONFLICT (id) DO UPDATE SET " + updates;
    connection_.execute(sql, parameters);
}

} // namespace interregio
