#pragma once

#include "modules/portal/web/portal.h"
#include "platform/metrics/metrics.h"

namespace interregio {

/// Shows how well the memory of answers serves. The portal must outlive the registry's use.
void add_cache_metrics(portal::web::Portal& portal, metrics::Registry& registry);

} // namespace interregio
