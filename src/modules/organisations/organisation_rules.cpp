#include "modules/organisations/organisation_rules.h"

#include <set>

namespace interregio {
namespace {

void check_fact(const Fact& fact, std::size_t index, const RuleContext& context) {
    const auto report = [&](std::string_view field, std::string key) {
        context.report(row_path("facts", index, field),
                       {std::move(key), {{"measure", std::string(name_of(fact.measure))}}});
    };
    if (fact.number && fact.date) report("date", "refusal.rule.fact_number_and_date");
    if (fact.exactness && !fact.number) report("exactness", "refusal.rule.fact_exactness_without_number");
    if (fact.measure == Measure::other) {
        if (fact.label.empty()) report("", "refusal.rule.fact_label_missing");
        if (!fact.number && !fact.date && fact.note.empty()) report("", "refusal.rule.fact_says_nothing");
    } else if (measures_date(fact.measure)) {
        if (!fact.date) report("", "refusal.rule.fact_date_missing");
    } else if (!fact.number) {
        report("", "refusal.rule.fact_number_missing");
    }
}

} // namespace

bool measures_date(Measure measure) {
    return measure == Measure::founded || measure == Measure::legal_act || measure == Measure::in_force ||
           measure == Measure::tasks_since;
}

void check_rules(const Source& source, const RuleContext& context) {
    if (source.retrieved) refuse_future(context, "retrieved", *source.retrieved);
    refuse_disorder(context, "retrieved", source.published, source.retrieved);
}

void check_rules(const Place& place, const RuleContext& context) {
    if (place.latitude.has_value() != place.longitude.has_value())
        context.report(place.latitude ? "latitude" : "longitude", {"refusal.rule.coordinates_incomplete", {}});
    if (place.within == place.id) context.report("within", {"refusal.rule.itself", {}});
}

void check_rules(const Organisation& organisation, const RuleContext& context) {
    std::set<Measure> preferred;
    for (std::size_t i = 0; i < organisation.facts.size(); ++i) {
        const Fact& fact = organisation.facts[i];
        check_fact(fact, i, context);
        if (fact.preference == Preference::preferred && fact.measure != Measure::other &&
            !preferred.insert(fact.measure).second)
            context.report(row_path("facts", i, "preference"), {"refusal.rule.preferred_twice", {}});
    }
    if (organisation.parent == organisation.id) context.report("parent", {"refusal.rule.itself", {}});
    for (std::size_t i = 0; i < organisation.members.size(); ++i)
        if (organisation.members[i] == organisation.id)
            context.report(row_path("members", i, ""), {"refusal.rule.itself", {}});
}

void check_rules(const Person& person, const RuleContext& context) {
    for (std::size_t i = 0; i < person.appointments.size(); ++i)
        refuse_disorder(context, row_path("appointments", i, "until"), person.appointments[i].from,
                        person.appointments[i].until);
}

} // namespace interregio
