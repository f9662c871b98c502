#include "modules/portal/web/country_captions.h"

#include <array>

namespace interregio::portal::web {
namespace {

struct Middle {
    std::string_view country;
    double latitude;
    double longitude;
    double room; ///< kilometres
};

constexpr std::array<Middle, 44> middles{{
    {"UA", 49.2, 31.3, 1100}, {"FR", 46.8, 2.6, 800},  {"ES", 40.2, -3.6, 800}, {"SE", 62.6, 15.3, 420},
    {"DE", 50.9, 10.4, 600},  {"FI", 63.2, 26.5, 480}, {"NO", 61.3, 9.2, 330},  {"PL", 52.3, 19.4, 600},
    {"IT", 43.3, 11.9, 330},  {"GB", 52.6, -1.4, 330}, {"RO", 45.9, 24.9, 550}, {"BY", 53.5, 28.0, 520},
    {"TR", 39.2, 33.5, 1300}, {"GR", 39.4, 22.2, 330}, {"BG", 42.7, 25.3, 450}, {"IS", 64.9, -18.7, 400},
    {"HU", 47.1, 19.3, 430},  {"PT", 39.7, -8.1, 190}, {"RS", 44.1, 20.8, 240}, {"AT", 47.5, 14.2, 480},
    {"CZ", 49.8, 15.4, 430},  {"IE", 53.2, -8.0, 260}, {"LT", 55.3, 23.9, 330}, {"LV", 56.9, 25.3, 400},
    {"HR", 45.4, 16.2, 200},  {"BA", 44.2, 17.8, 240}, {"SK", 48.7, 19.5, 360}, {"EE", 58.7, 25.7, 300},
    {"DK", 56.1, 9.3, 230},   {"CH", 46.8, 8.2, 290},  {"NL", 52.4, 5.6, 230},  {"MD", 47.2, 28.5, 160},
    {"BE", 50.5, 4.7, 250},   {"AL", 41.1, 20.0, 110}, {"MK", 41.6, 21.7, 180}, {"SI", 46.1, 14.7, 200},
    {"ME", 42.8, 19.2, 130},  {"XK", 42.6, 20.9, 120}, {"CY", 35.0, 33.1, 180}, {"LU", 49.8, 6.1, 110},
    {"GE", 42.1, 43.5, 420},  {"MT", 35.9, 14.4, 90},  {"AM", 40.3, 44.9, 200}, {"RU", 56.5, 37.0, 1400},
}};

} // namespace

std::vector<Caption> country_captions(const Catalogue& words) {
    std::vector<Caption> captions;
    for (const auto& middle : middles)
        if (const auto point = on_europe_sheet(middle.latitude, middle.longitude))
            captions.push_back({*point, words.country_name(middle.country), middle.room});
    return captions;
}

} // namespace interregio::portal::web
