#pragma once
// How the table of activities looks: the form that filters it, its head, its rows.

#include "modules/workspace/web/activity_table_words.h"
#include "platform/html/elements.h"

namespace interregio::workspace::web {

[[nodiscard]] html::Node activity_filter(const Call& call, TableNames& names, const ActivityTableRequest& request);
[[nodiscard]] html::Node activity_table(const Call& call, TableNames& names, const ActivityTableRequest& request,
                                        const std::vector<editing::ActivityTableRow>& rows);

} // namespace interregio::workspace::web
