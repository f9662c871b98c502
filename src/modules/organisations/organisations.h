#pragma once
// What can be asked of organisations and of the people who act for them. The module's door for reading; single records
// come from modules/record/records.h. As thread-safe as the connection, which must be inside a transaction.

#include "modules/organisations/organisation.h"
#include "platform/db/database.h"

#include <chrono>
#include <optional>
#include <vector>

namespace interregio {

/// The organisations that name this one among their members.
[[nodiscard]] std::vector<Id<Organisation>> member_of(db::Connection& connection, Id<Organisation> organisation);

/// The organisations whose parent this one is, by key.
[[nodiscard]] std::vector<Id<Organisation>> subsidiaries_of(db::Connection& connection, Id<Organisation> organisation);

/// Whether a term of office covers a date, as far as can be known: the date may lie within it. A bound that is absent
/// does not exclude anything.
[[nodiscard]] bool held_on(const Appointment& appointment, const PartialDate& date);

/// What the person was at the organisation on that date, or nothing when the record does not say. Of several the one
/// that began last. Any organisation when none is given.
[[nodiscard]] const Appointment* function_on(const Person& person, std::optional<Id<Organisation>> organisation,
                                             const PartialDate& date);

} // namespace interregio
