#pragma once
// Names of enumerations as columns hold them; with ids and languages (platform/db/stored_values.h).

#include "modules/record/description.h"
#include "platform/db/stored_values.h"

#include <string_view>

namespace interregio {

/// Throws db::Error when it is none of the names.
template <NamedEnum E> [[nodiscard]] E stored_enum(std::string_view text) {
    const auto value = enum_named<E>(text);
    if (!value) db::unreadable(text);
    return *value;
}

} // namespace interregio
