#pragma once
// What the system knows of this process, under the names that Prometheus' own clients use.

#include "platform/metrics/metrics.h"

namespace interregio {

/// Linux: read from /proc whenever somebody looks; what cannot be read is left out.
void add_process_metrics(metrics::Registry& registry);

} // namespace interregio
