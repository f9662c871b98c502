#pragma once
// The page about the interface for programs: the OpenAPI document as people read it.

#include "modules/journal/tree.h"
#include "modules/portal/web/shell.h"

namespace interregio::open_data::web {

/// `document` is openapi_document() in the words of the view.
[[nodiscard]] portal::web::PageParts data_page_view(const portal::web::View& view, const Tree& document);

} // namespace interregio::open_data::web
