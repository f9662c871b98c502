#include "modules/portal/organisation_facts.h"

#include <algorithm>

namespace interregio::portal {
namespace {

FactStatement statement(const Reading& reading, const Fact& fact) {
    FactStatement made{fact.number,
                       fact.exactness.value_or(Exactness::exact),
                       fact.unit,
                       fact.date,
                       shown(fact.note, reading.language),
                       fact.as_of,
                       source_note(reading, fact.source),
                       std::nullopt,
                       fact.preference.value_or(Preference::stated)};
    if (fact.stated_by) made.stated_by = organisation_link(reading, *fact.stated_by);
    return made;
}

/// Whether two facts speak of the same thing.
bool same_subject(const Fact& a, const Fact& b) {
    if (a.measure != b.measure) return false;
    if (a.measure != Measure::other) return true;
    const auto* first = a.label.original_version();
    const auto* second = b.label.original_version();
    return (first == nullptr ? std::string{} : first->body) == (second == nullptr ? std::string{} : second->body);
}

bool same_value(const FactStatement& a, const FactStatement& b) {
    return a.number == b.number && a.exactness == b.exactness && a.unit == b.unit && a.date == b.date;
}

} // namespace

std::vector<FactGroup> fact_groups(const Reading& reading, const std::vector<Fact>& facts) {
    std::vector<FactGroup> groups;
    std::vector<const Fact*> subjects; // the first fact of each group
    for (const Fact& fact : facts) {
        const auto found =
            std::ranges::find_if(subjects, [&](const Fact* subject) { return same_subject(*subject, fact); });
        const auto index = static_cast<std::size_t>(found - subjects.begin());
        if (found == subjects.end()) {
            subjects.push_back(&fact);
            groups.push_back({fact.measure, shown(fact.label, reading.language), {}, Agreeing::same});
        }
        groups[index].statements.push_back(statement(reading, fact));
    }
    for (FactGroup& group : groups) {
        std::ranges::stable_partition(group.statements,
                                      [](const auto& each) { return each.preference == Preference::preferred; });
        const bool same = std::ranges::all_of(
            group.statements, [&](const auto& each) { return same_value(each, group.statements.front()); });
        group.agreeing = same ? Agreeing::same : Agreeing::different;
    }
    return groups;
}

} // namespace interregio::portal
