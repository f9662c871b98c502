#pragma once
// The whole routing table of the program, wired in one place, so that what is served and what is listed are the same.

#include "app/monitoring.h"
#include "modules/open_data/web/open_data.h"
#include "modules/portal/web/portal.h"
#include "modules/workspace/web/workspace.h"
#include "platform/http/router.h"

#include <vector>

namespace interregio {

/// Adds all that readers can reach. Everything must live as long as the router is used.
void add_site_routes(http::Router& router, portal::web::Portal& portal, Monitoring& monitoring,
                     open_data::web::OpenData& open_data, workspace::web::Workspace& workspace);

/// The table that add_site_routes() makes, without a database and without serving it.
[[nodiscard]] std::vector<http::RegisteredRoute> site_routes(const Clock& clock);

} // namespace interregio
