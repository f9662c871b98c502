#include "modules/portal/charts_page.h"

#include "modules/partnerships/partnerships.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::portal {
namespace {

constexpr int most_columns = 10;
constexpr int most_years = 500; // between two activities; a wrong year in one may not make a page of thousands

/// All activities are those of the only partnership: no condition is quicker than one that all fulfil.
ActivityFilter activities_of(const Reading& reading, Id<Partnership> id) {
    ActivityFilter filter;
    if (all_partnerships(reading.connection).size() > 1) filter.partnership = id;
    return filter;
}

FieldRow& row_of(const Reading& reading, FieldYears& fields, Id<FieldOfAction> id) {
    for (auto& row : fields.rows)
        if (row.field.id == id.uuid()) return row;
    return fields.rows.emplace_back(page_link(reading, id), std::vector<Tally>(fields.columns.size()));
}

std::int64_t sum(const FieldRow& row) {
    std::int64_t all = 0;
    for (const auto& tally : row.years) all += tally.held + tally.ahead;
    return all;
}

FieldYears field_years(const Reading& reading, const ActivityFilter& filter, const std::vector<YearTally>& years) {
    FieldYears fields;
    if (years.empty()) return fields;
    const int last = years.back().year;
    const int first = std::max(years.front().year, last - most_columns + 1);
    fields.first_is_all_before = first > years.front().year;
    for (int year = first; year <= last; ++year) fields.columns.push_back(year);
    for (const auto& [year, field, activities] : tally_by_year_and_field(reading.connection, filter)) {
        const auto column = static_cast<std::size_t>(std::clamp(year, first, last) - first);
        row_of(reading, fields, field).years[column].add(activities);
    }
    std::ranges::stable_sort(fields.rows, std::greater{}, sum);
    return fields;
}

std::vector<OriginRow> origins(const Reading& reading, const ActivityFilter& filter) {
    std::vector<std::optional<Id<Organisation>>> ids;
    std::vector<OriginRow> rows;
    for (const HeadTally& tally : tally_heads(reading.connection, filter)) {
        const auto found = std::ranges::find(ids, tally.organisation);
        const auto index = static_cast<std::size_t>(found - ids.begin());
        if (found == ids.end()) {
            ids.push_back(tally.organisation);
            OriginRow row;
            if (tally.organisation) row.organisation = organisation_link(reading, *tally.organisation);
            rows.push_back(std::move(row));
        }
        OriginRow& row = rows[index];
        switch (tally.head_count) {
        case HeadCount::exact:
            row.exact += tally.heads;
            break;
        case HeadCount::about:
            row.about += tally.heads;
            break;
        case HeadCount::planned:
            row.planned += tally.heads;
            break;
        case HeadCount::not_known:
            row.groups_unknown += tally.groups;
            break;
        }
    }
    std::ranges::stable_sort(rows, std::greater{}, &OriginRow::known);
    std::ranges::stable_partition(rows, [](const OriginRow& row) { return row.organisation.has_value(); });
    // A chart of what nobody has counted would be empty.
    if (std::ranges::all_of(rows, [](const OriginRow& row) { return row.known() == 0; })) rows.clear();
    return rows;
}

} // namespace

std::vector<YearTally> without_gaps(std::vector<YearTally> years) {
    if (years.empty() || years.back().year - years.front().year > most_years) return years;
    std::vector<YearTally> all;
    for (auto& year : years) {
        while (!all.empty() && all.back().year + 1 < year.year) all.push_back({all.back().year + 1, {}});
        all.push_back(year);
    }
    return all;
}

ChartsPage charts_of_site(const Reading& reading) {
    return {without_gaps(tally_by_year(reading.connection, {})), {}, {}};
}

ChartsPage charts_of(const Reading& reading, const Partnership& partnership) {
    const auto own = activities_of(reading, partnership.id);
    ChartsPage page{without_gaps(tally_by_year(reading.connection, own)), {}, origins(reading, own)};
    page.fields = field_years(reading, own, page.years);
    return page;
}

ChartsPage charts_of(const Reading& reading, Id<FieldOfAction> field) {
    ActivityFilter in_field;
    in_field.field = field;
    return {without_gaps(tally_by_year(reading.connection, in_field)), {}, {}};
}

} // namespace interregio::portal
