#include "modules/open_data/published.h"

#include "modules/open_data/published_activities.h"
#include "modules/open_data/published_library.h"
#include "modules/open_data/published_organisations.h"
#include "modules/open_data/published_partnerships.h"
#include "platform/http/message.h"

#include <algorithm>

namespace interregio::open_data {

std::string_view type_name(RecordKind kind) {
    switch (kind) {
    case RecordKind::site:
        return "WebSite";
    case RecordKind::place:
        return "Place";
    case RecordKind::source:
        return "CreativeWork";
    case RecordKind::organisation:
        return "Organization";
    case RecordKind::person:
        return "Person";
    case RecordKind::image:
        return "ImageObject";
    case RecordKind::document:
        return "DigitalDocument";
    case RecordKind::field_of_action:
        return "DefinedTerm";
    case RecordKind::partnership:
        return "Partnership";
    case RecordKind::series:
        return "EventSeries";
    case RecordKind::agreement:
        return "Agreement";
    case RecordKind::activity:
        return "Event";
    }
    return {};
}

SitePath media_path(const FileContent& file) { return {"/media/" + file.hash + "/" + http::encode_segment(file.name)}; }

std::string_view type_of(OrganisationKind kind) {
    switch (kind) {
    case OrganisationKind::metropolitan_authority:
    case OrganisationKind::municipality:
    case OrganisationKind::district:
    case OrganisationKind::county:
    case OrganisationKind::eu_institution:
        return "GovernmentOrganization";
    case OrganisationKind::university:
        return "CollegeOrUniversity";
    case OrganisationKind::enterprise:
    case OrganisationKind::development_company:
        return "Corporation";
    case OrganisationKind::network:
    case OrganisationKind::youth_body:
    case OrganisationKind::association:
    case OrganisationKind::other:
        break;
    }
    return "Organization";
}

std::string full_name(const Person& person) { return person.full_name(); }

std::optional<EventStatus> event_status(ActivityStatus status) {
    switch (status) {
    case ActivityStatus::announced:
    case ActivityStatus::held:
        return EventStatus::scheduled;
    case ActivityStatus::postponed:
        return EventStatus::postponed;
    case ActivityStatus::cancelled:
        return EventStatus::cancelled;
    case ActivityStatus::idea:
    case ActivityStatus::planned:
        break;
    }
    return std::nullopt;
}

AttendanceMode attendance_mode(Form form) {
    switch (form) {
    case Form::online:
        return AttendanceMode::online;
    case Form::hybrid:
        return AttendanceMode::mixed;
    case Form::on_site:
        break;
    }
    return AttendanceMode::offline;
}

namespace {

std::optional<std::string> iso(const std::optional<DatePoint>& point) {
    if (!point || point->qualifier != DateQualifier::certain || point->precision == DatePrecision::season)
        return std::nullopt;
    return PartialDate(*point).edtf(); // of a year, month or day, which is ISO 8601, too
}

} // namespace

std::optional<std::string> iso_start(const PartialDate& date) { return iso(date.start()); }
std::optional<std::string> iso_end(const PartialDate& date) { return iso(date.end()); }

std::vector<Id<Organisation>> with_roles(const std::vector<TakingPart>& organisations,
                                         std::initializer_list<OrganisationRole> roles) {
    std::vector<Id<Organisation>> list;
    for (const auto& part : organisations)
        if (std::ranges::find(roles, part.role) != roles.end() &&
            std::ranges::find(list, part.organisation) == list.end())
            list.push_back(part.organisation);
    return list;
}

} // namespace interregio::open_data
