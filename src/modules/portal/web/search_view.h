#pragma once
// The search page, and the field in the header of every page that leads to it.

#include "modules/portal/search_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts search_view(const View& view, const SearchPage& page);

/// The field in the header. Suggestions while typing come with the script; without it, the form is sent.
[[nodiscard]] html::Node search_box(const View& view);

/// The suggestions as JSON: {"queries": ["…"], "pages": [{"title": "…", "lang": "pl", "url": "/…"}]}; `lang` only for
/// titles in another language than the reader's.
[[nodiscard]] std::string suggestions_json(const Paths& paths, Language reader, const Suggestions& suggestions);

} // namespace interregio::portal::web
