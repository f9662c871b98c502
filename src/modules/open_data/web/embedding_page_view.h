#pragma once
// The page for those who want the timeline in their feed reader, their calendar or their own website.

#include "modules/portal/web/shell.h"

namespace interregio::open_data::web {

[[nodiscard]] portal::web::PageParts embedding_page_view(const portal::web::View& view);

} // namespace interregio::open_data::web
