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

/// "GET /{language}/timeline".
std::vector<std::string> table(const Router& router) {
    std::vector<std::string> lines;
    for (const RegisteredRoute& route : router.routes()) lines.push_back(route.method + " " + route.pattern);
    return lines;
}

TEST(Router, FindsLiteralsBeforePlaceholders) {
    Router router;
    router.get("/{a}/{b}", Access::anyone(), says("two"));
    router.get("/{a}/y", Access::anyone(), says("right"));
    router.get("/x/{b}", Access::anyone(), says("left"));
    router.get("/x/y", Access::anyone(), says("both"));
    router.get("/{a}", Access::anyone(), says("one"));
    router.get("/x", Access::anyone(), says("x"));
    router.get("/", Access::anyone(), says("root"));
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
    router.get("/x/{b}", Access::anyone(), says("left"));
    router.get("/{a}/y", Access::anyone(), says("right"));
    EXPECT_EQ(answer(router, "/x/y"), "left");
    Router reversed;
    reversed.get("/{a}/y", Access::anyone(), says("right"));
    reversed.get("/x/{b}", Access::anyone(), says("left"));
    EXPECT_EQ(answer(reversed, "/x/y"), "left");
}

TEST(Router, GivesThePlaceholdersToTheHandler) {
    Router router;
    router.get("/{language}/orte/{place}", Access::anyone(), [](const Request&, const PathParameters& parameters) {
        return Response::text(200, parameters.at("language") + "|" + parameters.at("place"));
    });
    EXPECT_EQ(answer(router, "/de/orte/Gelsenkirchen Süd"), "de|Gelsenkirchen Süd");
    EXPECT_DEATH(static_cast<void>(PathParameters().at("x")), "no placeholder of that name");
}

TEST(Router, TakesOneNonEmptySegmentForAPlaceholder) {
    Router router;
    router.get("/a/{b}", Access::anyone(), says("found"));
    EXPECT_EQ(answer(router, "/a/b"), "found");
    for (const std::string path : {"/a", "/a/", "/a/b/", "/a/b/c", "//b", "/A/b", "/a//b", "/a//"})
        EXPECT_EQ(answer(router, path), "404") << path;
}

TEST(Router, KnowsASlashAtTheEnd) {
    Router router;
    router.get("/{language}/", Access::anyone(), says("with"));
    router.get("/feed", Access::anyone(), says("without"));
    EXPECT_EQ(answer(router, "/de/"), "with");
    EXPECT_EQ(answer(router, "/de"), "404");
    EXPECT_EQ(answer(router, "/feed"), "without");
    EXPECT_EQ(answer(router, "/feed/"), "with");
    EXPECT_EQ(answer(router, "//"), "404");
}

TEST(Router, AnswersHeadWithTheHandlerOfGet) {
    Router router;
    router.get("/a", Access::anyone(), says("page"));
    EXPECT_EQ(answer(router, "/a", Method::head), "page");
}

TEST(Router, AllowsOnlyWhatIsRegistered) {
    Router router;
    router.get("/read", Access::anyone(), says("r"));
    router.post("/write", Access::anyone(), says("w"));
    router.get("/both", Access::anyone(), says("get"));
    router.post("/both", Access::anyone(), says("post"));
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
    router.get("/picture", Access::anyone(), says("form"));
    router.post("/picture", Access::anyone(), says("taken"), 5'000'000);
    router.post("/{name}", Access::anyone(), says("changed"), 1'000);
    router.post("/plain", Access::anyone(), says("changed"));
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
    router.get("/a/new", Access::anyone(), says("form"));
    router.post("/a/{id}", Access::anyone(), says("change"));
    EXPECT_EQ(answer(router, "/a/new", Method::post), "change");
    EXPECT_EQ(answer(router, "/a/new"), "form");
    EXPECT_EQ(allowed(router.answer(request(Method::other, "/a/new"))), "GET, HEAD, POST");
}

TEST(Router, AnswersOptionsOnlyWhereItIsRegistered) {
    Router router;
    router.get("/data", Access::anyone(), says("data"));
    router.options("/data", Access::anyone(), says("preflight"));
    router.get("/page", Access::anyone(), says("page"));
    EXPECT_EQ(answer(router, "/data", Method::options), "preflight");
    EXPECT_EQ(answer(router, "/data"), "data");
    EXPECT_EQ(allowed(router.answer(request(Method::post, "/data"))), "GET, HEAD, OPTIONS");
    EXPECT_EQ(allowed(router.answer(request(Method::options, "/page"))), "GET, HEAD");
    EXPECT_EQ(table(router), (std::vector<std::string>{"GET /data", "OPTIONS /data", "GET /page"}));
}

TEST(Router, AsksTheSiteForItsNotFoundPage) {
    Router router;
    EXPECT_EQ(router.answer(request(Method::get, "/x")).status, 404);
    router.not_found([](const Request& asked) { return Response::html(404, "no " + asked.path); });
    EXPECT_EQ(*router.answer(request(Method::get, "/x")).body, "no /x");
}

TEST(Router, LetsExceptionsPass) {
    Router router;
    router.get("/a", Access::anyone(),
               [](const Request&, const PathParameters&) -> Response { throw std::runtime_error("broken"); });
    EXPECT_THROW(static_cast<void>(answer(router, "/a")), std::runtime_error);
}

TEST(Router, ListsItsPatternsInTheOrderOfTrying) {
    Router router;
    router.get("/{language}/timeline", Access::anyone(), says(""));
    router.post("/healthz", Access::anyone(), says(""));
    router.get("/", Access::anyone(), says(""));
    router.get("/{language}/", Access::anyone(), says(""));
    EXPECT_EQ(table(router),
              (std::vector<std::string>{"POST /healthz", "GET /", "GET /{language}/timeline", "GET /{language}/"}));
}

template <class Table>
concept TakesRoutesForNobodyInParticular = requires(Table router, Handler handler) { router.get("/", handler); } ||
                                           requires(Table router, Handler handler) { router.post("/", handler); } ||
                                           requires(Table router, Handler handler) { router.options("/", handler); };
static_assert(!TakesRoutesForNobodyInParticular<Router>, "who may ask for a route has no default");

TEST(Router, AsksTheGuardAboutWhatIsNotForAnyone) {
    Router router;
    std::vector<std::string> asked;
    int handled = 0;
    const auto counts = [&](const Request&, const PathParameters&) {
        ++handled;
        return Response::text(200, "page");
    };
    router.get("/open", Access::anyone(), counts);
    router.get("/own", Access::signed_in(), counts);
    router.post("/texts/{id}", Access::role(Need::editor), counts);
    router.guard([&](const Request& request, const Access& access) -> std::optional<Response> {
        asked.push_back(request.path + " " + std::string(access.name()));
        if (request.header("Cookie")) return std::nullopt;
        return Response::text(403, "no");
    });
    EXPECT_EQ(answer(router, "/open"), "page");
    EXPECT_TRUE(asked.empty());
    EXPECT_EQ(answer(router, "/own"), "403");
    EXPECT_EQ(answer(router, "/own", Method::head), "403");
    EXPECT_EQ(answer(router, "/texts/7", Method::post), "403");
    EXPECT_EQ(handled, 1) << "no handler was called";
    EXPECT_EQ(asked, (std::vector<std::string>{"/own signed_in", "/own signed_in", "/texts/7 editor"}));

    Request signed_in = request(Method::post, "/texts/7");
    signed_in.headers.push_back({"Cookie", "yes"});
    EXPECT_EQ(*router.answer(signed_in).body, "page");
    EXPECT_EQ(answer(router, "/own", Method::post), "405") << "for which nobody needs to be asked";
    EXPECT_EQ(answer(router, "/none"), "404");
    EXPECT_EQ(asked.size(), 4U);
}

TEST(Router, AnswersNothingUnguardedThatIsNotForAnyone) {
    Router router;
    router.get("/open", Access::anyone(), says("page"));
    router.get("/own", Access::signed_in(), says("secret"));
    EXPECT_EQ(answer(router, "/open"), "page");
    EXPECT_DEATH(static_cast<void>(answer(router, "/own")), "has a guard");
    const auto pass = [](const Request&, const Access&) { return std::optional<Response>(); };
    EXPECT_DEATH(router.guard({}), "one guard");
    router.guard(pass);
    EXPECT_EQ(answer(router, "/own"), "secret");
    EXPECT_DEATH(router.guard(pass), "one guard");
}

TEST(Router, TellsForWhomEachRouteIs) {
    Router router;
    router.get("/b", Access::anyone(), says(""));
    router.post("/b", Access::role(Need::publisher), says(""));
    router.options("/a/{x}", Access::signed_in(), says(""));
    const std::vector<RegisteredRoute> expected{{"GET", "/b", Access::anyone()},
                                                {"POST", "/b", Access::role(Need::publisher)},
                                                {"OPTIONS", "/a/{x}", Access::signed_in()}};
    EXPECT_EQ(router.routes(), expected);
}

TEST(Access, HasANameAndIsCompared) {
    EXPECT_EQ(Access::anyone().name(), "anyone");
    EXPECT_EQ(Access::signed_in().name(), "signed_in");
    EXPECT_EQ(Access::role(Need::reader).name(), "reader");
    EXPECT_EQ(Access::role(Need::editor).name(), "editor");
    EXPECT_EQ(Access::role(Need::publisher).name(), "publisher");
    EXPECT_EQ(Access::role(Need::administrator).name(), "administrator");
    EXPECT_EQ(Access::role(Need::editor), Access::role(Need::editor));
    EXPECT_NE(Access::role(Need::editor), Access::role(Need::reader));
    EXPECT_NE(Access::role(Need::reader), Access::signed_in());
    EXPECT_NE(Access::anyone(), Access::signed_in());
    EXPECT_TRUE(Access::anyone().is_anyone());
    EXPECT_FALSE(Access::signed_in().is_anyone());
    EXPECT_EQ(Access::signed_in().need(), std::nullopt);
    EXPECT_EQ(Access::role(Need::editor).need(), Need::editor);
}

TEST(Router, AssertsThatPatternsMakeSense) {
    Router router;
    router.get("/a/{b}", Access::anyone(), says(""));
    router.post("/a/{b}", Access::anyone(), says(""));
    EXPECT_DEATH(router.get("/a/{b}", Access::anyone(), says("")), "registered once");
    EXPECT_DEATH(router.get("/a/{c}", Access::anyone(), says("")), "registered once");
    EXPECT_DEATH(router.get("a", Access::anyone(), says("")), "begins with a slash");
    EXPECT_DEATH(router.get("", Access::anyone(), says("")), "begins with a slash");
    for (const std::string_view pattern : {"/{}", "/{a", "/a}", "/{a}b", "/b{a}", "/{a}{b}"})
        EXPECT_DEATH(router.get(pattern, Access::anyone(), says("")), "whole segment") << pattern;
    EXPECT_DEATH(router.get("/{a}/{a}", Access::anyone(), says("")), "occurs once");
    EXPECT_DEATH(router.get("/x", Access::anyone(), {}), "has a handler");
}

} // namespace
} // namespace interregio::http
