#include "app/health_json.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

using metrics::Health;

TEST(HealthJson, StrangersSeeWhatIsWrongButNotWhere) {
    const metrics::HealthReport report{
        Health::degraded,
        {{"database.read", {}}, {"database.write", {Health::degraded, "full", "/srv/secret: no space"}}}};
    const auto response = health_response(report, Details::hidden);
    EXPECT_EQ(response.status, 200) << "it still serves";
    EXPECT_EQ(*response.body, R"({"status":"degraded","checks":[{"name":"database.read","status":"ok"},)"
                              R"({"name":"database.write","status":"degraded","code":"full"}]})"
                              "\n");
    const auto shown = health_response(report, Details::shown);
    EXPECT_NE(shown.body->find(R"("detail":"/srv/secret: no space")"), std::string::npos);
}

TEST(HealthJson, OnlyWhatCannotServeIsUnavailable) {
    EXPECT_EQ(health_response({Health::ok, {}}, Details::hidden).status, 200);
    EXPECT_EQ(*health_response({Health::ok, {}}, Details::hidden).body, "{\"status\":\"ok\",\"checks\":[]}\n");
    EXPECT_EQ(health_response({Health::unavailable, {}}, Details::hidden).status, 503);
    EXPECT_EQ(health_response({Health::ok, {{"a", {Health::ok, "", "\xFF"}}}}, Details::shown).status, 200);
}

} // namespace
} // namespace interregio
