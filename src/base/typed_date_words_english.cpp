#include "base/typed_date_vocabulary.h"

namespace interregio {
namespace {

using enum TypedRole;
using typed_doubt::approximate;
using typed_doubt::uncertain;

constexpr TypedWord words[]{
    {"Jan", month, 1},
    {"Feb", month, 2},
    {"Mar", month, 3},
    {"Apr", month, 4},
    {"Jun", month, 6},
    {"Jul", month, 7},
    {"Aug", month, 8},
    {"Sept", month, 9},
    {"Sep", month, 9},
    {"Oct", month, 10},
    {"Nov", month, 11},
    {"Dec", month, 12},
    {"fall", season, 23},
    {"Sunday", weekday, 0},
    {"Sun", weekday, 0},
    {"Monday", weekday, 1},
    {"Mon", weekday, 1},
    {"Tuesday", weekday, 2},
    {"Tues", weekday, 2},
    {"Tue", weekday, 2},
    {"Wednesday", weekday, 3},
    {"Wed", weekday, 3},
    {"Thursday", weekday, 4},
    {"Thurs", weekday, 4},
    {"Thur", weekday, 4},
    {"Thu", weekday, 4},
    {"Friday", weekday, 5},
    {"Fri", weekday, 5},
    {"Saturday", weekday, 6},
    {"Sat", weekday, 6},
    {"on", filler},
    {"in", filler},
    {"the", filler},
    {"year", filler},
    {"years", filler},
    {"month", filler},
    {"of", of},
    {"st", ordinal},
    {"rd", ordinal},
    {"th", ordinal},
    {"from", since},
    {"since", since},
    {"to", to},
    {"through", to},
    {"until", until},
    {"till", until},
    {"up to", until},
    {"and", both},
    {"today", today},
    {"now", today},
    {"present", today},
    {"ongoing", today},
    {"probably", doubt, uncertain},
    {"prob", doubt, uncertain},
    {"presumably", doubt, uncertain},
    {"possibly", doubt, uncertain},
    {"perhaps", doubt, uncertain},
    {"maybe", doubt, uncertain},
    {"uncertain", doubt, uncertain},
    {"about", doubt, approximate},
    {"around", doubt, approximate},
    {"roughly", doubt, approximate},
    {"approximately", doubt, approximate},
    {"approx", doubt, approximate},
    {"circa", doubt, approximate},
    {"ca", doubt, approximate},
    {"c", doubt, approximate},
    {"end unknown", end_unknown},
    {"end not known", end_unknown},
    {"start unknown", start_unknown},
    {"beginning unknown", start_unknown},
    {"start not known", start_unknown},
};

} // namespace

std::span<const TypedWord> english_typed_words() { return words; }

} // namespace interregio
