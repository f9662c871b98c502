#include "modules/portal/search_page_store.h"

namespace interregio::portal::store {
namespace {

std::string_view head_sql(RecordKind kind) {
    switch (kind) {
    case RecordKind::activity:
        return "SELECT kind, date FROM activities WHERE id = :id";
    case RecordKind::agreement:
        return "SELECT '', date FROM agreement_signings WHERE owner_id = :id ORDER BY date_first LIMIT 1";
    case RecordKind::partnership:
        return "SELECT '', since FROM partnerships WHERE id = :id";
    default:
        return {};
    }
}

} // namespace

ResultHead result_head(db::Connection& connection, RecordKind kind, const Uuid& id) {
    const auto sql = head_sql(kind);
    if (sql.empty()) return {};
    auto rows = connection.query(sql, {{"id", id.text()}});
    if (!rows.next()) return {};
    ResultHead head{rows.get<std::string>(0), std::nullopt};
    if (!rows.null(1))
        if (const auto date = PartialDate::parse(rows.text(1))) head.date = *date;
    return head;
}

std::optional<RecordKind> kind_of(db::Connection& connection, const Uuid& id) {
    auto rows = connection.query("SELECT kind FROM journal WHERE record_id = :id ORDER BY sequence LIMIT 1",
                                 {{"id", id.text()}});
    return rows.next() ? record_kind_named(rows.text(0)) : std::nullopt;
}

} // namespace interregio::portal::store
