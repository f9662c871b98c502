#pragma once
// One point of a typed date as far as it was typed: "8." in "8.–9.8.2019" has only a day. For typed_date*.cpp only.

#include "base/partial_date.h"
#include "base/typed_date_tokens.h"

#include <expected>
#include <optional>

namespace interregio {

struct TypedPoint {
    std::optional<int> year;
    std::optional<unsigned> month; ///< as typed: any number of up to two digits
    std::optional<Season> season;
    std::optional<unsigned> day; ///< as typed
    std::optional<unsigned> weekday;
    unsigned doubts_before = 0; ///< sum of typed_doubt
    unsigned doubts_behind = 0;
};

struct TypedProblem {
    enum class Kind { unreadable, four_digit_year, winter, not_in_a_row };
    Kind kind = Kind::unreadable;
    int year = 0; ///< of a winter: the one that was typed
};

/// Reads the point that the cursor stands at, with the doubts, weekday and little words before and behind.
[[nodiscard]] std::expected<TypedPoint, TypedProblem> read_typed_point(TokenCursor& cursor);

} // namespace interregio
