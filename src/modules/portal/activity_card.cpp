#include "modules/portal/activity_card.h"

#include "modules/portal/portal_store.h"

namespace interregio::portal {

ActivityCard activity_card(const Reading& reading, ActivityRow row) {
    const Uuid id = row.id.uuid();
    ActivityCard card{std::move(row),
                      page_link(reading, RecordKind::activity, id),
                      shown(reading, id, "summary"),
                      std::nullopt,
                      std::nullopt,
                      std::nullopt,
                      std::nullopt};
    if (const auto image = store::first_image_of(reading.connection, id))
        card.picture = picture(reading, Id<Image>(*image));
    if (const auto places = store::places_of(reading.connection, id); !places.empty())
        card.town = shown(reading, store::town_of(reading.connection, places.front()), "name");
    if (const auto hosts = store::hosts_of(reading.connection, id); hosts.size() == 1) card.host = hosts.front();
    return card;
}

std::vector<ActivityCard> activity_cards(const Reading& reading, std::vector<ActivityRow> rows) {
    std::vector<ActivityCard> cards;
    cards.reserve(rows.size());
    for (auto& row : rows) cards.push_back(activity_card(reading, std::move(row)));
    return cards;
}

} // namespace interregio::portal
