#pragma once
// JSON from outside that decides who somebody is: read strictly, so that no two readers understand it differently.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::secrets {

/// An object (RFC 8259) in UTF-8, at most 16 levels deep, in which no name stands twice (RFC 7515, 4; RFC 7519, 4).
/// Nothing for anything else.
[[nodiscard]] std::optional<nlohmann::json> read_json_object(std::string_view text);

/// A member that is a string; nothing when it is missing or of another type.
[[nodiscard]] std::optional<std::string> text_member(const nlohmann::json& object, std::string_view name);
/// A member that is a list of strings, or one string, which counts as a list of one. Other items are left out.
[[nodiscard]] std::vector<std::string> texts_member(const nlohmann::json& object, std::string_view name);

} // namespace interregio::secrets
