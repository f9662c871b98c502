#include "modules/portal/activity_lines.h"

#include "modules/organisations/organisations.h"
#include "modules/record/records.h"

namespace interregio::portal {
namespace {

/// Who somebody was on the day of the activity: as the activity says, or as their appointments say.
PersonLine person_line(const Reading& reading, const NamedPerson& named, const PartialDate& date) {
    PersonLine line{{}, named.role, std::nullopt, shown(named.function, reading.language)};
    const auto person = find(reading.connection, named.person);
    if (!person) return line;
    line.person = person_name(*person);
    const auto* appointment = function_on(*person, named.organisation, date);
    if (!line.function && appointment != nullptr) line.function = shown(appointment->function, reading.language);
    if (named.organisation)
        line.organisation = organisation_link(reading, *named.organisation);
    else if (appointment != nullptr)
        line.organisation = organisation_link(reading, appointment->organisation);
    return line;
}

GroupLine group_line(const Reading& reading, const ParticipantGroup& group) {
    GroupLine line{or_empty(shown(group.label, reading.language), reading),
                   shown(group.origin, reading.language),
                   std::nullopt,
                   group.age_from,
                   group.age_to,
                   group.head_count,
                   group.number.value_or(0),
                   shown(group.note, reading.language),
                   std::nullopt};
    if (group.organisation) line.organisation = organisation_link(reading, *group.organisation);
    if (group.source) line.source = source_note(reading, *group.source);
    return line;
}

ProgrammeLine programme_line(const Reading& reading, const ProgrammeItem& item) {
    ProgrammeLine line{item.day,
                       item.begins,
                       item.ends,
                       std::nullopt,
                       or_empty(shown(item.title, reading.language), reading),
                       shown(item.description, reading.language)};
    if (item.place) line.place = place_name(reading, *item.place);
    return line;
}

OutcomeLine outcome_line(const Reading& reading, const Outcome& outcome) {
    OutcomeLine line{
        outcome.outcome_kind, or_empty(shown(outcome.text, reading.language), reading), outcome.due, {}, outcome.state};
    for (const auto& id : outcome.responsible) line.responsible.push_back(organisation_link(reading, id));
    return line;
}

} // namespace

void add_lines(const Reading& reading, const Activity& activity, ActivityPage& page) {
    for (const auto& statement : activity.date_statements)
        page.date_statements.push_back(
            {statement.statement_kind, statement.date, source_note(reading, statement.source)});
    for (const auto& part : activity.organisations)
        page.organisations.push_back({organisation_link(reading, part.organisation), part.role});
    for (const auto& named : activity.people) page.people.push_back(person_line(reading, named, activity.date));
    for (const auto& group : activity.participants) page.groups.push_back(group_line(reading, group));
    for (const auto& item : activity.programme) page.programme.push_back(programme_line(reading, item));
    for (const auto& outcome : activity.outcomes) page.outcomes.push_back(outcome_line(reading, outcome));
}

} // namespace interregio::portal
