#pragma once
// An activity: when, where, who in which function that day, what came of it, and where that is known from.

#include "modules/activities/activities.h"
#include "modules/portal/pieces.h"

namespace interregio::portal {

struct DateStatementLine {
    DateStatementKind kind = DateStatementKind::held;
    PartialDate date;
    SourceNote source;
};

struct OrganisationLine {
    OrganisationLink organisation;
    OrganisationRole role = OrganisationRole::participant;
};

struct PersonLine {
    PersonName person;
    PersonRole role = PersonRole::participant;
    std::optional<OrganisationLink> organisation;
    std::optional<ShownText> function; ///< on the day of the activity
};

struct GroupLine {
    ShownText label;
    std::optional<ShownText> origin;
    std::optional<OrganisationLink> organisation;
    std::optional<std::int64_t> age_from;
    std::optional<std::int64_t> age_to;
    HeadCount head_count = HeadCount::not_known;
    std::int64_t number = 0; ///< without meaning when not known
    std::optional<ShownText> note;
    std::optional<SourceNote> source;
};

struct ProgrammeLine {
    std::optional<PartialDate> day;
    std::optional<std::string> begins; ///< HH:MM
    std::optional<std::string> ends;
    std::optional<PlaceName> place;
    ShownText title;
    std::optional<ShownText> description;
};

struct OutcomeLine {
    OutcomeKind kind = OutcomeKind::outcome;
    ShownText text;
    std::optional<PartialDate> due;
    std::vector<OrganisationLink> responsible;
    std::optional<OutcomeState> state;
};

/// Another edition of the same series.
struct EditionLink {
    PageLink page;
    PartialDate date;
    ActivityStatus status = ActivityStatus::idea;
};

struct ActivityPage {
    PageLink page;
    ActivityKind kind = ActivityKind::other;
    ActivityStatus status = ActivityStatus::idea;
    PartialDate date;
    std::vector<DateStatementLine> date_statements;
    Form form = Form::on_site;
    std::optional<Audience> audience;
    std::vector<PageLink> partnerships;
    std::vector<PlaceName> places;
    std::vector<OrganisationLine> organisations;
    std::vector<PersonLine> people;
    std::vector<GroupLine> groups;
    std::vector<PageLink> fields;
    std::optional<ShownText> summary;
    std::optional<ShownText> body;
    std::vector<ProgrammeLine> programme;
    std::vector<OutcomeLine> outcomes;
    std::optional<PageLink> series;
    std::optional<std::int64_t> edition;
    std::vector<EditionLink> editions; ///< of the series, this one among them, the newest first; at most twelve
    std::vector<Picture> pictures;
    std::vector<Download> documents;
    std::vector<SourceNote> sources;
    std::optional<EditionLink> earlier; ///< the activity before this one in time
    std::optional<EditionLink> later;
};

/// Nothing when there is none with that id.
[[nodiscard]] std::optional<ActivityPage> activity_page(const Reading& reading, Id<Activity> id);

} // namespace interregio::portal
