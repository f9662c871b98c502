#pragma once
// What a map of a page shows: the towns in which the partners and those who take part are seated, and those in which
// activities were. The list beside the map is made from the same value, so that both say the same.

#include "base/europe_map.h"
#include "modules/activities/activity_tallies.h"
#include "modules/portal/pieces.h"

namespace interregio::portal {

enum class SeatOf { partner, others };

/// An organisation that is seated in a town.
struct MapSeat {
    OrganisationLink organisation;
    SeatOf seat_of = SeatOf::others;
    std::optional<double> area;       ///< of its territory, km²; the preferred statement, or the first exact one
    std::optional<SourceNote> source; ///< who says so
};

struct MapActivity {
    PageLink page;
    PartialDate date;
    ActivityStatus status = ActivityStatus::held;
};

struct MapTown {
    std::string key; ///< of the place
    PlaceName name;
    std::optional<SheetPoint> point; ///< nothing where its coordinates are not known or lie beyond Europe
    Tally activities;
    std::vector<MapSeat> seats;      ///< partners first
    std::vector<MapActivity> newest; ///< at most three, the newest first; only such as are among the newest of all
    [[nodiscard]] bool of_partner() const { return !seats.empty() && seats.front().seat_of == SeatOf::partner; }
};

/// Two partners, by their place in `towns`.
struct MapTie {
    std::size_t from = 0;
    std::size_t to = 0;
};

struct MapPage {
    std::vector<MapTown> towns; ///< the partners' in their order, then by the number of activities; at most 24
    std::vector<MapTie> ties;
    std::size_t further_towns = 0;  ///< that are left out, those with the fewest activities
    std::size_t newest_counted = 0; ///< not 0: only so many activities, the newest, are counted
    Tally nowhere;                  ///< activities without a place, for example online
    /// A map of one town says nothing that its name does not.
    [[nodiscard]] bool worth_showing() const;
};

/// Of all partnerships of the site.
[[nodiscard]] MapPage map_of_site(const Reading& reading);
[[nodiscard]] MapPage map_of(const Reading& reading, const Partnership& partnership);
/// Its own seat and the towns of the activities in which it took part.
[[nodiscard]] MapPage map_of(const Reading& reading, const Organisation& organisation);

} // namespace interregio::portal
