#include "platform/secrets/strict_json.h"

#include <set>

namespace interregio::secrets {

std::optional<nlohmann::json> read_json_object(std::string_view text) {
    constexpr int deepest = 16;
    using Json = nlohmann::json;
    bool strange = false;
    std::vector<std::set<std::string>> names; // of the objects that are open
    const auto look = [&](int depth, Json::parse_event_t event, Json& value) {
        strange = strange || depth > deepest;
        if (event == Json::parse_event_t::object_start) names.emplace_back();
        if (event == Json::parse_event_t::object_end) names.pop_back();
        if (event == Json::parse_event_t::key && !names.back().insert(value.get<std::string>()).second) strange = true;
        return !strange;
    };
    auto read = Json::parse(text, look, false);
    if (strange || !read.is_object()) return std::nullopt;
    return read;
}

std::optional<std::string> text_member(const nlohmann::json& object, std::string_view name) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

std::vector<std::string> texts_member(const nlohmann::json& object, std::string_view name) {
    const auto found = object.find(name);
    if (found == object.end()) return {};
    if (found->is_string()) return {found->get<std::string>()};
    std::vector<std::string> list;
    if (found->is_array())
        for (const auto& item : *found)
            if (item.is_string()) list.push_back(item.get<std::string>());
    return list;
}

} // namespace interregio::secrets
