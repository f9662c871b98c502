#include "app/health_json.h"

#include <nlohmann/json.hpp>

namespace interregio {

http::Response health_response(const metrics::HealthReport& report, Details details) {
    nlohmann::ordered_json checks = nlohmann::ordered_json::array();
    for (const auto& [name, finding] : report.checks) {
        nlohmann::ordered_json check{{"name", name}, {"status", name_of(finding.health)}};
        if (!finding.code.empty()) check["code"] = finding.code;
        if (details == Details::shown && !finding.detail.empty()) check["detail"] = finding.detail;
        checks.push_back(std::move(check));
    }
    const nlohmann::ordered_json json{{"status", name_of(report.health)}, {"checks", std::move(checks)}};
    http::Response response;
    response.status = report.health == metrics::Health::unavailable ? 503 : 200;
    response.content_type = "application/json";
    response.body = std::make_shared<const std::string>(
        json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
    response.with("Cache-Control", "no-store");
    return response;
}

} // namespace interregio
