#pragma once
// Writes YAML that people like to read: block style, texts of several lines as literal blocks, quotes only where
// needed.

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace interregio::yaml {

/// The YAML text of a value; what parse() reads from it is the same tree (numbers as their text, null as nothing).
/// Strings must be valid UTF-8. Throws std::runtime_error when libyaml fails.
[[nodiscard]] std::string emit(const nlohmann::ordered_json& value);

} // namespace interregio::yaml
