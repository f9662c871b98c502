// How far a record has come that was begun: declared in beginning.h.
#include "modules/editing/beginning.h"

#include "platform/db/stored_values.h"

namespace interregio::editing {
namespace {

std::optional<Uuid> first_id(db::Rows rows) {
    return rows.next() ? std::optional(db::stored_uuid(rows.text(0))) : std::nullopt;
}

bool any(db::Rows rows) { return rows.next(); }

} // namespace

FirstSteps first_steps(db::Connection& connection, Id<Organisation> own) {
    FirstSteps steps;
    steps.organisation = any(
        connection.query("SELECT 1 FROM organisations WHERE id = :own AND country IS NOT NULL", {{"own", own.text()}}));
    steps.partner =
        first_id(connection.query("SELECT id FROM organisations WHERE id <> :own LIMIT 1", {{"own", own.text()}}));
    steps.partnership = first_id(connection.query("SELECT id FROM partnerships LIMIT 1"));
    steps.activity = first_id(connection.query("SELECT id FROM activities LIMIT 1"));
    constexpr std::string_view restricted = " t WHERE NOT EXISTS (SELECT 1 FROM record_restrictions r WHERE "
                                            "r.record_id = t.id) LIMIT 1";
    steps.published = any(connection.query("SELECT 1 FROM partnerships" + std::string(restricted))) &&
                      any(connection.query("SELECT 1 FROM activities" + std::string(restricted)));
    return steps;
}

} // namespace interregio::editing
