#pragma once
// What somebody who keeps the record finds on their start page, beside what the table of activities counts
// (activity_table.h). All functions read what the connection sees.

#include "base/localized_text.h"
#include "base/partial_date.h"
#include "modules/journal/journal.h"
#include "modules/organisations/organisation.h"
#include "platform/db/database.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::editing {

/// Something that was agreed at an activity and is still to be done.
struct NextStep {
    Uuid activity;
    LocalizedText text; ///< without earlier revisions
    PartialDate due;
};
/// Next steps that are open and due on a day or before, which an organisation answers for, or nobody in particular. The
/// most urgent first; at most `most`.
[[nodiscard]] std::vector<NextStep> next_steps(db::Connection& connection, Id<Organisation> organisation,
                                               std::chrono::year_month_day due, std::size_t most);

/// The last that happened to a record.
struct RecordNews {
    RecordKind kind = RecordKind::activity;
    Uuid record;
    JournalOperation operation = JournalOperation::changed; ///< created where it was that since then
    std::string at;                                         ///< timestamp
    std::string actor;
};
struct News {
    std::vector<RecordNews> records; ///< each once, what changed last first
    bool more = false;               ///< there are others
};
/// Which records that are still there others than `actor` have made or changed since a time, at most `most` of them.
/// Looks at no more than the last 500 entries of the journal.
[[nodiscard]] News news_since(db::Connection& connection, std::string_view since, std::string_view actor,
                              std::size_t most);

} // namespace interregio::editing
