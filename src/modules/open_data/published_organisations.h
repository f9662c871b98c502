#pragma once
// What is published of organisations, people, places and sources. How: published.h.

#include "modules/open_data/published.h"
#include "modules/organisations/organisation.h"

namespace interregio::open_data {

[[nodiscard]] std::string_view type_of(OrganisationKind kind);
[[nodiscard]] std::string full_name(const Person& person);

template <class Visitor> void publish(Visitor& visit, const Source& source) {
    visit.type("CreativeWork", {"CreativeWork"});
    visit(schema_org("name"), source.title, Presence::required);
    visit(schema_org("url"), web_address(source.url));
    visit(schema_org("publisher"), source.publisher);
    visit(own("published"), source.published);
    visit(own("retrieved"), source.retrieved);
}

template <class Visitor> void publish(Visitor& visit, const Place& place) {
    visit.type("Place", {"Place"});
    visit(schema_org("name"), place.name, Presence::required);
    visit(own("country"), place.country);
    visit(schema_org("containedInPlace"), place.within);
    visit(schema_org("latitude"), place.latitude);
    visit(schema_org("longitude"), place.longitude);
}

template <class Visitor> void publish(Visitor& visit, const Fact& fact) {
    visit(own("measure"), fact.measure);
    visit(own("measureName"), words("measure.", fact.measure));
    visit(own("label"), fact.label);
    visit(schema_org("value"), fact.number);
    visit(own("exactness"), fact.exactness);
    visit(schema_org("unitText"), fact.unit);
    visit(own("date"), fact.date);
    visit(own("note"), fact.note);
    visit(own("asOf"), fact.as_of);
    visit(own("source"), fact.source);
    visit(own("statedBy"), fact.stated_by);
    visit(own("preferred"), fact.preference == Preference::preferred);
}

template <class Visitor> void publish(Visitor& visit, const Website& website) {
    visit(schema_org("url"), WebAddress{website.url});
    visit(schema_org("inLanguage"), website.language);
}

template <class Visitor> void publish(Visitor& visit, const Organisation& organisation) {
    visit.type(type_of(organisation.organisation_kind),
               {"Organization", "GovernmentOrganization", "CollegeOrUniversity", "Corporation"});
    visit(schema_org("name"), organisation.name, Presence::required);
    visit(schema_org("alternateName"), organisation.short_name);
    visit(own("kind"), organisation.organisation_kind);
    visit(own("kindName"), words("organisation.kind.", organisation.organisation_kind));
    visit(schema_org("description"), organisation.description);
    visit(own("country"), organisation.country);
    visit(own("seat"), organisation.seat);
    visit(schema_org("address"), organisation.address);
    visit(own("websites"), organisation.websites);
    visit(schema_org("parentOrganization"), organisation.parent);
    visit(schema_org("member"), organisation.members);
    visit(own("facts"), organisation.facts);
}

template <class Visitor> void publish(Visitor& visit, const Appointment& appointment) {
    visit(own("organisation"), appointment.organisation);
    visit(own("function"), appointment.function, Presence::required);
    visit(own("from"), appointment.from);
    visit(own("until"), appointment.until);
    visit(own("source"), appointment.source);
}

template <class Visitor> void publish(Visitor& visit, const Person& person) {
    visit.type("Person", {"Person"});
    visit(schema_org("name"), PersonalName{full_name(person), person.name_language});
    visit(schema_org("givenName"), person.given_name);
    visit(schema_org("familyName"), person.family_name);
    visit(own("nameLanguage"), person.name_language);
    visit(own("appointments"), person.appointments);
}

} // namespace interregio::open_data
