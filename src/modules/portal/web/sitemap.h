#pragma once
// The list of all pages for search engines (https://www.sitemaps.org/protocol.html): one file, or where that would grow
// large an index of parts. Every address names its versions in the other languages.

#include "modules/portal/reading.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::portal::web {

/// What is needed to write addresses.
struct SitemapContext {
    db::Connection& connection;
    const std::vector<Language>& languages; ///< of the site
    std::string_view base_url;              ///< without a final slash; sitemaps want whole addresses
};

/// /sitemap.xml
[[nodiscard]] std::string sitemap(const SitemapContext& context);
/// /sitemap/{part}; nothing when there is no such part.
[[nodiscard]] std::optional<std::string> sitemap_part(const SitemapContext& context, std::string_view part);

} // namespace interregio::portal::web
