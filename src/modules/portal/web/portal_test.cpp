#include "modules/portal/web/portal.h"

#include "modules/portal/web/security_headers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A database in which every table is empty; or one that is broken.
class EmptyConnection final : public db::Connection {
  public:
    int questions = 0;

    std::int64_t execute(std::string_view, db::Parameters) override { throw db::Error("reading only"); }
    void execute_script(std::string_view) override { throw db::Error("reading only"); }

  protected:
    std::unique_ptr<db::Cursor> start(std::string_view, db::Parameters) override {
        class NoRows final : public db::Cursor {
          public:
            bool next() override { return false; }
            [[nodiscard]] bool null(int) const override { return true; }
            [[nodiscard]] std::int64_t integer(int) const override { return 0; }
            [[nodiscard]] double real(int) const override { return 0; }
            [[nodiscard]] std::string_view text(int) const override { return {}; }
            [[nodiscard]] std::span<const std::byte> blob(int) const override { return {}; }
        };
        ++questions;
        return std::make_unique<NoRows>();
    }
};

class FakeDatabase final : public db::Database {
  public:
    bool broken = false;

    db::Reader read() override {
        if (broken) throw db::Error("disk on fire");
        return {&connection_, [] {}};
    }
    db::Reader read_as(const db::Viewer&) override { return read(); }
    void backup(const std::string&, const std::function<void(double)>&) override {}
    [[nodiscard]] std::optional<std::uint64_t> version() const override { return 1; }

    [[nodiscard]] int questions() const { return connection_.questions; }

  protected:
    db::Connection& begin_write() override { throw db::Error("reading only"); }
    void commit_write() override {}
    void abandon_write() noexcept override {}

  private:
    EmptyConnection connection_;
};

const EmbeddedFile asset_files[] = {{"portal.css", "body{}"}, {"icons/favicon.svg", "<svg/>"}, {"fonts/a.woff2", "x"}};

class PortalTest : public testing::Test {
  protected:
    PortalTest() { portal.add_routes(router); }

    http::Response get(std::string path, std::vector<http::Header> headers = {}) {
        http::Request request;
        request.path = std::move(path);
        request.headers = std::move(headers);
        auto response = router.answer(request);
        portal.protect(response);
        return response;
    }
    static std::string header(const http::Response& response, std::string_view name) {
        for (const auto& each : response.headers)
            if (each.name == name) return each.value;
        return prepared_header(response, std::string(name) + ": ");
    }
    /// Of an answer that is kept.
    static std::string prepared_header(const http::Response& response, std::string_view beginning) {
        if (!response.prepared) return {};
        const auto at = response.prepared->find(beginning);
        if (at == std::string::npos) return {};
        const auto from = at + beginning.size();
        return response.prepared->substr(from, response.prepared->find("\r\n", from) - from);
    }

    FakeDatabase database;
    FixedClock clock{Clock::Time{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1}}};
    Portal portal{database, clock, asset_files, {.base_url = "https://example.org"}};
    http::Router router;
};

TEST_F(PortalTest, TheFirstPageChoosesTheLanguage) {
    const auto response = get("/", {{"Accept-Language", "pl,en;q=0.5"}});
    EXPECT_EQ(response.status, 302);
    EXPECT_EQ(header(response, "Location"), "/pl/");
    EXPECT_EQ(header(response, "Vary"), "Accept-Language");
}

TEST_F(PortalTest, AMissingSlashIsAdded) {
    EXPECT_EQ(header(get("/de"), "Location"), "/de/");
    EXPECT_EQ(get("/de").status, 301);
    EXPECT_EQ(header(get("/de/chronik/"), "Location"), "/de/chronik");
}

TEST_F(PortalTest, TheWordsOfAnotherLanguageLeadToTheRightAddress) {
    EXPECT_EQ(header(get("/pl/chronik"), "Location"), "/pl/kronika");
    EXPECT_EQ(header(get("/en/aktivitaeten/x"), "Location"), "/en/activities/x");
    EXPECT_EQ(header(get("/de/aktivitaeten"), "Location"), "/de/chronik");
}

TEST_F(PortalTest, AnEmptyRecordSaysHowToBegin) {
    const auto response = get("/de/");
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(*response.body, HasSubstr("interregio import"));
    EXPECT_EQ(get("/de/chronik").status, 404);
}

TEST_F(PortalTest, NotFoundSpeaksTheLanguageOfThePath) {
    const auto response = get("/pl/nie-ma", {{"Accept-Language", "de"}});
    EXPECT_EQ(response.status, 404);
    EXPECT_THAT(*response.body, HasSubstr("<html lang=\"pl\">"));
    EXPECT_THAT(*get("/nope", {{"Accept-Language", "de"}}).body, HasSubstr("<html lang=\"de\">"));
}

TEST_F(PortalTest, AFailureIsToldWithAReference) {
    database.broken = true;
    EXPECT_THROW((void)get("/de/"), db::Error);
    EXPECT_EQ(portal.failed({}, "ref").status, 500);
    EXPECT_THAT(*portal.failed({}, "ref-1").body, HasSubstr("ref-1"));
}

TEST_F(PortalTest, AssetsAreKeptForEver) {
    const auto url = Assets(asset_files).url("portal.css").text();
    const auto response = get(url);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(*response.body, "body{}");
    EXPECT_EQ(header(response, "Content-Type"), "text/css; charset=utf-8");
    EXPECT_THAT(header(response, "Cache-Control"), HasSubstr("immutable"));
    const auto again = get(url, {{"If-None-Match", header(response, "ETag")}});
    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.body->empty());
    EXPECT_EQ(get("/assets/0000000000000000/portal.css").status, 404);
}

TEST_F(PortalTest, EveryAnswerIsProtected) {
    for (const auto* path : {"/", "/de/", "/nope", "/robots.txt", "/sitemap.xml"}) {
        const auto response = get(path);
        EXPECT_THAT(header(response, "Content-Security-Policy"), HasSubstr("default-src 'none'")) << path;
        EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << path;
        EXPECT_FALSE(header(response, "Strict-Transport-Security").empty()) << path;
    }
    http::Response plain;
    add_security_headers(plain, "http://example.org");
    EXPECT_TRUE(header(plain, "Strict-Transport-Security").empty());
}

TEST_F(PortalTest, RobotsNameTheSitemap) {
    EXPECT_THAT(*get("/robots.txt").body, HasSubstr("Sitemap: https://example.org/sitemap.xml"));
}

TEST_F(PortalTest, TheSitemapIsMadeOnce) {
    const auto first = get("/sitemap.xml");
    const int once = database.questions();
    const auto second = get("/sitemap.xml");
    EXPECT_EQ(first.body, second.body) << "the very same bytes";
    EXPECT_LT(database.questions() - once, once) << "only whether the record has changed is asked again";
    EXPECT_NE(get("/sitemap/site.xml").body, first.body);
}

TEST_F(PortalTest, EveryLanguageHasTheSameRoutes) {
    std::map<std::string, int> count;
    for (const auto& [method, pattern, access] : router.routes())
        for (const auto language : Catalogue::spoken())
            if (method == "GET" && pattern.starts_with("/" + std::string(language.tag()) + "/") &&
                pattern.ends_with("/{slug}/"))
                ++count[std::string(language.tag())];
    for (const auto language : Catalogue::spoken()) EXPECT_EQ(count[std::string(language.tag())], 6) << language.tag();
}

} // namespace
} // namespace interregio::portal::web
