#include "modules/portal/organisation_page.h"

#include "modules/organisations/organisations.h"
#include "modules/partnerships/partnerships.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

namespace interregio::portal {
namespace {

constexpr std::size_t activities_shown = 6;

std::vector<OrganisationLink> links(const Reading& reading, const std::vector<Id<Organisation>>& ids) {
    std::vector<OrganisationLink> list;
    for (const auto& id : ids) list.push_back(organisation_link(reading, id));
    return list;
}

/// The contacts that partnerships name for the organisation.
std::vector<ContactCard> contacts_at(const Reading& reading, Id<Organisation> id, std::chrono::year_month_day today) {
    std::vector<Contact> own;
    for (const auto& partnership_id : partnerships_of(reading.connection, id)) {
        const auto partnership = find(reading.connection, partnership_id);
        if (!partnership) continue;
        for (const auto& contact : partnership->contacts)
            if (contact.organisation == id) own.push_back(contact);
    }
    return contact_cards(reading, own, today);
}

} // namespace

std::optional<OrganisationPage> organisation_page(const Reading& reading, Id<Organisation> id,
                                                  std::chrono::year_month_day today) {
    const auto organisation = find(reading.connection, id);
    if (!organisation) return std::nullopt;
    OrganisationPage page;
    page.organisation = organisation_link(reading, id);
    page.kind = organisation->organisation_kind;
    if (page.organisation.page.name.language != organisation->name.original)
        page.official_name = shown(organisation->name, organisation->name.original);
    page.country = organisation->country;
    if (organisation->seat) page.seat = place_name(reading, *organisation->seat);
    page.address = organisation->address;
    page.websites = organisation->websites;
    if (organisation->parent) page.parent = organisation_link(reading, *organisation->parent);
    page.description = shown(organisation->description, reading.language);
    page.facts = fact_groups(reading, organisation->facts);
    page.members = links(reading, organisation->members);
    page.member_of = links(reading, member_of(reading.connection, id));
    page.subsidiaries = links(reading, subsidiaries_of(reading.connection, id));
    page.partnerships = page_links(reading, partnerships_of(reading.connection, id));
    page.contacts = contacts_at(reading, id, today);
    ActivityFilter taking_part;
    taking_part.organisation = id;
    auto rows = list_activities(reading.connection, taking_part, {activities_shown + 1, std::nullopt, std::nullopt});
    page.more_activities = rows.size() > activities_shown;
    if (page.more_activities) rows.pop_back();
    page.activities = activity_cards(reading, std::move(rows));
    page.map = map_of(reading, *organisation);
    return page;
}

std::vector<OrganisationEntry> organisation_list(const Reading& reading) {
    std::vector<OrganisationEntry> list;
    for (const auto& row : store::all_organisations(reading.connection))
        list.push_back({organisation_link(reading, Id<Organisation>(row.id)), row.kind});
    return list;
}

} // namespace interregio::portal
