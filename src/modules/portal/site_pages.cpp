#include "modules/portal/site_pages.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::portal {
namespace {

ContactGroup& group_of(const Reading& reading, std::vector<ContactGroup>& groups, Id<Organisation> id) {
    const auto found =
        std::ranges::find_if(groups, [&](const auto& group) { return group.organisation.page.id == id.uuid(); });
    if (found != groups.end()) return *found;
    ContactGroup group{organisation_link(reading, id), {}, {}};
    if (const auto organisation = find(reading.connection, id))
        for (const auto& website : organisation->websites) group.websites.push_back(website.url);
    groups.push_back(std::move(group));
    return groups.back();
}

} // namespace

ContactPage contact_page(const Reading& reading, std::chrono::year_month_day today) {
    ContactPage page;
    if (const auto site = the_site(reading.connection)) page.words = shown(reading, site->uuid(), "contact");
    page.email = store::site_email(reading.connection);
    for (const auto& id : all_partnerships(reading.connection)) {
        const auto partnership = find(reading.connection, id);
        if (!partnership) continue;
        for (const auto& party : partnership->parties) group_of(reading, page.groups, party);
        for (auto& card : contact_cards(reading, partnership->contacts, today)) {
            auto& group = group_of(reading, page.groups, Id<Organisation>(card.organisation.page.id));
            group.contacts.push_back(std::move(card));
        }
    }
    return page;
}

std::optional<LegalPage> legal_page(const Reading& reading, LegalPageKind kind) {
    const auto site = the_site(reading.connection);
    if (!site) return std::nullopt;
    return LegalPage{kind, or_empty(shown(reading, site->uuid(), name_of(kind)), reading)};
}

} // namespace interregio::portal
