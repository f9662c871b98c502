#pragma once
// What is checked and shown of the search.

#include "modules/search/search_index.h"
#include "platform/metrics/health.h"
#include "platform/metrics/metrics.h"

namespace interregio {

/// Adds the check search (degraded "not_ready": nothing is found yet) and what the index holds. The index must
/// outlive both.
void add_search_health(const search::SearchIndex& index, metrics::HealthChecks& health, metrics::Registry& registry);

} // namespace interregio
