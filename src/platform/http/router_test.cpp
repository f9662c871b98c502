#include "platform/http/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace interregio::http {
namespace {

Request request(Method method, std::string path) {
    Request made;
    made.method = method;
    made.path = std::move(path);
    return made;
}

Handler says(std::string text) {
    return [text = std::move(text)](const Request&, const PathParameters&) { return Response::text(200, text); };
}

std::string answer(const Router& router, std::string path, Method method = Method::get) {
    const Response response = router.answer(request(method, std::move(path)));
    return response.status == 200 ? *response.body : std::to_string(response.status);
}

std::string_view allowed(const Response& response) {
    for (const Header& header : response.headers)
        if (header.name == "Allow") return header.value;
    return "none";
}

TEST(Router, FindsLiteralsBeforePlaceholders) {
    Router router;
    router.get("/{a}/{b}", says("two"));
    router.get("/{a}/y", says("right"));
    router.get("/x/{b}", says("left"));
    router.get("/x/y", says("both"));
    router.get("/{a}", says("one"));
    router.get("/x", says("x"));
    router.get("/", says("root"));
    EXPECT_EQ(answer(router, "/"), "root");
    EXPECT_EQ(answer(router, "/x"), "x");
    EXPECT_EQ(answer(router, "/z"), "one");
    EXPECT_EQ(answer(router, "/x/y"), "both");
    EXPECT_EQ(answer(router, "/x/z"), "left") << "the leftmost literal decides";
    EXPECT_EQ(answer(router, "/z/y"), "right");
    EXPECT_EQ(answer(router, "/z/z"), "two");
}

TEST(Router, PrefersTheLeftmostLiteralWhateverTheOrderOfRegistration) {
    Router router;
    router.get("/x/{b}", says("left"));
    router.get("/{a}/y", says("right"));
    EXPECT_EQ(answer(router, "/x/y"), "left");
    Router reversed;
    reversed.get("/{a}/y", says("right"));
    reversed.get("/x/{b}", says("left"));
    EXPECT_EQ(answer(reversed, "/x/y"), "left");
}

TEST(Router, GivesThePlaceholdersToTheHandler) {
    Router router;
    router.get("/{language}/orte/{place}", [](const Request&, const PathParameters& parameters) {
        return Response::text(200, parameters.at("language") + "|" + parameters.at("place"));
    });
    EXPECT_EQ(answer(router, "/de/orte/Gelsenkirchen Süd"), "de|Gelsenkirchen Süd");
    EXPECT_DEATH(static_cast<void>(PathParameters().at("x")), "no placeholder of that name");
}

TEST(Router, TakesOneNonEmptySegmentForAPlaceholder) {
    Router router;
    router.get("/a/{b}", says("found"));
    EXPECT_EQ(answer(router, "/a/b"), "found");
    for (const std::string path : {"/a", "/a/", "/a/b/", "/a/b/c", "//b", "/A/b", "/a//b", "/a//"})
        EXPECT_EQ(answer(router, path), "404") << path;
}

TEST(Router, KnowsASlashAtTheEnd) {
    Router router;
    router.get("/{language}/", says("with"));
    router.get("/feed", says("without"));
    EXPECT_EQ(answer(router, "/de/"), "with");
    EXPECT_EQ(answer(router, "/de"), "404");
    EXPECT_EQ(answer(router, "/feed"), "without");
    EXPECT_EQ(answer(router, "/feed/"), "with");
    EXPECT_EQ(answer(router, "//"), "404");
}

TEST(Router, AnswersHeadWithTheHandlerOfGet) {
    Router router;
    router.get("/a", says("page"));
    EXPECT_EQ(answer(router, "/a", Method::head), "page");
}

TEST(Router, AllowsOnlyWhatIsRegistered) {
    Router router;
    router.get("/read", says("r"));
    router.post("/write", says("w"));
    router.get("/both", says("get"));
    router.post("/both", says("post"));
    EXPECT_EQ(answer(router, "/both"), "get");
    EXPECT_EQ(answer(router, "/both", Method::post), "post");

    const Response read = router.answer(request(Method::post, "/read"));
    EXPECT_EQ(read.status, 405);
    EXPECT_EQ(allowed(read), "GET, HEAD");
    const Response write = router.answer(request(Method::head, "/write"));
    EXPECT_EQ(write.status, 405);
    EXPECT_EQ(allowed(write), "POST");
    EXPECT_EQ(allowed(router.answer(request(Method::other, "/both"))), "GET, HEAD, POST");
    EXPECT_EQ(router.answer(request(Method::other, "/none")).status, 404);
}

TEST(Router, KnowsHowLargeABodyARouteTakes) {
    Router router;
    router.get("/picture", says("form"));
    router.post("/picture", says("taken"), 5'000'000);
    router.post("/{name}", says("changed"), 1'000);
    router.post("/plain", says("changed"));
    const auto limit = [&](Method method, std::string path) {
        return router.body_limit(request(method, std::move(path)));
    };
    EXPECT_EQ(limit(Method::post, "/picture"), 5'000'000U);
    EXPECT_EQ(limit(Method::post, "/name"), 1'000U);
    EXPECT_EQ(limit(Method::post, "/plain"), std::nullopt) << "that of the server";
    EXPECT_EQ(limit(Method::get, "/picture"), std::nullopt);
    EXPECT_EQ(limit(Method::other, "/picture"), std::nullopt);
    EXPECT_EQ(limit(Method::post, "/not/there"), std::nullopt);
}

TEST(Router, TriesAPlaceholderWhenTheLiteralHasOtherMethods) {
    Router router;
    router.get("/a/new", says("form"));
    router.post("/a/{id}", says("change"));
    EXPECT_EQ(answer(router, "/a/new", Method::post), "change");
    EXPECT_EQ(answer(router, "/a/new"), "form");
    EXPECT_EQ(allowed(router.answer(request(Method::other, "/a/new"))), "GET, HEAD, POST");
}

TEST(Router, AnswersOptionsOnlyWhereItIsRegistered) {
    Router router;
    router.get("/data", says("data"));
    router.options("/data", says("preflight"));
    router.get("/page", says("page"));
    EXPECT_EQ(answer(router, "/data", Method::options), "preflight");
    EXPECT_EQ(answer(router, "/data"), "data");
    EXPECT_EQ(allowed(router.answer(request(Method::post, "/data"))), "GET, HEAD, OPTIONS");
    EXPECT_EQ(allowed(router.answer(request(Method::options, "/page"))), "GET, HEAD");
    EXPECT_EQ(router.patterns(), (std::vector<std::string>{"GET /data", "OPTIONS /data", "GET /page"}));
}

TEST(Router, AsksTheSiteForItsNotFoundPage) {
    Router router;
    EXPECT_EQ(router.answer(request(Method::get, "/x")).status, 404);
    router.not_found([](const Request& asked) { return Response::html(404, "no " + asked.path); });
    EXPECT_EQ(*router.answer(request(Method::get, "/x")).body, "no /x");
}

TEST(Router, LetsExceptionsPass) {
    Router router;
    router.get("/a", [](const Request&, const PathParameters&) -> Response { throw std::runtime_error("broken"); });
    EXPECT_THROW(static_cast<void>(answer(router, "/a")), std::runtime_error);
}

TEST(Router, ListsItsPatternsInTheOrderOfTrying) {
    Router router;
    router.get("/{language}/timeline", says(""));
    router.post("/healthz", says(""));
    router.get("/", says(""));
    router.get("/{language}/", says(""));
    EXPECT_EQ(router.patterns(),
              (std::vector<std::string>{"POST /healthz", "GET /", "GET /{language}/timeline", "GET /{language}/"}));
}

TEST(Router, AssertsThatPatternsMakeSense) {
    Router router;
    router.get("/a/{b}", says(""));
    router.post("/a/{b}", says(""));
    EXPECT_DEATH(router.get("/a/{b}", says("")), "registered once");
    EXPECT_DEATH(router.get("/a/{c}", says("")), "registered once");
    EXPECT_DEATH(router.get("a", says("")), "begins with a slash");
    EXPECT_DEATH(router.get("", says("")), "begins with a slash");
    for (const std::string_view pattern : {"/{}", "/{a", "/a}", "/{a}b", "/b{a}", "/{a}{b}"})
        EXPECT_DEATH(router.get(pattern, says("")), "whole segment") << pattern;
    EXPECT_DEATH(router.get("/{a}/{a}", says("")), "occurs once");
    EXPECT_DEATH(router.get("/x", {}), "has a handler");
}

} // namespace
} // namespace interregio::http
