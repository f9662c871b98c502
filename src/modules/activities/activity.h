#pragma once
// Activities: anything the partners do together; and the series they may be editions of.

#include "modules/partnerships/partnership.h"

namespace interregio {

struct Series {
    static constexpr RecordKind kind = RecordKind::series;
    Id<Series> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    LocalizedText title;
    LocalizedText description;
    std::vector<Id<Partnership>> partnerships;
    std::optional<Id<Image>> image;
    std::vector<Id<Source>> sources;

    /// The text from which its public addresses are made.
    [[nodiscard]] const LocalizedText& public_title() const { return title; }
};

template <class Visitor> void describe(Visitor& visit, Series& series) {
    visit("title", series.title, TextLimits{.presence = Presence::required});
    visit("description", series.description, TextLimits{.markup = Markup::commonmark, .max_length = 20'000});
    visit("partnerships", series.partnerships, ListLimits{.least = 1});
    visit("image", series.image);
    visit("sources", series.sources);
}

enum class ActivityKind {
    delegation_visit,
    youth_exchange,
    expert_exchange,
    online_seminar,
    conference,
    festival,
    forum,
    joint_project,
    other,
};
constexpr auto enum_names(ActivityKind) {
    return std::array<std::string_view, 9>{
        "delegation_visit", "youth_exchange", "expert_exchange", "online_seminar", "conference",
        "festival",         "forum",          "joint_project",   "other"};
}

enum class ActivityStatus { idea, planned, announced, held, postponed, cancelled };
constexpr auto enum_names(ActivityStatus) {
    return std::array<std::string_view, 6>{"idea", "planned", "announced", "held", "postponed", "cancelled"};
}

enum class Form { on_site, online, hybrid };
constexpr auto enum_names(Form) { return std::array<std::string_view, 3>{"on_site", "online", "hybrid"}; }

enum class Audience { open_to_public, by_invitation, internal };
constexpr auto enum_names(Audience) { return std::array<std::string_view, 3>{"public", "by_invitation", "internal"}; }

/// What a source says about when it was: another precision, or the date that had been announced.
enum class DateStatementKind { held, announced };
constexpr auto enum_names(DateStatementKind) { return std::array<std::string_view, 2>{"held", "announced"}; }

struct DateStatement {
    Uuid id;
    DateStatementKind statement_kind = DateStatementKind::held;
    PartialDate date;
    Id<Source> source;
};

template <class Visitor> void describe(Visitor& visit, DateStatement& statement) {
    visit("kind", statement.statement_kind);
    visit("date", statement.date);
    visit("source", statement.source);
}

enum class OrganisationRole { host, guest, co_organiser, invited_by, participant, speakers_organisation, funder };
constexpr auto enum_names(OrganisationRole) {
    return std::array<std::string_view, 7>{
        "host", "guest", "co_organiser", "invited_by", "participant", "speakers_organisation", "funder"};
}

struct TakingPart {
    Uuid id;
    Id<Organisation> organisation;
    OrganisationRole role = OrganisationRole::participant;
};

template <class Visitor> void describe(Visitor& visit, TakingPart& part) {
    visit("organisation", part.organisation);
    visit("role", part.role);
}

enum class PersonRole { head_of_delegation, participant, speaker, moderator, host, signatory, contact };
constexpr auto enum_names(PersonRole) {
    return std::array<std::string_view, 7>{"head_of_delegation", "participant", "speaker", "moderator", "host",
                                           "signatory",          "contact"};
}

struct NamedPerson {
    Uuid id;
    Id<Person> person;
    PersonRole role = PersonRole::participant;
    std::optional<Id<Organisation>> organisation;
    LocalizedText function; ///< where empty, looked up in the person's appointments for the day
};

template <class Visitor> void describe(Visitor& visit, NamedPerson& named) {
    visit("person", named.person);
    visit("role", named.role);
    visit("organisation", named.organisation);
    visit("function", named.function, TextLimits{});
}

/// How well the number of participants is known.
enum class HeadCount { exact, about, planned, not_known };
constexpr auto enum_names(HeadCount) {
    return std::array<std::string_view, 4>{"exact", "about", "planned", "not_known"};
}

struct ParticipantGroup {
    Uuid id;
    LocalizedText label;                          ///< "Young people and those who accompany them"
    LocalizedText origin;                         ///< where they come from, in words
    std::optional<Id<Organisation>> organisation; ///< or from which organisation
    std::optional<std::int64_t> age_from;
    std::optional<std::int64_t> age_to;
    HeadCount head_count = HeadCount::not_known;
    std::optional<std::int64_t> number; ///< absent exactly when head_count is not_known
    LocalizedText note;                 ///< for example what had been announced
    std::optional<Id<Source>> source;
};

template <class Visitor> void describe(Visitor& visit, ParticipantGroup& group) {
    visit("label", group.label, TextLimits{.presence = Presence::required});
    visit("origin", group.origin, TextLimits{});
    visit("organisation", group.organisation);
    visit("age_from", group.age_from, NumberLimits{0, 120});
    visit("age_to", group.age_to, NumberLimits{0, 120});
    visit("head_count", group.head_count);
    visit("number", group.number, NumberLimits{0, 10'000'000});
    visit("note", group.note, TextLimits{});
    visit("source", group.source);
}

struct ProgrammeItem {
    Uuid id;
    std::optional<PartialDate> day;
    std::optional<std::string> begins; ///< local time at the place, HH:MM
    std::optional<std::string> ends;
    std::optional<Id<Place>> place;
    LocalizedText title;
    LocalizedText description;
};

template <class Visitor> void describe(Visitor& visit, ProgrammeItem& item) {
    visit("day", item.day);
    visit("begins", item.begins, StringLimits{.form = StringForm::time_of_day});
    visit("ends", item.ends, StringLimits{.form = StringForm::time_of_day});
    visit("place", item.place);
    visit("title", item.title, TextLimits{.presence = Presence::required});
    visit("description", item.description, TextLimits{.markup = Markup::commonmark, .max_length = 5000});
}

enum class OutcomeKind { outcome, next_step };
constexpr auto enum_names(OutcomeKind) { return std::array<std::string_view, 2>{"outcome", "next_step"}; }

enum class OutcomeState { open, done, dropped };
constexpr auto enum_names(OutcomeState) { return std::array<std::string_view, 3>{"open", "done", "dropped"}; }

struct Outcome {
    Uuid id;
    OutcomeKind outcome_kind = OutcomeKind::outcome;
    LocalizedText text;
    std::optional<PartialDate> due;
    std::vector<Id<Organisation>> responsible;
    std::optional<OutcomeState> state;
};

template <class Visitor> void describe(Visitor& visit, Outcome& outcome) {
    visit("kind", outcome.outcome_kind);
    visit("text", outcome.text, TextLimits{.presence = Presence::required, .max_length = 2000});
    visit("due", outcome.due);
    visit("responsible", outcome.responsible);
    visit("state", outcome.state);
}

struct Activity {
    static constexpr RecordKind kind = RecordKind::activity;
    Id<Activity> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    ActivityKind activity_kind = ActivityKind::other;
    ActivityStatus status = ActivityStatus::idea;
    PartialDate date;
    std::vector<DateStatement> date_statements; ///< what sources say where they differ from `date`
    Form form = Form::on_site;
    std::optional<Audience> audience;
    std::vector<Id<Partnership>> partnerships;
    std::vector<Id<Place>> places;
    std::vector<TakingPart> organisations;
    std::vector<NamedPerson> people;
    std::vector<ParticipantGroup> participants;
    std::vector<Id<FieldOfAction>> fields;
    LocalizedText title;
    LocalizedText summary; ///< for cards and search results
    LocalizedText body;
    std::vector<ProgrammeItem> programme;
    std::vector<Outcome> outcomes;
    std::optional<Id<Series>> series;
    std::optional<std::int64_t> edition; ///< 1 for the first, where counted
    std::vector<Id<Image>> images;       ///< the first is the picture on cards
    std::vector<Id<Document>> documents;
    std::vector<Id<Source>> sources;

    /// The text from which its public addresses are made.
    [[nodiscard]] const LocalizedText& public_title() const { return title; }
};

template <class Visitor> void describe(Visitor& visit, Activity& activity) {
    visit("kind", activity.activity_kind);
    visit("status", activity.status);
    visit("date", activity.date);
    visit("date_statements", activity.date_statements);
    visit("form", activity.form);
    visit("audience", activity.audience);
    visit("partnerships", activity.partnerships, ListLimits{.least = 1});
    visit("places", activity.places);
    visit("organisations", activity.organisations);
    visit("people", activity.people);
    visit("participants", activity.participants);
    visit("fields", activity.fields);
    visit("title", activity.title, TextLimits{.presence = Presence::required});
    visit("summary", activity.summary, TextLimits{.max_length = 1000});
    visit("body", activity.body, TextLimits{.markup = Markup::commonmark, .max_length = 60'000});
    visit("programme", activity.programme);
    visit("outcomes", activity.outcomes);
    visit("series", activity.series);
    visit("edition", activity.edition, NumberLimits{1, 10'000});
    visit("images", activity.images);
    visit("documents", activity.documents);
    visit("sources", activity.sources);
}

} // namespace interregio
