#pragma once
// The description of the interface, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html): made from what is
// published and from the parameters that are read, so that it says what the program does.

#include "base/record_kind.h"
#include "modules/journal/tree.h"
#include "platform/locale/catalogue.h"

#include <string>

namespace interregio::open_data::web {

/// In the words of a language. `base_url` has no final slash; `site_name` is what the record calls the site.
[[nodiscard]] Tree openapi_document(const Catalogue& words, const std::string& base_url, const std::string& site_name);

/// "Activities": the records of a kind in words.
[[nodiscard]] std::string collection_name(const Catalogue& words, RecordKind kind);

} // namespace interregio::open_data::web
