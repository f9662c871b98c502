#pragma once
// The table of activities as files for spreadsheet programs.

#include "modules/workspace/web/activity_table_words.h"

namespace interregio::workspace::web {

enum class TableFile { csv, xlsx };
/// Exactly what the address asks for, in that order, most_rows_in_file at most.
[[nodiscard]] http::Response activity_table_file(const Call& call, editing::ActivityTables& tables, TableFile format);

} // namespace interregio::workspace::web
