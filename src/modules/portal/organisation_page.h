#pragma once
// An organisation: what is said of it, who belongs to it, whom to ask, what it took part in. And the list of all.

#include "modules/portal/activity_card.h"
#include "modules/portal/map_page.h"
#include "modules/portal/organisation_facts.h"

#include <chrono>

namespace interregio::portal {

struct OrganisationPage {
    OrganisationLink organisation;
    OrganisationKind kind = OrganisationKind::other;
    std::optional<ShownText> official_name; ///< in its own language, where the page's title is a translation
    std::optional<std::string> country;
    std::optional<PlaceName> seat;
    std::optional<std::string> address;
    std::vector<Website> websites;
    std::optional<OrganisationLink> parent;
    std::optional<ShownText> description;
    std::vector<FactGroup> facts;
    std::vector<OrganisationLink> members;
    std::vector<OrganisationLink> member_of;
    std::vector<OrganisationLink> subsidiaries;
    std::vector<PageLink> partnerships;
    std::vector<ContactCard> contacts;
    std::vector<ActivityCard> activities; ///< the newest; all are in the timeline
    bool more_activities = false;
    MapPage map;
};
/// Nothing when there is none with that id. `today` decides which function a contact has.
[[nodiscard]] std::optional<OrganisationPage> organisation_page(const Reading& reading, Id<Organisation> id,
                                                                std::chrono::year_month_day today);

struct OrganisationEntry {
    OrganisationLink organisation;
    OrganisationKind kind = OrganisationKind::other;
};
/// All organisations, without order: views sort by the reader's alphabet.
[[nodiscard]] std::vector<OrganisationEntry> organisation_list(const Reading& reading);

} // namespace interregio::portal
