#pragma once
// The answer of /healthz.

#include "platform/http/message.h"
#include "platform/metrics/health.h"

namespace interregio {

/// Details may name files of the machine; they are for those who run it.
enum class Details { hidden, shown };

/// {"status":"ok","checks":[{"name":"database.read","status":"ok"}…]} with 200, or 503 when the server cannot serve.
[[nodiscard]] http::Response health_response(const metrics::HealthReport& report, Details details);

} // namespace interregio
