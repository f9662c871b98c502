#pragma once
// What the fuzz targets for dates have in common.

#include "base/assert.h"
#include "base/refusal.h"
#include "base/utf8.h"

namespace interregio {

/// A refusal of a date can be shown, whatever was entered.
inline void check_date_refusal(const Refusal& refusal) {
    INTERREGIO_ASSERT(refusal.key.starts_with("refusal.date."), "the refusal says what is wrong");
    for (const auto& [name, value] : refusal.arguments)
        INTERREGIO_ASSERT(valid_utf8(value) && !has_control_characters(value, ControlCharacters::none) &&
                              value.size() < 200,
                          "the refusal can be shown");
}

} // namespace interregio
