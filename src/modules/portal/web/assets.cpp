#include "modules/portal/web/assets.h"

#include "base/fingerprint.h"

#include <array>

namespace interregio::portal::web {

Assets::Assets(std::span<const EmbeddedFile> files) {
    Fingerprint all;
    constexpr std::string_view compressed = ".br";
    for (const EmbeddedFile& file : files) {
        if (file.name.ends_with(compressed)) {
            brotli_.emplace(file.name.substr(0, file.name.size() - compressed.size()), file.contents);
            continue;
        }
        files_.emplace(file.name, file.contents);
        all.add(file.name).add(file.contents);
    }
    version_ = all.text();
}

html::Url Assets::url(std::string_view name) const {
    return html::Url::path("/assets/" + version_ + "/" + std::string(name));
}

std::string_view Assets::brotli_of(std::string_view name) const {
    const auto found = brotli_.find(name);
    return found == brotli_.end() ? std::string_view{} : found->second;
}

std::string_view Assets::media_type(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> types{{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".webp", "image/webp"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    }};
    for (const auto& [ending, type] : types)
        if (name.ends_with(ending)) return type;
    return "application/octet-stream";
}

} // namespace interregio::portal::web
