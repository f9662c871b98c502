#pragma once
// Counts what the server answers, by kind of address and class of status.

#include "platform/http/server.h"
#include "platform/metrics/metrics.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace interregio {

/// What was asked for, as far as the address tells.
enum class RequestKind {
    page,
    data,    ///< the API, feeds, calendars, tables, the sitemap
    asset,   ///< styles, scripts, fonts, icons
    media,   ///< pictures and documents
    service, ///< /healthz, /robots.txt, /favicon.ico
    refused  ///< what the server did not understand or had no room for
};
inline constexpr std::size_t request_kinds = 6;

[[nodiscard]] std::string_view name_of(RequestKind kind);
[[nodiscard]] RequestKind kind_of(const http::Exchange& exchange);

/// Safe from any thread, without a lock.
class RequestMetrics {
  public:
    explicit RequestMetrics(metrics::Registry& registry);
    void observe(const http::Exchange& exchange) noexcept;

  private:
    struct Kind {
        std::array<metrics::Counter*, 5> by_status_class; ///< 1xx to 5xx
        metrics::Counter* bytes;
        metrics::Histogram* seconds;
    };
    std::array<Kind, request_kinds> kinds_;
};

} // namespace interregio
