#include "modules/editing/publishing_rules.h"

namespace interregio::editing {

std::string last_author_of(db::Connection& connection, const Uuid& id) {
    connection.reads(id);
    auto rows = connection.query("SELECT actor FROM journal WHERE record_id = :record ORDER BY sequence DESC LIMIT 1",
                                 {{"record", id.text()}});
    return rows.next() ? rows.get<std::string>(0) : std::string();
}

namespace store {

void put_rule(db::Connection& connection, const Scope& scope, Id<Account> by, std::string_view at) {
    const std::string id = std::visit([](const auto& one) { return one.text(); }, scope);
    const bool of_organisation = std::holds_alternative<Id<Organisation>>(scope);
    connection.execute("INSERT INTO publishing_rules (scope, scope_kind, since, set_by) VALUES (:scope, :kind, :since, "
                       ":by)",
                       {{"scope", id},
                        {"kind", std::string_view(of_organisation ? "organisation" : "partnership")},
                        {"since", at},
                        {"by", by.text()}});
}

void remove_rule(db::Connection& connection, const Scope& scope) {
    const std::string id = std::visit([](const auto& one) { return one.text(); }, scope);
    connection.execute("DELETE FROM publishing_rules WHERE scope = :scope", {{"scope", id}});
}

std::vector<RuleLine> rules(db::Connection& connection) {
    std::vector<RuleLine> lines;
    auto rows = connection.query("SELECT r.scope_kind, r.scope, r.since, a.name FROM publishing_rules r JOIN accounts "
                                 "a ON a.id = r.set_by ORDER BY r.scope");
    while (rows.next())
        if (const auto scope = parse_scope(rows.get<std::string>(0) + "/" + rows.get<std::string>(1)))
            lines.push_back({*scope, true, rows.get<std::string>(2), rows.get<std::string>(3)});
    return lines;
}

} // namespace store
} // namespace interregio::editing
