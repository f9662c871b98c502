#include "platform/http/client_address.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interregio::http {
namespace {

TrustedProxies trusted(std::string_view text) {
    const auto proxies = TrustedProxies::parse(text);
    EXPECT_TRUE(proxies) << text;
    return proxies.value_or(TrustedProxies());
}

Request passed_on(std::string peer, std::vector<Header> headers) {
    Request request;
    request.peer = std::move(peer);
    request.headers = std::move(headers);
    return request;
}

/// Through 127.0.0.1, with 10.0.0.0/8 and 2001:db8:1::/48 as further proxies.
std::string client(std::vector<Header> headers) {
    static const TrustedProxies proxies = trusted("127.0.0.1,::1,10.0.0.0/8,2001:db8:1::/48");
    return client_address(passed_on("127.0.0.1", std::move(headers)), proxies);
}

std::string forwarded_for(std::string value) { return client({{"X-Forwarded-For", std::move(value)}}); }

std::string in_usual_form(std::string_view text) {
    const auto address = IpAddress::parse(text);
    return address ? address->text() : "none";
}

TEST(IpAddress, IsReadAndWritten) {
    EXPECT_EQ(in_usual_form("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(in_usual_form("0.0.0.0"), "0.0.0.0");
    EXPECT_EQ(in_usual_form("255.255.255.255"), "255.255.255.255");
    EXPECT_EQ(in_usual_form("2001:DB8:0:0:0::1"), "2001:db8::1");
    EXPECT_EQ(in_usual_form("::"), "::");
    EXPECT_EQ(in_usual_form("::ffff:192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(in_usual_form("::FFFF:C000:0201"), "192.0.2.1");
    EXPECT_EQ(in_usual_form("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255"),
              "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    EXPECT_EQ(IpAddress::parse("::ffff:192.0.2.1"), IpAddress::parse("192.0.2.1"));
}

TEST(IpAddress, IsNothingElse) {
    for (const std::string_view text : {"",
                                        " ",
                                        "192.0.2",
                                        "192.0.2.1.1",
                                        "192.0.2.256",
                                        "192.0.02.1",
                                        "192.0.2.1 ",
                                        " 192.0.2.1",
                                        "192.0.2.1:80",
                                        "1",
                                        "0x7f.0.0.1",
                                        "localhost",
                                        "unknown",
                                        "[::1]",
                                        "::1%eth0",
                                        ":::",
                                        "1::2::3",
                                        "::g",
                                        "127.0.0.1/8",
                                        "-1.0.0.0",
                                        "2001:db8:1:2:3:4:5:6:7",
                                        "00001::"})
        EXPECT_EQ(in_usual_form(text), "none") << text;
    EXPECT_EQ(in_usual_form(std::string_view("192.0.2.1\0x", 11)), "none");
    EXPECT_EQ(in_usual_form(std::string(1000, '1')), "none");
}

TEST(TrustedProxies, AreAddressesAndNetworks) {
    const TrustedProxies proxies = trusted(" 127.0.0.1 ,::1, 10.0.0.0/8,172.16.0.0/12,2001:db8::/33,192.0.2.7/32");
    const auto contains = [&](std::string_view text) { return proxies.contains(IpAddress::parse(text).value()); };
    for (const std::string_view text :
         {"127.0.0.1", "::ffff:127.0.0.1", "::1", "10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255",
          "192.0.2.7", "2001:db8::", "2001:db8:7fff:ffff:ffff:ffff:ffff:ffff"})
        EXPECT_TRUE(contains(text)) << text;
    for (const std::string_view text : {"127.0.0.2", "::2", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0",
                                        "192.0.2.6", "2001:db8:8000::", "2001:db7:ffff::", "::7f00:1", "::10.0.0.1"})
        EXPECT_FALSE(contains(text)) << text;
}

TEST(TrustedProxies, MayBeNobodyOrAWholeFamily) {
    EXPECT_FALSE(trusted("").contains(IpAddress::parse("127.0.0.1").value()));
    EXPECT_FALSE(trusted("  ").contains(IpAddress::parse("::").value()));
    EXPECT_TRUE(trusted("0.0.0.0/0").contains(IpAddress::parse("203.0.113.9").value()));
    EXPECT_FALSE(trusted("0.0.0.0/0").contains(IpAddress::parse("::1").value()));
    EXPECT_TRUE(trusted("::/0").contains(IpAddress::parse("2001:db8::1").value()));
    EXPECT_FALSE(trusted("::/0").contains(IpAddress::parse("127.0.0.1").value()));
    EXPECT_TRUE(trusted("::ffff:0:0/96").contains(IpAddress::parse("203.0.113.9").value()));
}

TEST(TrustedProxies, AreRefusedByWhatIsWrong) {
    const auto refused = [](std::string_view text) {
        const auto proxies = TrustedProxies::parse(text);
        if (proxies) return std::string("taken");
        EXPECT_EQ(proxies.error().key, "refusal.proxy.address");
        return proxies.error().arguments.at(0).first + "=" + proxies.error().arguments.at(0).second;
    };
    EXPECT_EQ(refused("127.0.0.1,localhost"), "found=localhost");
    EXPECT_EQ(refused("10.0.0.1/8"), "found=10.0.0.1/8") << "bits beyond the prefix";
    EXPECT_EQ(refused("10.0.0.0/33"), "found=10.0.0.0/33");
    EXPECT_EQ(refused("2001:db8::/129"), "found=2001:db8::/129");
    EXPECT_EQ(refused("10.0.0.0/4294967297"), "found=10.0.0.0/4294967297");
    EXPECT_EQ(refused("10.0.0.0/4294967200"), "found=10.0.0.0/4294967200");
    EXPECT_EQ(refused("10.0.0.0/"), "found=10.0.0.0/");
    EXPECT_EQ(refused("10.0.0.0/-1"), "found=10.0.0.0/-1");
    EXPECT_EQ(refused("10.0.0.0/8/8"), "found=10.0.0.0/8/8");
    EXPECT_EQ(refused("[::1]"), "found=[::1]");
    EXPECT_EQ(refused("127.0.0.1 ::1"), "found=127.0.0.1 ::1");
    EXPECT_EQ(refused("127.0.0.1,,::1"), "found=127.0.0.1,,::1");
    EXPECT_EQ(refused("127.0.0.1,"), "found=127.0.0.1,");
}

TEST(ClientAddress, IsThePeerUnlessThatIsATrustedProxy) {
    const std::vector<Header> headers{{"Forwarded", "for=203.0.113.9"}, {"X-Forwarded-For", "203.0.113.9"}};
    EXPECT_EQ(client_address(passed_on("198.51.100.1", headers), trusted("127.0.0.1")), "198.51.100.1");
    EXPECT_EQ(client_address(passed_on("2001:db8::1", headers), trusted("127.0.0.1")), "2001:db8::1");
    EXPECT_EQ(client_address(passed_on("127.0.0.1", headers), trusted("")), "127.0.0.1");
    EXPECT_EQ(client_address(passed_on("127.0.0.1", {}), trusted("127.0.0.1")), "127.0.0.1");
    EXPECT_EQ(client_address(passed_on("", headers), trusted("0.0.0.0/0,::/0")), "");
}

TEST(ClientAddress, IsWhatTheProxySays) {
    EXPECT_EQ(forwarded_for("203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(forwarded_for("203.0.113.9:4711"), "203.0.113.9");
    EXPECT_EQ(forwarded_for("2001:db8::9"), "2001:db8::9");
    EXPECT_EQ(forwarded_for("[2001:DB8::9]"), "2001:db8::9");
    EXPECT_EQ(forwarded_for("[2001:db8::9]:4711"), "2001:db8::9");
    EXPECT_EQ(forwarded_for("::ffff:203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(client({{"x-forwarded-FOR", "203.0.113.9"}}), "203.0.113.9");
}

TEST(ClientAddress, IsTheLastThatIsNoProxy) {
    EXPECT_EQ(forwarded_for("1.1.1.1, 203.0.113.9, 10.1.2.3,127.0.0.1"), "203.0.113.9");
    EXPECT_EQ(forwarded_for("10.0.0.1, 10.0.0.2"), "10.0.0.1") << "asked by a proxy itself";
    EXPECT_EQ(client({{"X-Forwarded-For", "1.1.1.1"}, {"A", "b"}, {"x-forwarded-for", "203.0.113.9, 10.0.0.1"}}),
              "203.0.113.9");
    EXPECT_EQ(client({{"X-Forwarded-For", "1.1.1.1, 203.0.113.9"}, {"X-Forwarded-For", "10.0.0.1"}}), "203.0.113.9");
}

TEST(ClientAddress, IsTheLastGoodOneWhenSomethingIsNoAddress) {
    EXPECT_EQ(forwarded_for("203.0.113.9, unknown, 10.0.0.1"), "10.0.0.1");
    EXPECT_EQ(forwarded_for("203.0.113.9, 10.0.0.1, "), "127.0.0.1");
    for (const std::string text :
         {"", "unknown", "_hidden", "203.0.113.9:", "203.0.113.9:port", "203.0.113.9:123456", "[2001:db8::9",
          "[203.0.113.9]", "[2001:db8::9]x", "[]", "[", "\"203.0.113.9\"", "for=203.0.113.9", "203.0.113.9 10.0.0.1"})
        EXPECT_EQ(forwarded_for(text), "127.0.0.1") << text;
}

TEST(ClientAddress, IsNotWhatTheClientWroteItself) {
    EXPECT_EQ(forwarded_for("127.0.0.1, 203.0.113.9"), "203.0.113.9") << "a proxy's address from outside";
}

TEST(ClientAddress, IsNotReadFromTheOtherHeader) {
    EXPECT_EQ(client({{"Forwarded", "for=203.0.113.9"}}), "127.0.0.1");
    EXPECT_EQ(client({{"Forwarded", "for=198.51.100.1"}, {"X-Forwarded-For", "203.0.113.9"}}), "203.0.113.9");
}

} // namespace
} // namespace interregio::http
