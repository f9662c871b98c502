#include "platform/html/url.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace interregio::html {

std::optional<Url> Url::parse(std::string_view text) {
    if (!allowed(text)) return std::nullopt;
    return Url(text);
}

Url Url::path(std::string_view path) {
    if (!path.starts_with('/') || !allowed(path)) {
        std::fprintf(stderr, "not a path of this site: %.*s\n", static_cast<int>(path.size()), path.data());
        std::abort();
    }
    return Url(path);
}

Url Url::fragment(std::string_view id) {
    const bool plain =
        std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (id.empty() || !plain) {
        std::fprintf(stderr, "not the id of an element: %.*s\n", static_cast<int>(id.size()), id.data());
        std::abort();
    }
    return Url("#" + std::string(id));
}

bool Url::external() const {
    const auto words = text();
    return !words.starts_with('/') && !words.starts_with('#') && !words.starts_with('?');
}

} // namespace interregio::html
