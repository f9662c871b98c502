#include "modules/portal/map_page.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

#include <algorithm>
#include <map>

namespace interregio::portal {
namespace {

constexpr std::size_t most_towns = 24;
constexpr std::size_t most_others = 60;  // organisations whose seat is looked for
constexpr std::size_t newest_read = 120; // activities among which those of each town are looked for
constexpr std::size_t newest_of_town = 3;
constexpr std::size_t most_counted =
    500; // where counts are not kept: of an organisation, of one of several partnerships

/// The area that is marked as preferred; or the first that is exact; or the first.
const Fact* area_of(const Organisation& organisation) {
    const Fact* best = nullptr;
    const auto rank = [](const Fact& fact) {
        if (fact.preference == Preference::preferred) return 2;
        return fact.exactness.value_or(Exactness::exact) == Exactness::exact ? 1 : 0;
    };
    for (const Fact& fact : organisation.facts)
        if (fact.measure == Measure::area && fact.number && fact.unit == "km²" &&
            (best == nullptr || rank(fact) > rank(*best)))
            best = &fact;
    return best;
}

class MapMaker {
  public:
    explicit MapMaker(const Reading& reading) : reading_(reading) {}

    /// Its town, by its place in the list; nothing when it has no seat.
    std::optional<std::size_t> add_seat(Id<Organisation> id, SeatOf seat_of) {
        const auto seat = store::seat_of(reading_.connection, id.uuid());
        if (!seat) return std::nullopt;
        const auto index = town_at(store::town_of(reading_.connection, *seat));
        auto& seats = page_.towns[index].seats;
        const bool known =
            std::ranges::any_of(seats, [&](const MapSeat& one) { return one.organisation.page.id == id.uuid(); });
        if (!known) seats.push_back(map_seat(id, seat_of));
        return index;
    }

    void add_partners(const std::vector<Id<Organisation>>& parties) {
        std::optional<std::size_t> before;
        for (const auto& party : parties) {
            const auto index = add_seat(party, SeatOf::partner);
            if (before && index && *before != *index) page_.ties.push_back({*before, *index});
            if (index) before = index;
        }
    }

    void add_activities(const ActivityFilter& filter) {
        Tally counted;
        for (const auto& [places, activities] : tally_by_places(reading_.connection, filter, most_counted)) {
            counted.add(activities);
            if (places.empty()) page_.nowhere.add(activities);
            for (const auto index : towns_of(places)) page_.towns[index].activities.add(activities);
        }
        const auto all = count_activities(reading_.connection, filter);
        if (counted.held + counted.ahead + counted.called_off < all) page_.newest_counted = most_counted;
        add_newest(filter);
    }

    MapPage take() {
        order();
        if (page_.towns.size() > most_towns) {
            page_.further_towns = page_.towns.size() - most_towns;
            page_.towns.resize(most_towns);
        }
        return std::move(page_);
    }

  private:
    std::size_t town_at(const Uuid& id) {
        const auto found = std::ranges::find(ids_, id);
        if (found != ids_.end()) return static_cast<std::size_t>(found - ids_.begin());
        const auto place = find(reading_.connection, Id<Place>(id));
        MapTown town;
        town.name = place_name(reading_, Id<Place>(id));
        if (place) town.key = place->key;
        if (place && place->latitude && place->longitude)
            town.point = on_europe_sheet(*place->latitude, *place->longitude);
        ids_.push_back(id);
        page_.towns.push_back(std::move(town));
        return ids_.size() - 1;
    }

    /// The towns of places, each once.
    std::vector<std::size_t> towns_of(const std::vector<Id<Place>>& places) {
        std::vector<std::size_t> towns;
        for (const auto& place : places) {
            const auto known = town_of_place_.find(place);
            const auto index = known != town_of_place_.end()
                                   ? known->second
                                   : town_of_place_[place] = town_at(store::town_of(reading_.connection, place.uuid()));
            if (std::ranges::find(towns, index) == towns.end()) towns.push_back(index);
        }
        return towns;
    }

    MapSeat map_seat(Id<Organisation> id, SeatOf seat_of) {
        MapSeat seat{organisation_link(reading_, id), seat_of, std::nullopt, std::nullopt};
        const auto organisation = seat_of == SeatOf::partner ? find(reading_.connection, id) : std::nullopt;
        if (const Fact* area = organisation ? area_of(*organisation) : nullptr) {
            seat.area = area->number;
            seat.source = source_note(reading_, area->source);
        }
        return seat;
    }

    void add_newest(const ActivityFilter& filter) {
        for (const auto& row :
             list_activities(reading_.connection, filter, {newest_read, std::nullopt, std::nullopt})) {
            std::vector<Id<Place>> places;
            for (const auto& place : store::places_of(reading_.connection, row.id.uuid())) places.emplace_back(place);
            for (const auto index : towns_of(places)) {
                auto& newest = page_.towns[index].newest;
                if (newest.size() < newest_of_town)
                    newest.push_back({page_link(reading_, row.id), row.date, row.status});
            }
        }
    }

    /// Partners stay where they are, at the head; ties go by their place.
    void order() {
        const auto partners_end = std::ranges::stable_partition(page_.towns, &MapTown::of_partner).begin();
        std::stable_sort(partners_end, page_.towns.end(), [](const MapTown& a, const MapTown& b) {
            return a.activities.held + a.activities.ahead > b.activities.held + b.activities.ahead;
        });
    }

    const Reading& reading_;
    std::vector<Uuid> ids_; ///< of the towns, while they are collected
    std::map<Id<Place>, std::size_t> town_of_place_;
    MapPage page_;
};

/// The condition for the activities of a partnership: none when all activities are its.
ActivityFilter activities_of(const Reading& reading, Id<Partnership> id) {
    ActivityFilter filter;
    if (all_partnerships(reading.connection).size() > 1) filter.partnership = id;
    return filter;
}

void add_others(const Reading& reading, MapMaker& maker) {
    auto others = organisations_in_activities(reading.connection);
    if (others.size() > most_others) others.resize(most_others);
    for (const auto& organisation : others) maker.add_seat(organisation, SeatOf::others);
}

} // namespace

bool MapPage::worth_showing() const {
    return std::ranges::count_if(towns, [](const MapTown& town) { return town.point.has_value(); }) > 1;
}

MapPage map_of_site(const Reading& reading) {
    MapMaker maker(reading);
    for (const auto& id : all_partnerships(reading.connection))
        maker.add_partners(store::parties_of(reading.connection, id.uuid()));
    add_others(reading, maker);
    maker.add_activities({});
    return maker.take();
}

MapPage map_of(const Reading& reading, const Partnership& partnership) {
    MapMaker maker(reading);
    maker.add_partners(partnership.parties);
    const auto own = activities_of(reading, partnership.id);
    if (!own.partnership) add_others(reading, maker);
    maker.add_activities(own);
    return maker.take();
}

MapPage map_of(const Reading& reading, const Organisation& organisation) {
    MapMaker maker(reading);
    maker.add_seat(organisation.id, SeatOf::partner);
    ActivityFilter taking_part;
    taking_part.organisation = organisation.id;
    maker.add_activities(taking_part);
    return maker.take();
}

} // namespace interregio::portal
