#pragma once
#include "modules/portal/field_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts field_view(const View& view, const FieldPage& page);

} // namespace interregio::portal::web
