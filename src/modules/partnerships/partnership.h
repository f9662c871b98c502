#pragma once
// Partnerships, their fields of action, agreements and contacts, and the site that shows them.

#include "modules/library/library_item.h"
#include "modules/organisations/organisation.h"

namespace interregio {

struct FieldOfAction {
    static constexpr RecordKind kind = RecordKind::field_of_action;
    Id<FieldOfAction> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    LocalizedText name;
    LocalizedText description;

    /// The text from which its public addresses are made.
    [[nodiscard]] const LocalizedText& public_title() const { return name; }
};

template <class Visitor> void describe(Visitor& visit, FieldOfAction& field) {
    visit("name", field.name, TextLimits{.presence = Presence::required});
    visit("description", field.description, TextLimits{.markup = Markup::commonmark, .max_length = 20'000});
}

/// Kinds of links as in the RGRE database of municipal partnerships (https://www.rgre.de/partnerschaft/datenbank/).
enum class PartnershipKind { partnership, friendship, contact, project_partnership };
constexpr auto enum_names(PartnershipKind) {
    return std::array<std::string_view, 4>{"partnership", "friendship", "contact", "project_partnership"};
}

/// Whom to ask.
struct Contact {
    Uuid id;
    Id<Organisation> organisation;
    std::optional<Id<Person>> person;
    LocalizedText unit; ///< "Referat Europa"
    std::optional<std::string> email;
    std::optional<std::string> telephone;
    std::optional<std::string> address;
};

template <class Visitor> void describe(Visitor& visit, Contact& contact) {
    visit("organisation", contact.organisation);
    visit("person", contact.person);
    visit("unit", contact.unit, TextLimits{});
    visit("email", contact.email, StringLimits{.form = StringForm::email, .max_length = 254});
    visit("telephone", contact.telephone, StringLimits{.form = StringForm::telephone, .max_length = 40});
    visit("address", contact.address, StringLimits{});
}

struct Partnership {
    static constexpr RecordKind kind = RecordKind::partnership;
    Id<Partnership> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    PartnershipKind partnership_kind = PartnershipKind::partnership;
    std::vector<Id<Organisation>> parties; ///< at least two, in no rank
    LocalizedText name;
    LocalizedText introduction;
    LocalizedText origin;
    LocalizedText aims;
    LocalizedText good_to_know;
    std::optional<PartialDate> since;
    std::optional<PartialDate> review; ///< when the partners look at it again
    std::vector<Id<FieldOfAction>> fields;
    std::vector<Contact> contacts;
    std::optional<Id<Image>> image;
    std::vector<Id<Source>> sources;

    /// The text from which its public addresses are made.
    [[nodiscard]] const LocalizedText& public_title() const { return name; }
};

template <class Visitor> void describe(Visitor& visit, Partnership& partnership) {
    constexpr TextLimits prose{.markup = Markup::commonmark, .max_length = 20'000};
    visit("kind", partnership.partnership_kind);
    visit("parties", partnership.parties, ListLimits{.least = 2});
    visit("name", partnership.name, TextLimits{.presence = Presence::required});
    visit("introduction", partnership.introduction, prose);
    visit("origin", partnership.origin, prose);
    visit("aims", partnership.aims, prose);
    visit("good_to_know", partnership.good_to_know, prose);
    visit("since", partnership.since);
    visit("review", partnership.review);
    visit("fields", partnership.fields);
    visit("contacts", partnership.contacts);
    visit("image", partnership.image);
    visit("sources", partnership.sources);
}

enum class AgreementKind { letter_of_intent, partnership_agreement, project_agreement, other };
constexpr auto enum_names(AgreementKind) {
    return std::array<std::string_view, 4>{"letter_of_intent", "partnership_agreement", "project_agreement", "other"};
}

/// When and where it was signed, according to one source.
struct Signing {
    Uuid id;
    PartialDate date;
    std::optional<Id<Place>> place;
    Id<Source> source;
    std::optional<Preference> preference;
};

template <class Visitor> void describe(Visitor& visit, Signing& signing) {
    visit("date", signing.date);
    visit("place", signing.place);
    visit("source", signing.source);
    visit("preference", signing.preference);
}

/// A person who signed, with the function held that day, and the sources that say so.
struct Signatory {
    Uuid id;
    Id<Person> person;
    Id<Organisation> organisation;
    LocalizedText function; ///< where empty, looked up in the person's appointments for the day
    std::vector<Id<Source>> sources;
};

template <class Visitor> void describe(Visitor& visit, Signatory& signatory) {
    visit("person", signatory.person);
    visit("organisation", signatory.organisation);
    visit("function", signatory.function, TextLimits{});
    visit("sources", signatory.sources, ListLimits{.least = 1});
}

/// A field of action that the agreement names, and the sources that say so.
struct AgreedField {
    Uuid id;
    Id<FieldOfAction> field;
    std::vector<Id<Source>> sources;
};

template <class Visitor> void describe(Visitor& visit, AgreedField& agreed) {
    visit("field", agreed.field);
    visit("sources", agreed.sources, ListLimits{.least = 1});
}

struct Agreement {
    static constexpr RecordKind kind = RecordKind::agreement;
    Id<Agreement> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    AgreementKind agreement_kind = AgreementKind::other;
    Id<Partnership> partnership;
    LocalizedText title;
    LocalizedText summary;
    std::vector<Signing> signings; ///< one for each statement; where sources agree, one is enough
    std::vector<Signatory> signatories;
    std::vector<AgreedField> fields;
    std::vector<Id<Document>> documents; ///< one per language
    std::optional<Id<Image>> image;

    /// The text from which its public addresses are made.
    [[nodiscard]] const LocalizedText& public_title() const { return title; }
};

template <class Visitor> void describe(Visitor& visit, Agreement& agreement) {
    visit("kind", agreement.agreement_kind);
    visit("partnership", agreement.partnership);
    visit("title", agreement.title, TextLimits{.presence = Presence::required});
    visit("summary", agreement.summary, TextLimits{.markup = Markup::commonmark, .max_length = 20'000});
    visit("signings", agreement.signings, ListLimits{.least = 1});
    visit("signatories", agreement.signatories);
    visit("fields", agreement.fields);
    visit("documents", agreement.documents);
    visit("image", agreement.image);
}

/// What one server publishes: its name, its languages and the pages the law asks for. There is exactly one.
struct Site {
    static constexpr RecordKind kind = RecordKind::site;
    Id<Site> id;
    std::string key; ///< "site"
    SlugHistory slugs;
    Visibility visible_to; ///< public: the site is what is shown to anyone

    LocalizedText name;
    LocalizedText tagline;
    std::vector<Language>
        languages; ///< of the portal, each must have an interface catalogue; the first for readers without a wish
    Id<Organisation> publisher;
    std::optional<std::string> email; ///< for messages about the site, also about barriers
    LocalizedText imprint;
    LocalizedText privacy;
    LocalizedText accessibility;
    LocalizedText contact; ///< words above the list of contacts
};

template <class Visitor> void describe(Visitor& visit, Site& site) {
    constexpr TextLimits page{.presence = Presence::required, .markup = Markup::commonmark, .max_length = 60'000};
    visit("name", site.name, TextLimits{.presence = Presence::required});
    visit("tagline", site.tagline, TextLimits{});
    visit("languages", site.languages, ListLimits{.least = 1});
    visit("publisher", site.publisher);
    visit("email", site.email, StringLimits{.form = StringForm::email, .max_length = 254});
    visit("imprint", site.imprint, page);
    visit("privacy", site.privacy, page);
    visit("accessibility", site.accessibility, page);
    visit("contact", site.contact, TextLimits{.markup = Markup::commonmark, .max_length = 20'000});
}

} // namespace interregio
