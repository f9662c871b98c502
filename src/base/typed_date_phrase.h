#pragma once
// A typed date as a whole: its points as far as they were typed, and how they are joined. For typed_date*.cpp only.

#include "base/typed_date_point.h"

#include <expected>
#include <optional>
#include <vector>

namespace interregio {

struct TypedPhrase {
    enum class Joint {
        none,       ///< one point, or a range with one end
        range,      ///< a dash or a word
        neighbours, ///< "and": the points have to follow each other
        slash       ///< as neighbours, or an interval of EDTF
    };
    std::optional<TypedPoint> start;
    std::optional<TypedPoint> end; ///< of a range; without a start, of one that only has an end
    Joint joint = Joint::none;
    /// What stands for a start or end that is not there.
    IntervalEnd start_kind = IntervalEnd::closed;
    IntervalEnd end_kind = IntervalEnd::closed;
    unsigned doubts = 0; ///< said before the whole, a sum of typed_doubt
};

[[nodiscard]] std::expected<TypedPhrase, TypedProblem> read_typed_phrase(const std::vector<TypedToken>& tokens);

} // namespace interregio
