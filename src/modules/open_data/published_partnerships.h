#pragma once
// What is published of partnerships, fields of action, agreements and the site. How: published.h.

#include "modules/open_data/published.h"
#include "modules/partnerships/partnership.h"

namespace interregio::open_data {

template <class Visitor> void publish(Visitor& visit, const FieldOfAction& field) {
    visit.type("DefinedTerm", {"DefinedTerm"});
    visit(schema_org("name"), field.name, Presence::required);
    visit(schema_org("description"), field.description);
}

template <class Visitor> void publish(Visitor& visit, const Contact& contact) {
    visit.type("ContactPoint", {"ContactPoint"});
    visit(own("organisation"), contact.organisation);
    visit(own("person"), contact.person);
    visit(own("unit"), contact.unit);
    visit(schema_org("email"), contact.email);
    visit(schema_org("telephone"), contact.telephone);
    visit(schema_org("address"), contact.address);
}

template <class Visitor> void publish(Visitor& visit, const Partnership& partnership) {
    visit.type("Partnership", {"Partnership"});
    visit(schema_org("name"), partnership.name, Presence::required);
    visit(own("kind"), partnership.partnership_kind);
    visit(own("kindName"), words("partnership.kind.", partnership.partnership_kind));
    visit(own("parties"), partnership.parties);
    visit(own("since"), partnership.since);
    visit(own("review"), partnership.review);
    visit(schema_org("description"), partnership.introduction);
    visit(own("origin"), partnership.origin);
    visit(own("aims"), partnership.aims);
    visit(own("goodToKnow"), partnership.good_to_know);
    visit(own("fields"), partnership.fields);
    visit(schema_org("contactPoint"), partnership.contacts);
    visit(schema_org("image"), partnership.image);
    visit(own("sources"), partnership.sources);
}

template <class Visitor> void publish(Visitor& visit, const Signing& signing) {
    visit(own("date"), signing.date);
    visit(own("place"), signing.place);
    visit(own("source"), signing.source);
    visit(own("preferred"), signing.preference == Preference::preferred);
}

template <class Visitor> void publish(Visitor& visit, const Signatory& signatory) {
    visit(own("person"), signatory.person);
    visit(own("organisation"), signatory.organisation);
    visit(own("function"), signatory.function);
    visit(own("sources"), signatory.sources);
}

template <class Visitor> void publish(Visitor& visit, const AgreedField& agreed) {
    visit(own("field"), agreed.field);
    visit(own("sources"), agreed.sources);
}

template <class Visitor> void publish(Visitor& visit, const Agreement& agreement) {
    visit.type("Agreement", {"Agreement"});
    visit(schema_org("name"), agreement.title, Presence::required);
    visit(own("kind"), agreement.agreement_kind);
    visit(own("kindName"), words("agreement.kind.", agreement.agreement_kind));
    visit(own("partnership"), agreement.partnership);
    visit(schema_org("description"), agreement.summary);
    visit(own("signings"), agreement.signings);
    visit(own("signatories"), agreement.signatories);
    visit(own("agreedFields"), agreement.fields);
    visit(own("documents"), agreement.documents);
    visit(schema_org("image"), agreement.image);
}

template <class Visitor> void publish(Visitor& visit, const Site& site) {
    visit.type("WebSite", {"WebSite"});
    visit(schema_org("name"), site.name, Presence::required);
    visit(schema_org("description"), site.tagline);
    visit(schema_org("inLanguage"), site.languages);
    visit(schema_org("publisher"), site.publisher);
    visit(schema_org("email"), site.email);
}

} // namespace interregio::open_data
