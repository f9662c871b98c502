#pragma once
// What the charts of a page show: the activities in numbers. The table beside a chart is made from the same value.

#include "modules/activities/activity_tallies.h"
#include "modules/portal/pieces.h"

namespace interregio::portal {

/// A field of action with what was done on it in each year, or in several.
struct FieldRow {
    PageLink field;
    std::vector<Tally> years; ///< as long as FieldYears::columns
};

struct FieldYears {
    std::vector<int> columns;         ///< years without a gap, the oldest first; at most ten
    bool first_is_all_before = false; ///< the first column also holds what began in the years before it
    std::vector<FieldRow> rows;       ///< those with most activities first
};

/// Participants of one organisation; or those whose groups are from several or from none that is named.
struct OriginRow {
    std::optional<OrganisationLink> organisation;
    std::int64_t exact = 0; ///< heads that were counted
    std::int64_t about = 0;
    std::int64_t planned = 0;        ///< of activities that were held, but how many came is not known
    std::int64_t groups_unknown = 0; ///< groups of which no number is known
    [[nodiscard]] std::int64_t known() const { return exact + about + planned; }
};

struct ChartsPage {
    std::vector<YearTally> years;   ///< without a gap, the oldest first
    FieldYears fields;              ///< empty where a page is about one field
    std::vector<OriginRow> origins; ///< those with most heads first, those without organisation last
};

[[nodiscard]] ChartsPage charts_of_site(const Reading& reading);
[[nodiscard]] ChartsPage charts_of(const Reading& reading, const Partnership& partnership);
[[nodiscard]] ChartsPage charts_of(const Reading& reading, Id<FieldOfAction> field);

/// Puts years in which nothing began between the others: silences are to be seen.
[[nodiscard]] std::vector<YearTally> without_gaps(std::vector<YearTally> years);

} // namespace interregio::portal
