#pragma once
// Refusals of this folder, "refusal.media.…". Internal to it.

#include "base/refusal.h"

#include <expected>
#include <string>
#include <string_view>

namespace interregio {

inline std::unexpected<Refusal> refused(std::string_view key, Refusal::Arguments arguments = {}) {
    return std::unexpected(Refusal{"refusal.media." + std::string(key), std::move(arguments)});
}

/// Of a file of that type, as people know it: "PDF", "JPEG".
inline std::unexpected<Refusal> refused(std::string_view key, std::string_view type) {
    return refused(key, {{"type", std::string(type)}});
}

} // namespace interregio
