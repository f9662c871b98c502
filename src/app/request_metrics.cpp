#include "app/request_metrics.h"

#include <algorithm>
#include <string>

namespace interregio {
namespace {

/// Ends of addresses that programs read.
constexpr std::string_view data_ends[] = {".atom", ".csv", ".ics", ".json", ".xml", ".yaml"};
constexpr std::string_view services[] = {"/healthz", "/robots.txt", "/favicon.ico"};

} // namespace

std::string_view name_of(RequestKind kind) {
    static constexpr std::array<std::string_view, request_kinds> names{"page",  "data",    "asset",
                                                                       "media", "service", "refused"};
    return names[static_cast<std::size_t>(kind)];
}

RequestKind kind_of(const http::Exchange& exchange) {
    const std::string_view path = exchange.path;
    if (path.empty()) return RequestKind::refused;
    if (path.starts_with("/assets/")) return RequestKind::asset;
    if (path.starts_with("/media/")) return RequestKind::media;
    if (std::ranges::find(services, path) != std::end(services)) return RequestKind::service;
    const bool data = path.starts_with("/api/") || path.starts_with("/sitemap/") ||
                      std::ranges::any_of(data_ends, [&](std::string_view end) { return path.ends_with(end); });
    return data ? RequestKind::data : RequestKind::page;
}

RequestMetrics::RequestMetrics(metrics::Registry& registry) {
    for (std::size_t index = 0; index < request_kinds; ++index) {
        const std::string kind(name_of(static_cast<RequestKind>(index)));
        for (std::size_t status = 0; status < kinds_[index].by_status_class.size(); ++status)
            kinds_[index].by_status_class[status] =
                &registry.counter("interregio_http_requests_total", "Answers, by kind of address and class of status.",
                                  {{"kind", kind}, {"status", std::to_string(status + 1) + "xx"}});
        kinds_[index].bytes = &registry.counter("interregio_http_response_body_bytes_total",
                                                "Bytes of the bodies of answers.", {{"kind", kind}});
        kinds_[index].seconds =
            &registry.histogram("interregio_http_request_duration_seconds",
                                "From the end of a request to its answer being made, without sending it.",
                                metrics::seconds_of_requests(), {{"kind", kind}});
    }
}

void RequestMetrics::observe(const http::Exchange& exchange) noexcept {
    Kind& kind = kinds_[static_cast<std::size_t>(kind_of(exchange))];
    const auto status = static_cast<std::size_t>(std::clamp(exchange.status / 100, 1, 5) - 1);
    kind.by_status_class[status]->add();
    kind.bytes->add(exchange.body_bytes);
    kind.seconds->observe(std::chrono::duration<double>(exchange.duration).count());
}

} // namespace interregio
