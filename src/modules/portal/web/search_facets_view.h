#pragma once
// What results may be narrowed by. A part of the search page.

#include "modules/portal/search_page.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

[[nodiscard]] html::Node search_facets(const View& view, const SearchPage& page);

/// What a kind of record is called: "Agreement", "Place".
[[nodiscard]] std::string search_kind_words(const View& view, std::string_view kind);

} // namespace interregio::portal::web
