#pragma once
// Organisations, what is said of them, the people who act for them, and where things are: the values and their fields.

#include "modules/record/description.h"

namespace interregio {

struct Organisation;
struct Place;

/// A page, document or other publication that a statement rests on.
struct Source {
    static constexpr RecordKind kind = RecordKind::source;
    Id<Source> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    LocalizedText title;                       ///< what it is, in words
    std::optional<Id<Organisation>> publisher; ///< who states it
    std::optional<std::string> url;
    std::optional<PartialDate> published;
    std::optional<PartialDate> retrieved;
};

template <class Visitor> void describe(Visitor& visit, Source& source) {
    visit("title", source.title, TextLimits{.presence = Presence::required});
    visit("publisher", source.publisher);
    visit("url", source.url, StringLimits{.form = StringForm::url, .max_length = 2000});
    visit("published", source.published);
    visit("retrieved", source.retrieved);
}

/// A town or venue where something happens.
struct Place {
    static constexpr RecordKind kind = RecordKind::place;
    Id<Place> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    LocalizedText name; ///< the original in its own language; exonyms as translations
    std::string country;
    std::optional<Id<Place>> within; ///< the town of a venue
    std::optional<double> latitude;  ///< degrees, WGS 84
    std::optional<double> longitude;
};

template <class Visitor> void describe(Visitor& visit, Place& place) {
    visit("name", place.name, TextLimits{.presence = Presence::required});
    visit("country", place.country, StringLimits{.form = StringForm::country});
    visit("within", place.within);
    visit("latitude", place.latitude, NumberLimits{-90, 90});
    visit("longitude", place.longitude, NumberLimits{-180, 180});
}

enum class OrganisationKind {
    metropolitan_authority,
    municipality,
    district,
    county,
    enterprise,
    development_company,
    university,
    eu_institution,
    network,
    youth_body,
    association,
    other,
};
constexpr auto enum_names(OrganisationKind) {
    return std::array<std::string_view, 12>{"metropolitan_authority",
                                            "municipality",
                                            "district",
                                            "county",
                                            "enterprise",
                                            "development_company",
                                            "university",
                                            "eu_institution",
                                            "network",
                                            "youth_body",
                                            "association",
                                            "other"};
}

/// What a fact measures. `other` is named by its own label.
enum class Measure {
    founded,               ///< a date
    legal_act,             ///< a date: the act of parliament or law that made it
    in_force,              ///< a date: when that took effect
    tasks_since,           ///< a date: since when it has its statutory tasks
    area,                  ///< km²
    population,            ///< inhabitants
    municipalities,        ///< number of municipalities in its territory
    member_cities,         ///< number of member cities
    member_districts,      ///< number of member districts
    member_municipalities, ///< number of member municipalities
    other,
};
constexpr auto enum_names(Measure) {
    return std::array<std::string_view, 11>{
        "founded",        "legal_act",     "in_force",         "tasks_since",           "area", "population",
        "municipalities", "member_cities", "member_districts", "member_municipalities", "other"};
}

/// How exactly a number is meant.
enum class Exactness { exact, about, over };
constexpr auto enum_names(Exactness) { return std::array<std::string_view, 3>{"exact", "about", "over"}; }

/// Which of several statements of the same measure pages show first.
enum class Preference { stated, preferred };
constexpr auto enum_names(Preference) { return std::array<std::string_view, 2>{"stated", "preferred"}; }

/// A statement about an organisation. Has either a number or a date, or for `other` a note alone.
struct Fact {
    Uuid id;
    Measure measure = Measure::other;
    LocalizedText label; ///< for `other`: what is measured
    std::optional<double> number;
    std::optional<Exactness> exactness;
    std::optional<std::string> unit; ///< "km²"; none for counts
    std::optional<PartialDate> date;
    LocalizedText note;
    std::optional<PartialDate> as_of;
    Id<Source> source;
    std::optional<Id<Organisation>> stated_by; ///< where it is not the publisher of the source
    std::optional<Preference> preference;
};

template <class Visitor> void describe(Visitor& visit, Fact& fact) {
    visit("measure", fact.measure);
    visit("label", fact.label, TextLimits{});
    visit("number", fact.number, NumberLimits{});
    visit("exactness", fact.exactness);
    visit("unit", fact.unit, StringLimits{.max_length = 20});
    visit("date", fact.date);
    visit("note", fact.note, TextLimits{});
    visit("as_of", fact.as_of);
    visit("source", fact.source);
    visit("stated_by", fact.stated_by);
    visit("preference", fact.preference);
}

struct Website {
    Uuid id;
    std::string url;
    std::optional<Language> language; ///< of the page behind it
};

template <class Visitor> void describe(Visitor& visit, Website& website) {
    visit("url", website.url, StringLimits{.form = StringForm::url, .max_length = 2000});
    visit("language", website.language);
}

struct Organisation {
    static constexpr RecordKind kind = RecordKind::organisation;
    Id<Organisation> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    OrganisationKind organisation_kind = OrganisationKind::other;
    LocalizedText name;                    ///< the original is the official name in its own language
    std::optional<std::string> short_name; ///< "GZM"
    std::optional<std::string> country;
    std::optional<Id<Place>> seat;
    std::optional<std::string> address; ///< street and number, postal code, town
    std::vector<Website> websites;
    std::optional<Id<Organisation>> parent;
    std::vector<Id<Organisation>> members;
    LocalizedText description;
    std::vector<Fact> facts;

    /// The text from which its public addresses are made.
    [[nodiscard]] const LocalizedText& public_title() const { return name; }
};

template <class Visitor> void describe(Visitor& visit, Organisation& organisation) {
    visit("kind", organisation.organisation_kind);
    visit("name", organisation.name, TextLimits{.presence = Presence::required});
    visit("short_name", organisation.short_name, StringLimits{.max_length = 60});
    visit("country", organisation.country, StringLimits{.form = StringForm::country});
    visit("seat", organisation.seat);
    visit("address", organisation.address, StringLimits{});
    visit("websites", organisation.websites);
    visit("parent", organisation.parent);
    visit("members", organisation.members);
    visit("description", organisation.description, TextLimits{.markup = Markup::commonmark, .max_length = 20'000});
    visit("facts", organisation.facts);
}

/// A function at an organisation, for a time.
struct Appointment {
    Uuid id;
    Id<Organisation> organisation;
    LocalizedText function;          ///< "Regionaldirektorin"
    std::optional<PartialDate> from; ///< absent: not known
    std::optional<PartialDate> until;
    std::optional<Id<Source>> source;
};

template <class Visitor> void describe(Visitor& visit, Appointment& appointment) {
    visit("organisation", appointment.organisation);
    visit("function", appointment.function, TextLimits{.presence = Presence::required});
    visit("from", appointment.from);
    visit("until", appointment.until);
    visit("source", appointment.source);
}

struct Person {
    static constexpr RecordKind kind = RecordKind::person;
    Id<Person> id;
    std::string key;
    SlugHistory slugs;
    Visibility visible_to;

    std::string given_name;
    std::string family_name;
    std::optional<Language> name_language; ///< for the lang attribute
    std::vector<Appointment> appointments;

    [[nodiscard]] std::string full_name() const { return given_name + " " + family_name; }
};

template <class Visitor> void describe(Visitor& visit, Person& person) {
    visit("given_name", person.given_name, StringLimits{.max_length = 100});
    visit("family_name", person.family_name, StringLimits{.max_length = 100});
    visit("name_language", person.name_language);
    visit("appointments", person.appointments);
}

} // namespace interregio
