// What the start page tells: declared in desk.h.
#include "modules/editing/desk.h"

#include "modules/texts/texts.h"
#include "platform/db/stored_values.h"

#include <algorithm>
#include <set>

namespace interregio::editing {
namespace {

constexpr std::int64_t most_news_looked_at = 500;

} // namespace

std::vector<NextStep> next_steps(db::Connection& connection, Id<Organisation> organisation,
                                 std::chrono::year_month_day due, std::size_t most) {
    auto rows = connection.query(
        "SELECT o.owner_id, o.id, o.due FROM activity_outcomes o WHERE o.kind = 'next_step' AND o.due_last <= :due "
        "AND COALESCE(o.state, 'open') = 'open' AND (EXISTS (SELECT 1 FROM activity_outcomes_responsible r "
        "WHERE r.owner_id = o.id AND r.target_id = :organisation) OR NOT EXISTS (SELECT 1 FROM "
        "activity_outcomes_responsible r WHERE r.owner_id = o.id)) ORDER BY o.due_last, o.id LIMIT :most",
        {{"due", iso_day(due)}, {"organisation", organisation.text()}, {"most", static_cast<std::int64_t>(most)}});
    std::vector<NextStep> steps;
    while (rows.next())
        steps.push_back({db::stored_uuid(rows.text(0)), find_text(connection, db::stored_uuid(rows.text(1)), "text"),
                         db::stored_date(rows.text(2))});
    return steps;
}

News news_since(db::Connection& connection, std::string_view since, std::string_view actor, std::size_t most) {
    auto rows =
        connection.query("SELECT at, actor, kind, record_id, operation FROM journal ORDER BY sequence DESC LIMIT :most",
                         {{"most", most_news_looked_at}});
    News news;
    std::set<Uuid> gone;
    while (rows.next()) {
        if (rows.text(0) < since) break;
        const Uuid record = db::stored_uuid(rows.text(3));
        const JournalOperation operation = stored_operation(rows.text(4));
        if (operation == JournalOperation::removed) gone.insert(record);
        if (gone.contains(record) || rows.text(1) == actor) continue;
        const auto known = std::ranges::find(news.records, record, &RecordNews::record);
        if (known != news.records.end()) {
            if (operation == JournalOperation::created) known->operation = operation;
            continue;
        }
        if (news.records.size() == most) {
            news.more = true;
            break;
        }
        news.records.push_back({db::stored_record_kind(rows.text(2)), record, operation, rows.get<std::string>(0),
                                rows.get<std::string>(1)});
    }
    return news;
}

} // namespace interregio::editing
