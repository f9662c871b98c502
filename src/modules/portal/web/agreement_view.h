#pragma once
#include "modules/portal/agreement_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

[[nodiscard]] PageParts agreement_view(const View& view, const AgreementPage& page);

} // namespace interregio::portal::web
