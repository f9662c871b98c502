#pragma once
// What stands round every page: head, header with languages and navigation, breadcrumb, footer.

#include "modules/portal/web/view.h"

namespace interregio::portal::web {

enum class NavigationItem { none, home, partnership, timeline, organisations, contact };

struct Crumb {
    html::Node name;
    std::optional<html::Url> url; ///< none for the page itself
};

enum class Indexing { allowed, forbidden };

/// The picture that stands beside a link to the page elsewhere.
struct SharePicture {
    std::string path;
    std::string alt;
    std::int64_t width = 0; ///< pixels; 0 where that is not known
    std::int64_t height = 0;
};

struct PageParts {
    std::string title;       ///< plain text; the name of the site is added
    std::string description; ///< plain text, for search engines; may be empty
    NavigationItem current = NavigationItem::none;
    std::vector<Crumb> breadcrumb; ///< after the first page; empty there
    html::Node contents;           ///< of <main>
    /// A breadcrumb is drawn by the shell, above the contents, unless the view draws it within its hero.
    enum class BreadcrumbPlace { shell, view } breadcrumb_place = BreadcrumbPlace::shell;
    Indexing indexing = Indexing::allowed;
    std::vector<std::string> linked_data{};      ///< JSON-LD about what the page shows, one text an object
    std::optional<SharePicture> share_picture{}; ///< for links to the page elsewhere
    std::string calendar{};                      ///< where its days are as a calendar; empty for none
    enum class Frames {
        none,
        own_site
    } frames = Frames::none; ///< whether the page shows others of this site in frames
    enum class Embedding { none, timeline } embedding = Embedding::none; ///< what other sites can show of it
};

/// The whole document. `base_url` (without a final slash) may be empty: then canonical and alternate links are paths.
[[nodiscard]] std::string document(const View& view, const PageParts& parts, std::string_view base_url);

/// "You are here".
[[nodiscard]] html::Node breadcrumb(const View& view, const std::vector<Crumb>& crumbs);
[[nodiscard]] Crumb crumb(const View& view, const PageLink& link);
[[nodiscard]] Crumb here(const View& view, const ShownText& name);

} // namespace interregio::portal::web
