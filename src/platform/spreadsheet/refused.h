#pragma once
// Refusals of this folder, "refusal.spreadsheet.…". Internal to it.

#include "base/refusal.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace interregio::spreadsheet {

[[nodiscard]] inline Refusal refusal(std::string_view key, Refusal::Arguments arguments = {}) {
    return {"refusal.spreadsheet." + std::string(key), std::move(arguments)};
}
[[nodiscard]] inline Refusal limit_refusal(std::string_view key, std::size_t limit) {
    return refusal(key, {{"limit", std::to_string(limit)}});
}
[[nodiscard]] inline std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20); }

} // namespace interregio::spreadsheet
