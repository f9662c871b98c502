#pragma once
// What pages of every kind are made of: links to records, people, sources, pictures, downloads.

#include "modules/activities/activity.h"
#include "modules/library/made_pictures.h"
#include "modules/portal/shown_text.h"

#include <vector>

namespace interregio::portal {

/// A link to the page of a record.
struct PageLink {
    RecordKind kind = RecordKind::activity;
    Uuid id;
    std::string slug; ///< in the reader's language; the record's key where it has none
    ShownText name;
};
[[nodiscard]] PageLink page_link(const Reading& reading, RecordKind kind, const Uuid& id);
template <class T> [[nodiscard]] PageLink page_link(const Reading& reading, Id<T> id) {
    return page_link(reading, T::kind, id.uuid());
}
/// In the order of the ids. Many at once are cheaper than as many single ones.
[[nodiscard]] std::vector<PageLink> page_links(const Reading& reading, RecordKind kind, const std::vector<Uuid>& ids);
template <class T>
[[nodiscard]] std::vector<PageLink> page_links(const Reading& reading, const std::vector<Id<T>>& ids) {
    std::vector<Uuid> uuids;
    uuids.reserve(ids.size());
    for (const auto& id : ids) uuids.push_back(id.uuid());
    return page_links(reading, T::kind, uuids);
}

/// A link to an organisation, which often goes by its short name.
struct OrganisationLink {
    PageLink page;
    std::optional<std::string> short_name;
};
[[nodiscard]] OrganisationLink organisation_link(const Reading& reading, Id<Organisation> id);

/// The name of a person, with the language it is spoken in.
struct PersonName {
    std::string name;
    std::optional<Language> language;
};
[[nodiscard]] PersonName person_name(const Person& person);

/// Where a statement comes from.
struct SourceNote {
    ShownText title;
    std::optional<std::string> url;
    std::optional<OrganisationLink> publisher;
    std::optional<PartialDate> published;
    std::optional<PartialDate> retrieved;
};
[[nodiscard]] SourceNote source_note(const Reading& reading, Id<Source> id);
[[nodiscard]] std::vector<SourceNote> source_notes(const Reading& reading, const std::vector<Id<Source>>& ids);

struct Picture {
    FileContent file;
    std::optional<MadePicture> made; ///< its renditions, once they are there
    std::string credit;
    std::optional<std::string> licence;
    std::optional<ShownText> alt;
    std::optional<ShownText> caption;
    std::optional<double> focal_x; ///< 0 to 1
    std::optional<double> focal_y;
    Uuid id; ///< of its record
};
/// Nothing for a picture without credit: it is not published.
[[nodiscard]] std::optional<Picture> picture(const Reading& reading, std::optional<Id<Image>> id);

struct Download {
    FileContent file;
    ShownText title;
    Language language; ///< of the document
    Uuid id;           ///< of its record
};
[[nodiscard]] std::vector<Download> downloads(const Reading& reading, const std::vector<Id<Document>>& ids);

/// A venue with its town and country.
struct PlaceName {
    ShownText name;
    std::optional<ShownText> town; ///< where the name is not the town itself
    std::string country;           ///< ISO 3166-1 alpha-2
};
[[nodiscard]] PlaceName place_name(const Reading& reading, Id<Place> id);

/// Whom to ask.
struct ContactCard {
    OrganisationLink organisation;
    std::optional<PersonName> person;
    std::optional<ShownText> function; ///< what the person is there today
    std::optional<ShownText> unit;
    std::optional<std::string> email;
    std::optional<std::string> telephone;
    std::optional<std::string> address;
};
/// `today` decides which function a person has.
[[nodiscard]] std::vector<ContactCard> contact_cards(const Reading& reading, const std::vector<Contact>& contacts,
                                                     std::chrono::year_month_day today);

/// A text that is always there; empty in the reader's language where the record has none after all.
[[nodiscard]] ShownText or_empty(std::optional<ShownText> text, const Reading& reading);

} // namespace interregio::portal
