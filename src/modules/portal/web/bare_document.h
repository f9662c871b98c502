#pragma once
// Pages that stand without the site: when the record is empty, and when it cannot be read.

#include "modules/portal/web/assets.h"
#include "platform/html/elements.h"
#include "platform/locale/catalogue.h"

namespace interregio::portal::web {

/// The page of a server whose record is empty: how to begin.
[[nodiscard]] std::string empty_site_document(const Catalogue& words, const Assets& assets);
/// 404 of such a server.
[[nodiscard]] std::string bare_not_found_document(const Catalogue& words, const Assets& assets);
/// 500. Reads nothing but the words, since the record may be what failed. `reference` finds the failure in the log; may
/// be empty.
[[nodiscard]] std::string failure_document(const Catalogue& words, const Assets& assets, std::string_view reference);

} // namespace interregio::portal::web
