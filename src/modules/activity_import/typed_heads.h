#pragma once
// How many took part, as people write it in one cell: "120", "rund 1.200", "ok. 30", "geplant: 40". Pure; thread-safe.

#include "modules/activities/activity.h"

#include <string>
#include <string_view>

namespace interregio::activity_import {

struct TypedHeads {
    HeadCount head_count = HeadCount::exact;
    std::string number; ///< for read_integer(), which refuses what is none
    friend bool operator==(const TypedHeads&, const TypedHeads&) = default;
};

/// `otherwise` where no word says how well it is known.
[[nodiscard]] TypedHeads read_typed_heads(std::string_view typed, HeadCount otherwise, Language reader);

} // namespace interregio::activity_import
