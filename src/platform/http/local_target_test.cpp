#include "platform/http/local_target.h"

#include <gtest/gtest.h>

#include <string>

namespace interregio::http {
namespace {

TEST(LocalTarget, TakesPathsOfThisSite) {
    for (const std::string text :
         {"/", "/de/", "/de/chronik", "/de/aktivitaeten/fest-2025", "/de/%C5%BCaba", "/a-b._~c",
          "/de/suche?q=a+b&page=2", "/de/suche?", "/de?x=%C5%BC", "/de/suche?q=https%3A%2F%2Fevil.example",
          "/de/suche?next=//evil.example", "/de/suche?a=1;b=(c),d:e@f!$'*"}) {
        const auto target = LocalTarget::parse(text);
        ASSERT_TRUE(target) << text;
        EXPECT_EQ(target->text(), text);
        const Response response = Response::see_other(*target);
        EXPECT_EQ(response.status, 303);
        ASSERT_EQ(response.headers.size(), 1U);
        EXPECT_EQ(response.headers[0].name, "Location");
        EXPECT_EQ(response.headers[0].value, text);
    }
}

/// What open redirects are tried with: each leads away from the site in some reader of addresses, or would after one
/// more decoding.
constexpr std::string_view leading_away[] = {
    // without a path
    "",
    "evil.example",
    "de/",
    ".",
    "..",
    "?x",
    "#x",
    "@evil.example",
    ":80",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "mailto:a@evil.example",
    "http:evil.example",
    "http:/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http://evil.example",
    "https://evil.example/de/",
    "HTTPS://evil.example",
    "https:///evil.example",
    "http:\\\\evil.example",
    "ftp://evil.example",
    "x://evil.example",
    "://evil.example",
    // another authority
    "//evil.example",
    "//evil.example/de/",
    "///evil.example",
    "////evil.example",
    "//evil.example:443",
    "//127.0.0.1",
    "//[::1]/",
    "//2130706433",
    "//evil%2Eexample",
    "//evil.example%2F@site.example",
    "//site.example@evil.example",
    "//site.example:pass@evil.example",
    "//\xE3\x80\x82"
    "evil.example",
    "//%E3%80%82evil.example",
    "//;@evil.example",
    "//google%00.evil.example",
    // backslashes, which browsers read as slashes (WHATWG URL, 4.4)
    "\\evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "\\/evil.example",
    "//\\evil.example",
    "/\\\\evil.example",
    "/de\\..\\..\\evil.example",
    "/de/\\evil.example",
    "\\/\\/evil.example/",
    // tabs and line ends, which browsers take out
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "/\r\n/evil.example",
    "\t//evil.example",
    "\n//evil.example",
    " //evil.example",
    " /de/",
    "/de/ ",
    "/de/\n",
    "/ /evil.example",
    "/\x0B/evil.example",
    "/\x7F/evil.example",
    "java\nscript:alert(1)",
    "\x01https://evil.example",
    // a second header
    "/de/\r\nSet-Cookie: a=b",
    "/de/%0d%0aSet-Cookie:%20a=b",
    "/de/%0D%0A%0D%0A<script>",
    "/de/?a=%0d%0ab",
    "/de/%E5%98%8D%E5%98%8ASet-Cookie:a",
    "/%0a/evil.example",
    "/%09/evil.example",
    "/de/%00",
    "/de/?a=%00",
    "/de/%C2%85",
    "/de/?a=%7F",
    // the same, encoded
    "%2F%2Fevil.example",
    "/%2Fevil.example",
    "/%2fevil.example",
    "/%2F%2Fevil.example",
    "/%5Cevil.example",
    "/%5cevil.example",
    "/%5C%5Cevil.example",
    "/de/%2e%2e%2f%2fevil.example",
    "/de%2F",
    "/%252Fevil.example",
    "/%252f%252fevil.example",
    "/%255Cevil.example",
    "/%25252Fevil.example",
    "/%25",
    "/de/%2e%2e%3Fx",
    "/%3F",
    "/de%23x",
    "/de/%2509",
    // paths that climb or have empty segments
    "/.",
    "/..",
    "/./",
    "/../",
    "/.//evil.example",
    "/..//evil.example",
    "/de/..//evil.example",
    "/de/../../evil.example",
    "/%2e%2e//evil.example",
    "/%2e/evil.example",
    "/%2E%2E/evil.example",
    "/de/%2e%2e/",
    "/de//evil.example",
    "/de//",
    "/https://evil.example",
    "/de/.%2e/x",
    // users, ports, fragments and what else has a meaning
    "/@evil.example",
    "/de/@evil.example",
    "/user:pass@evil.example",
    "/:80",
    "/de:80/",
    "/;@evil.example",
    "/de#x",
    "/#//evil.example",
    "/de/?x#y",
    "/<>//evil.example",
    "/de/<script>",
    "/de/\"",
    "/de/'",
    "/de/?a=\"",
    "/de/?a=<",
    "/de/?a=\\",
    "/de/?a=b c",
    "/de/|",
    "/de/^",
    "/de/`",
    "/de/{}",
    "/de/[x]",
    "/$",
    "/de/*",
    // broken encodings
    "/%",
    "/%2",
    "/%zz",
    "/%C5",
    "/%FF",
    "/%C0%AF/evil.example",
    "/%C0%AE%C0%AE/",
    "/%E0%80%AF",
    "/%ED%A0%80",
    "/\xC5\xBC",
    "/\xFF",
    "/de/?a=%",
    "/de/?a=%C5",
    "/de/?a=\xC5\xBC",
    "/%u002fevil.example",
};

TEST(LocalTarget, TakesNothingThatMayLeadAway) {
    for (const std::string_view text : leading_away) EXPECT_FALSE(LocalTarget::parse(text)) << text;
    EXPECT_FALSE(LocalTarget::parse(std::string_view("/de/\0", 5)));
    EXPECT_FALSE(LocalTarget::parse(std::string_view("/\0/evil.example", 15)));
}

TEST(LocalTarget, EndsAtItsLimit) {
    const std::string longest = "/" + std::string(LocalTarget::max_bytes - 1, 'a');
    EXPECT_TRUE(LocalTarget::parse(longest));
    EXPECT_FALSE(LocalTarget::parse(longest + "a"));
}

TEST(LocalTarget, LeadsBackToARequest) {
    const auto back = [](std::string path, std::string_view query) {
        Request request;
        request.path = std::move(path);
        request.query = Query::parse(query).value();
        const auto target = LocalTarget::of(request);
        return target ? target->text() : "none";
    };
    EXPECT_EQ(back("/", ""), "/");
    EXPECT_EQ(back("/de/", ""), "/de/");
    EXPECT_EQ(back("/de/żaba i co", "q=a+b%26c&page=2&x"), "/de/%C5%BCaba%20i%20co?q=a%20b%26c&page=2&x=");
    EXPECT_EQ(back("/de/a:b@c", ""), "/de/a%3Ab%40c");
    EXPECT_EQ(back("//evil.example", ""), "none") << "a path that a client may send";
    EXPECT_EQ(back("/\\evil.example", ""), "none");
    EXPECT_EQ(back("/%2Fevil.example", ""), "none");
    EXPECT_EQ(back("/" + std::string(LocalTarget::max_bytes, 'a'), ""), "none");
}

} // namespace
} // namespace interregio::http
