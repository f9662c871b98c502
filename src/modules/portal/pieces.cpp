#include "modules/portal/pieces.h"

#include "modules/organisations/organisations.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

namespace interregio::portal {
namespace {

/// The field that names a record of that kind.
std::string_view naming_field(RecordKind kind) {
    switch (kind) {
    case RecordKind::activity:
    case RecordKind::agreement:
    case RecordKind::series:
    case RecordKind::source:
    case RecordKind::document:
        return "title";
    default:
        return "name";
    }
}

/// The record, which a reference says exists.
template <class T> T present(const Reading& reading, Id<T> id) {
    auto record = find(reading.connection, id);
    if (!record) throw db::Error("a reference leads to a record that is not there: " + id.text());
    return std::move(*record);
}

} // namespace

ShownText or_empty(std::optional<ShownText> text, const Reading& reading) {
    if (text) return std::move(*text);
    return {{}, reading.language, TextStanding::own, {}, reading.language};
}

PageLink page_link(const Reading& reading, RecordKind kind, const Uuid& id) {
    PageLink link{kind, id, current_slug(reading.connection, id, reading.language),
                  or_empty(shown(reading, id, naming_field(kind)), reading)};
    if (link.slug.empty()) link.slug = store::key_of(reading.connection, kind, id);
    return link;
}

std::vector<PageLink> page_links(const Reading& reading, RecordKind kind, const std::vector<Uuid>& ids) {
    constexpr std::size_t many = 50; // the queries for all read the whole kind
    std::vector<PageLink> links;
    links.reserve(ids.size());
    if (ids.size() < many) {
        for (const Uuid& id : ids) links.push_back(page_link(reading, kind, id));
        return links;
    }
    const auto slugs = current_slugs(reading.connection, kind, reading.language);
    const auto names = find_texts(reading.connection, kind, naming_field(kind));
    for (const Uuid& id : ids) {
        const auto slug = slugs.find(id);
        const auto name = names.find(id);
        links.push_back(
            {kind, id, slug == slugs.end() ? store::key_of(reading.connection, kind, id) : slug->second,
             or_empty(name == names.end() ? std::nullopt : shown(name->second, reading.language), reading)});
    }
    return links;
}

OrganisationLink organisation_link(const Reading& reading, Id<Organisation> id) {
    return {page_link(reading, id), store::short_name_of(reading.connection, id.uuid())};
}

PersonName person_name(const Person& person) { return {person.full_name(), person.name_language}; }

SourceNote source_note(const Reading& reading, Id<Source> id) {
    const auto source = present(reading, id);
    SourceNote note{or_empty(shown(source.title, reading.language), reading), source.url, std::nullopt,
                    source.published, source.retrieved};
    if (source.publisher) note.publisher = organisation_link(reading, *source.publisher);
    return note;
}

std::vector<SourceNote> source_notes(const Reading& reading, const std::vector<Id<Source>>& ids) {
    std::vector<SourceNote> notes;
    for (const auto& id : ids) notes.push_back(source_note(reading, id));
    return notes;
}

std::optional<Picture> picture(const Reading& reading, std::optional<Id<Image>> id) {
    if (!id) return std::nullopt;
    auto image = present(reading, *id);
    if (image.credit.empty()) return std::nullopt;
    auto made = made_picture(reading.connection, source_of(image));
    return Picture{std::move(image.file),
                   std::move(made),
                   std::move(image.credit),
                   std::move(image.licence),
                   shown(image.alt, reading.language),
                   shown(image.caption, reading.language),
                   image.focal_x,
                   image.focal_y,
                   id->uuid()};
}

std::vector<Download> downloads(const Reading& reading, const std::vector<Id<Document>>& ids) {
    std::vector<Download> list;
    for (const auto& id : ids) {
        auto document = present(reading, id);
        list.push_back({std::move(document.file), or_empty(shown(document.title, reading.language), reading),
                        document.language, id.uuid()});
    }
    return list;
}

PlaceName place_name(const Reading& reading, Id<Place> id) {
    const auto place = present(reading, id);
    PlaceName name{or_empty(shown(place.name, reading.language), reading), std::nullopt, place.country};
    if (const auto town = store::town_of(reading.connection, id.uuid()); town != id.uuid())
        name.town = shown(reading, town, "name");
    return name;
}

std::vector<ContactCard> contact_cards(const Reading& reading, const std::vector<Contact>& contacts,
                                       std::chrono::year_month_day today) {
    const PartialDate day(DatePoint{DatePrecision::day, static_cast<int>(today.year()),
                                    static_cast<unsigned>(today.month()), static_cast<unsigned>(today.day())});
    std::vector<ContactCard> cards;
    for (const Contact& contact : contacts) {
        ContactCard card;
        card.organisation = organisation_link(reading, contact.organisation);
        card.unit = shown(contact.unit, reading.language);
        card.email = contact.email;
        card.telephone = contact.telephone;
        card.address = contact.address;
        if (contact.person) {
            const auto person = present(reading, *contact.person);
            card.person = person_name(person);
            if (const auto* appointment = function_on(person, contact.organisation, day))
                card.function = shown(appointment->function, reading.language);
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

} // namespace interregio::portal
