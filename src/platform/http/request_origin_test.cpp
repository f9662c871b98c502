#include "platform/http/request_origin.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interregio::http {
namespace {

const std::optional<Origin> own_site = Origin::parse("https://site.example");

/// "-" for a header that is not there.
Request change(std::string_view fetch_site, std::string_view origin, std::string_view referer = "-") {
    Request request;
    request.method = Method::post;
    request.headers.push_back({"Host", "127.0.0.1:8080"}); // what a proxy may make of it
    const auto add = [&](std::string name, std::string_view value) {
        if (value != "-") request.headers.push_back({std::move(name), std::string(value)});
    };
    add("Sec-Fetch-Site", fetch_site);
    add("Origin", origin);
    add("Referer", referer);
    return request;
}

std::string verdict(const Request& request, const std::optional<Origin>& site = own_site) {
    const auto checked = check_origin(request, site);
    return checked ? "ours" : std::string(name_of(checked.error()));
}

constexpr std::string_view own = "https://site.example";
constexpr std::string_view evil = "https://evil.example";
constexpr std::string_view no_referer = "-";

TEST(RequestOrigin, IsDecidedForEveryCombinationOfHeaders) {
    const std::vector<std::string_view> origins{"-", own, evil, "null", "broken"};
    struct Row {
        std::string_view fetch_site;
        std::vector<std::string> expected; ///< for each of `origins`
    };
    const std::vector<Row> rows{
        {"-", {"by referer", "ours", "other_origin", "no_origin", "unreadable"}},
        {"same-origin", {"ours", "ours", "other_origin", "ours", "unreadable"}},
        {"none", {"ours", "ours", "other_origin", "ours", "unreadable"}},
        {"same-site", {"other_site", "other_site", "other_site", "other_site", "other_site"}},
        {"cross-site", {"other_site", "other_site", "other_site", "other_site", "other_site"}},
        {"Same-Origin", {"unreadable", "unreadable", "unreadable", "unreadable", "unreadable"}},
        {"", {"unreadable", "unreadable", "unreadable", "unreadable", "unreadable"}},
    };
    struct Referer {
        std::string_view address;
        std::string_view expected; ///< when nothing else is there
    };
    const std::vector<Referer> referers{{no_referer, "missing"},
                                        {"https://site.example/de/konto?x", "ours"},
                                        {own, "ours"},
                                        {"https://evil.example/https://site.example/", "other_referer"},
                                        {"https://site.example@evil.example/", "unreadable"},
                                        {"", "unreadable"},
                                        {"about:blank", "unreadable"}};
    for (const auto& [fetch_site, expected] : rows)
        for (std::size_t index = 0; index < origins.size(); ++index)
            for (const auto& [address, by_referer] : referers) {
                const bool decides = expected[index] == "by referer";
                EXPECT_EQ(verdict(change(fetch_site, origins[index], address)), decides ? by_referer : expected[index])
                    << fetch_site << " | " << origins[index] << " | " << address;
            }
}

TEST(RequestOrigin, IsOursOnlyWhenSchemeHostAndPortAre) {
    for (const std::string_view origin : {"https://SITE.example", "https://site.example:443"})
        EXPECT_EQ(verdict(change("-", origin)), "ours") << origin;
    for (const std::string_view origin :
         {"http://site.example", "https://site.example:8443", "https://www.site.example", "https://example",
          "https://site.example.evil.example", "https://evilsite.example", "http://127.0.0.1:8080"})
        EXPECT_EQ(verdict(change("-", origin)), "other_origin") << origin;
    for (const std::string_view origin : {"https://site.example/", "https://site.example@evil.example",
                                          "https://site.example https://evil.example", "*", "NULL", "site.example"})
        EXPECT_EQ(verdict(change("-", origin)), "unreadable") << origin;
}

TEST(RequestOrigin, IsThatOfHostWhereNoneIsConfigured) {
    const auto at = [](std::string host, std::string_view origin) {
        Request request = change("-", origin);
        request.headers[0].value = std::move(host);
        return verdict(request, std::nullopt);
    };
    EXPECT_EQ(at("127.0.0.1:8080", "http://127.0.0.1:8080"), "ours");
    EXPECT_EQ(at("127.0.0.1:8080", "http://localhost:8080"), "other_origin");
    EXPECT_EQ(at("site.example", "https://site.example"), "ours") << "behind a proxy with TLS";
    EXPECT_EQ(at("Site.Example:443", "https://site.example"), "ours");
    EXPECT_EQ(at("site.example", "http://site.example"), "ours");
    EXPECT_EQ(at("site.example", "https://site.example:8443"), "other_origin");
    EXPECT_EQ(at("site.example", evil), "other_origin");
    EXPECT_EQ(at("", evil), "other_origin");
    EXPECT_EQ(at("site.example/", "https://site.example"), "other_origin");
    EXPECT_EQ(verdict(change("-", "-", "http://127.0.0.1:8080/de/"), std::nullopt), "ours");
    EXPECT_EQ(verdict(change("-", "-", "https://evil.example/"), std::nullopt), "other_referer");
}

TEST(RequestOrigin, IsNotAskedOfWhatChangesNothing) {
    for (const Method method : {Method::get, Method::head, Method::options, Method::post, Method::other}) {
        Request request = change("cross-site", evil);
        request.method = method;
        const bool changes = method == Method::post || method == Method::other;
        EXPECT_EQ(verdict(request), changes ? "other_site" : "ours");
    }
}

TEST(RequestOrigin, IsUnreadableWhenAHeaderIsThereTwice) {
    for (const auto& [name, value] : {std::pair("sec-fetch-site", "same-origin"),
                                      {"origin", "https://site.example"},
                                      {"referer", "https://site.example/"}}) {
        Request request = change("same-origin", own, "https://site.example/");
        request.headers.push_back({name, value});
        EXPECT_EQ(verdict(request), "unreadable") << name;
    }
}

TEST(RequestOrigin, IsToldInOneWayWhateverIsWrong) {
    for (const OriginProblem problem : {OriginProblem::other_site, OriginProblem::missing, OriginProblem::unreadable})
        EXPECT_EQ(refusal_of(problem), (Refusal{"refusal.form.elsewhere", {}}));
}

} // namespace
} // namespace interregio::http
