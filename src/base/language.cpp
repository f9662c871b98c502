#include "base/language.h"

#include <algorithm>

namespace interregio {

std::optional<Language> Language::parse(std::string_view tag) {
    if (tag.size() < 2 || tag.size() > 3) return std::nullopt;
    if (!std::ranges::all_of(tag, [](char c) { return c >= 'a' && c <= 'z'; })) return std::nullopt;
    Language language;
    language.tag_ = {};
    std::ranges::copy(tag, language.tag_.begin());
    language.length_ = static_cast<unsigned char>(tag.size());
    return language;
}

} // namespace interregio
