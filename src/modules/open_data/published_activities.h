#pragma once
// What is published of activities and series. How: published.h.

#include "modules/activities/activity.h"
#include "modules/open_data/published.h"

namespace interregio::open_data {

/// https://schema.org/eventStatus; nothing for what is not announced yet, of which schema.org does not speak.
enum class EventStatus { scheduled, postponed, cancelled };
constexpr auto enum_names(EventStatus) {
    return std::array<std::string_view, 3>{"https://schema.org/EventScheduled", "https://schema.org/EventPostponed",
                                           "https://schema.org/EventCancelled"};
}
[[nodiscard]] std::optional<EventStatus> event_status(ActivityStatus status);

/// https://schema.org/eventAttendanceMode
enum class AttendanceMode { offline, online, mixed };
constexpr auto enum_names(AttendanceMode) {
    return std::array<std::string_view, 3>{"https://schema.org/OfflineEventAttendanceMode",
                                           "https://schema.org/OnlineEventAttendanceMode",
                                           "https://schema.org/MixedEventAttendanceMode"};
}
[[nodiscard]] AttendanceMode attendance_mode(Form form);

/// Begin and end as ISO 8601 ("2025-10-07", "2025-10", "2025"), where what is known can be said in it: no season,
/// nothing uncertain.
[[nodiscard]] std::optional<std::string> iso_start(const PartialDate& date);
[[nodiscard]] std::optional<std::string> iso_end(const PartialDate& date);

/// The organisations with one of the roles.
[[nodiscard]] std::vector<Id<Organisation>> with_roles(const std::vector<TakingPart>& organisations,
                                                       std::initializer_list<OrganisationRole> roles);

template <class Visitor> void publish(Visitor& visit, const Series& series) {
    visit.type("EventSeries", {"EventSeries"});
    visit(schema_org("name"), series.title, Presence::required);
    visit(schema_org("description"), series.description);
    visit(own("partnerships"), series.partnerships);
    visit(schema_org("image"), series.image);
    visit(own("sources"), series.sources);
}

template <class Visitor> void publish(Visitor& visit, const DateStatement& statement) {
    visit(own("kind"), statement.statement_kind);
    visit(own("date"), statement.date);
    visit(own("source"), statement.source);
}

template <class Visitor> void publish(Visitor& visit, const TakingPart& part) {
    visit(own("organisation"), part.organisation);
    visit(own("role"), part.role);
    visit(own("roleName"), words("organisation.role.", part.role));
}

template <class Visitor> void publish(Visitor& visit, const NamedPerson& named) {
    visit(own("person"), named.person);
    visit(own("role"), named.role);
    visit(own("roleName"), words("person.role.", named.role));
    visit(own("organisation"), named.organisation);
    visit(own("function"), named.function);
}

template <class Visitor> void publish(Visitor& visit, const ParticipantGroup& group) {
    visit(own("label"), group.label, Presence::required);
    visit(own("origin"), group.origin);
    visit(own("organisation"), group.organisation);
    visit(own("ageFrom"), group.age_from);
    visit(own("ageTo"), group.age_to);
    visit(own("headCount"), group.head_count);
    visit(own("number"), group.number);
    visit(own("note"), group.note);
    visit(own("source"), group.source);
}

template <class Visitor> void publish(Visitor& visit, const ProgrammeItem& item) {
    visit(schema_org("name"), item.title, Presence::required);
    visit(own("day"), item.day);
    visit(own("begins"), item.begins);
    visit(own("ends"), item.ends);
    visit(own("place"), item.place);
    visit(schema_org("description"), item.description);
}

template <class Visitor> void publish(Visitor& visit, const Outcome& outcome) {
    visit(own("kind"), outcome.outcome_kind);
    visit(schema_org("text"), outcome.text, Presence::required);
    visit(own("due"), outcome.due);
    visit(own("responsible"), outcome.responsible);
    visit(own("state"), outcome.state);
}

template <class Visitor> void publish_taking_part(Visitor& visit, const Activity& activity) {
    visit(own("organisations"), activity.organisations);
    visit(schema_org("organizer"),
          with_roles(activity.organisations, {OrganisationRole::host, OrganisationRole::co_organiser}));
    visit(schema_org("funder"), with_roles(activity.organisations, {OrganisationRole::funder}));
    visit(own("people"), activity.people);
    visit(own("participants"), activity.participants);
}

template <class Visitor> void publish(Visitor& visit, const Activity& activity) {
    visit.type(activity.activity_kind == ActivityKind::festival ? "Festival" : "Event", {"Event", "Festival"});
    visit(schema_org("name"), activity.title, Presence::required);
    visit(schema_org("description"), activity.summary);
    visit(own("body"), activity.body);
    visit(own("kind"), activity.activity_kind);
    visit(own("kindName"), words("activity.kind.", activity.activity_kind));
    visit(own("status"), activity.status);
    visit(own("statusName"), words("activity.status.", activity.status));
    visit(schema_org("eventStatus"), event_status(activity.status));
    visit(own("date"), activity.date);
    visit(schema_org("startDate"), iso_start(activity.date));
    visit(schema_org("endDate"), iso_end(activity.date));
    visit(own("dateStatements"), activity.date_statements);
    visit(own("form"), activity.form);
    visit(schema_org("eventAttendanceMode"), attendance_mode(activity.form));
    visit(own("audience"), activity.audience);
    visit(own("audienceName"), words("activity.audience.", activity.audience));
    visit(own("partnerships"), activity.partnerships);
    visit(schema_org("location"), activity.places);
    publish_taking_part(visit, activity);
    visit(own("fields"), activity.fields);
    visit(own("programme"), activity.programme);
    visit(own("outcomes"), activity.outcomes);
    visit(schema_org("superEvent"), activity.series);
    visit(own("edition"), activity.edition);
    visit(own("images"), activity.images);
    visit(own("documents"), activity.documents);
    visit(own("sources"), activity.sources);
}

} // namespace interregio::open_data
