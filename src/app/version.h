#pragma once

#include <string_view>

namespace interregio {

inline constexpr std::string_view program_version = INTERREGIO_VERSION;

} // namespace interregio
