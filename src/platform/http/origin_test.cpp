#include "platform/http/origin.h"

#include <gtest/gtest.h>

namespace interregio::http {
namespace {

std::string parsed_origin(std::string_view text) {
    const auto origin = Origin::parse(text);
    return origin ? origin->text() : "none";
}

TEST(Origin, IsSchemeHostAndPort) {
    EXPECT_EQ(parsed_origin("https://example.org"), "https://example.org");
    EXPECT_EQ(parsed_origin("HTTPS://Example.ORG:443"), "https://example.org");
    EXPECT_EQ(parsed_origin("https://example.org:80"), "https://example.org:80");
    EXPECT_EQ(parsed_origin("http://example.org:80"), "http://example.org");
    EXPECT_EQ(parsed_origin("http://example.org:443"), "http://example.org:443");
    EXPECT_EQ(parsed_origin("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
    EXPECT_EQ(parsed_origin("http://[::1]:65535"), "http://[::1]:65535");
    EXPECT_EQ(parsed_origin("https://xn--rgion-bsa.example"), "https://xn--rgion-bsa.example");
}

TEST(Origin, IsNothingElse) {
    for (const std::string_view text : {"",
                                        "null",
                                        "example.org",
                                        "//example.org",
                                        "https:example.org",
                                        "https://",
                                        "https:///",
                                        "https://example.org/",
                                        "https://example.org?",
                                        "https://example.org#",
                                        "https://a@example.org",
                                        "https://a:b@example.org",
                                        "https://example.org:",
                                        "https://example.org:0",
                                        "https://example.org:080",
                                        "https://example.org:65536",
                                        "https://example.org:8a",
                                        "https://example.org:+8",
                                        "https://example.org:999999",
                                        "https://exa mple.org",
                                        "https://example.org ",
                                        " https://example.org",
                                        "https://example.org, https://b",
                                        "https://ż.example",
                                        "https://[::1",
                                        "https://[]",
                                        "https://[::g]",
                                        "https://[::1]x",
                                        "https://a\\b",
                                        "https://a%2Eb",
                                        "ftp://a",
                                        "file://",
                                        "chrome-extension://abc",
                                        "httpss://a",
                                        "https://*"})
        EXPECT_EQ(parsed_origin(text), "none") << text;
}

TEST(Origin, OfAnAddressIsWhatComesBeforeThePath) {
    const auto of = [](std::string_view address) {
        const auto origin = Origin::of_address(address);
        return origin ? origin->text() : "none";
    };
    for (const std::string_view rest : {"", "/", "/a?b#c", "?b", "#c", "/https://evil.example", "?@evil.example"})
        EXPECT_EQ(of("https://example.org" + std::string(rest)), "https://example.org");
    EXPECT_EQ(of("https://example.org.evil.example/"), "https://example.org.evil.example");
    for (const std::string_view address : {"", "/", "example.org/", "https://example.org@evil.example/", "about:blank",
                                           "https://example.org\\@evil.example/", "data:a://b/", "https:///a"})
        EXPECT_EQ(of(address), "none") << address;
}

TEST(Origin, IsTrustworthyByHttpsOrLoopback) {
    for (const std::string_view text :
         {"https://example.org", "http://localhost", "http://localhost:8080", "http://site.localhost",
          "http://127.0.0.1:8080", "http://127.255.255.255", "http://127.1.2.3", "http://[::1]:8080"})
        EXPECT_TRUE(Origin::parse(text)->is_trustworthy()) << text;
    for (const std::string_view text :
         {"http://example.org", "http://localhost.example", "http://mylocalhost", "http://127.0.0.1.evil.example",
          "http://127.0.0.evil", "http://127.0.0", "http://127.0.0.256", "http://127..0.1", "http://127.0.0.",
          "http://128.0.0.1", "http://10.0.0.1", "http://0.0.0.0", "http://[::2]", "http://[::ffff:7f00:1]"})
        EXPECT_FALSE(Origin::parse(text)->is_trustworthy()) << text;
}

TEST(Origin, ComparesAndKnowsItsAuthority) {
    EXPECT_EQ(Origin::parse("https://A:443"), Origin::parse("https://a"));
    EXPECT_NE(Origin::parse("https://a"), Origin::parse("http://a"));
    EXPECT_EQ(Origin::parse("https://a:8443")->authority(), "a:8443");
}

} // namespace
} // namespace interregio::http
