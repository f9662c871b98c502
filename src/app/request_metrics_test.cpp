#include "app/request_metrics.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

http::Exchange exchange(std::string_view path, int status = 200) {
    return {http::Method::get, path, status, 100, std::chrono::microseconds(2000)};
}

TEST(RequestMetrics, TheAddressTellsTheKind) {
    EXPECT_EQ(kind_of(exchange("/de/chronik")), RequestKind::page);
    EXPECT_EQ(kind_of(exchange("/")), RequestKind::page);
    EXPECT_EQ(kind_of(exchange("/assets/0123/portal.css")), RequestKind::asset);
    EXPECT_EQ(kind_of(exchange("/media/0123/a.webp")), RequestKind::media);
    EXPECT_EQ(kind_of(exchange("/healthz")), RequestKind::service);
    EXPECT_EQ(kind_of(exchange("/api/v1/activities")), RequestKind::data);
    EXPECT_EQ(kind_of(exchange("/sitemap.xml")), RequestKind::data);
    EXPECT_EQ(kind_of(exchange("/de/feed.atom")), RequestKind::data);
    EXPECT_EQ(kind_of(exchange("", 400)), RequestKind::refused);
}

TEST(RequestMetrics, CountsAnswersBytesAndTime) {
    metrics::Registry registry;
    RequestMetrics requests(registry);
    requests.observe(exchange("/de/"));
    requests.observe(exchange("/de/", 404));
    requests.observe(exchange("/de/", 299));
    const std::string text = registry.text();
    const auto has = [&](const std::string& line) { return text.find("\n" + line + "\n") != std::string::npos; };
    EXPECT_TRUE(has("interregio_http_requests_total{kind=\"page\",status=\"2xx\"} 2"));
    EXPECT_TRUE(has("interregio_http_requests_total{kind=\"page\",status=\"4xx\"} 1"));
    EXPECT_TRUE(has("interregio_http_requests_total{kind=\"asset\",status=\"2xx\"} 0"));
    EXPECT_TRUE(has("interregio_http_response_body_bytes_total{kind=\"page\"} 300"));
    EXPECT_TRUE(has("interregio_http_request_duration_seconds_bucket{kind=\"page\",le=\"0.001\"} 0"));
    EXPECT_TRUE(has("interregio_http_request_duration_seconds_bucket{kind=\"page\",le=\"0.0025\"} 3"));
}

} // namespace
} // namespace interregio
