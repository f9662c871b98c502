#include "modules/editing/confirmed_translations.h"

namespace interregio::editing {

std::set<VersionName> confirmed_in(const Sheet& sheet) {
    constexpr std::string_view mark = ".confirmed.";
    std::set<VersionName> confirmed;
    for (const auto& [name, value] : sheet.fields()) {
        const auto at = name.rfind(mark);
        if (at == std::string::npos || value.empty()) continue;
        const auto language = Language::parse(std::string_view(name).substr(at + mark.size()));
        const std::string text = name.substr(0, at);
        const auto dot = text.rfind('.');
        const auto owner = dot == std::string::npos ? Uuid() : Uuid::parse(sheet.at(text.substr(0, dot) + ".id"));
        if (language && owner)
            confirmed.insert({*owner, dot == std::string::npos ? text : text.substr(dot + 1), *language});
    }
    return confirmed;
}

} // namespace interregio::editing
