#pragma once
// What the address of the table of activities asks for, and the address that asks for it. Pure.

#include "modules/editing/activity_table.h"
#include "platform/http/message.h"

namespace interregio::workspace::web {

struct ActivityTableRequest {
    editing::ActivityTableFilter filter;
    editing::ActivityTableOrder order;
    std::size_t page = 1;
    bool understood = true; ///< false where a part made no sense and was left out

    [[nodiscard]] bool filtered() const { return !(filter == editing::ActivityTableFilter{}); }
};

/// Never refuses: what is not known is left out. Words that are searched are cut to 200 bytes.
[[nodiscard]] ActivityTableRequest activity_table_request(const http::Query& query);

/// "?q=…&sort=title": what differs from the beginning; empty where nothing does.
[[nodiscard]] std::string query_of(const ActivityTableRequest& request);

/// The same, sorted by a column: the other way round where it is already. Dates and changes begin with the newest.
[[nodiscard]] ActivityTableRequest sorted_by(ActivityTableRequest request, editing::ActivityColumn column);
[[nodiscard]] ActivityTableRequest on_page(ActivityTableRequest request, std::size_t page);

} // namespace interregio::workspace::web
