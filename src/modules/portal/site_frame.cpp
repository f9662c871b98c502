#include "modules/portal/site_frame.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::portal {

std::optional<std::size_t> SiteFrame::party(const Uuid& organisation) const {
    const auto found =
        std::ranges::find_if(parties, [&](const PartyName& each) { return each.id.uuid() == organisation; });
    return found == parties.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - parties.begin()));
}

std::optional<SiteFrame> site_frame(const Reading& reading) {
    const auto id = the_site(reading.connection);
    if (!id) return std::nullopt;
    const auto languages = site_languages(reading.connection);
    SiteFrame frame{or_empty(shown(reading, id->uuid(), "name"), reading),
                    shown(reading, id->uuid(), "tagline"),
                    languages,
                    page_links(reading, all_partnerships(reading.connection)),
                    {},
                    store::site_email(reading.connection)};
    if (frame.partnerships.size() != 1) return frame;
    for (const auto& party : store::parties_of(reading.connection, frame.partnerships.front().id)) {
        PartyName name{party, organisation_link(reading, party), std::nullopt};
        if (const auto seat = store::seat_of(reading.connection, party.uuid()))
            name.town = shown(reading, store::town_of(reading.connection, *seat), "name");
        frame.parties.push_back(std::move(name));
    }
    return frame;
}

} // namespace interregio::portal
