#pragma once
// What a typed phrase means: its points completed from each other, their doubts and weekdays weighed. For
// typed_date*.cpp only. Pure.

#include "base/typed_date_phrase.h"

#include <expected>
#include <string>

namespace interregio {

/// The phrase with every point as complete as it can be, doubts in `doubts_before` of the points.
[[nodiscard]] std::expected<TypedPhrase, TypedProblem> completed(TypedPhrase phrase);

/// EDTF for a phrase that is completed. What does not exist is written all the same, for PartialDate to refuse.
[[nodiscard]] std::string edtf_of(const TypedPhrase& phrase);

} // namespace interregio
