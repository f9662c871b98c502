#include "platform/http/cookies.h"

#include <gtest/gtest.h>

#include <string>

namespace interregio::http {
namespace {

using namespace std::chrono_literals;

constexpr HostCookieName session("__Host-session");

Request with_cookies(std::initializer_list<std::string> values) {
    Request request;
    for (const std::string& value : values) request.headers.push_back({"cookie", value});
    return request;
}

/// The value, or what is wrong in brackets.
std::string cookie_in(std::initializer_list<std::string> values) {
    const Request request = with_cookies(values);
    const auto value = read_cookie(request, session);
    return std::string(value ? *value : "(" + std::string(name_of(value.error())) + ")");
}

TEST(Cookies, AreFoundAmongOthers) {
    EXPECT_EQ(cookie_in({"__Host-session=abc-_123"}), "abc-_123");
    EXPECT_EQ(cookie_in({"a=b; __Host-session=abc; c=d"}), "abc");
    EXPECT_EQ(cookie_in({"a=b;__Host-session=abc;"}), "abc");
    EXPECT_EQ(cookie_in({"a=b;;  ;\t__Host-session = abc \t; c"}), "abc") << "6265bis, 5.6: blanks are taken off";
    EXPECT_EQ(cookie_in({"__Host-session=a=b=="}), "a=b==") << "the first = ends the name";
    EXPECT_EQ(cookie_in({"a=b", "__Host-session=abc"}), "abc") << "RFC 9113, 8.2.3";
    EXPECT_EQ(cookie_in({"other=\"{[,\\ż\"; __Host-session=abc; x=\xFF"}), "abc") << "others may hold anything";
}

TEST(Cookies, AreMissingUnderAnyOtherName) {
    for (const std::string value :
         {"", ";", "=", "a=b", "__Host-session", "=__Host-session=abc", "__host-session=abc", "__HOST-SESSION=abc",
          "__Host-sessio=abc", "__Host-session2=abc", "X__Host-session=abc", "a=__Host-session=abc", "session=abc",
          "__Host-session\v=abc", "a=\"; b\"", "$Version=1", "__Host-session:abc"})
        EXPECT_EQ(cookie_in({value}), "(missing)") << value;
    EXPECT_EQ(cookie_in({}), "(missing)");
}

TEST(Cookies, HaveNoValueWhenTheyAreThereTwice) {
    EXPECT_EQ(cookie_in({"__Host-session=a; __Host-session=b"}), "(repeated)");
    EXPECT_EQ(cookie_in({"__Host-session=a; __Host-session=a"}), "(repeated)");
    EXPECT_EQ(cookie_in({"__Host-session=a", "x=y; __Host-session=b"}), "(repeated)");
    EXPECT_EQ(cookie_in({"__Host-session=a; __Host-session=\"; x=y"}), "(repeated)") << "also when one is no value";
    EXPECT_EQ(cookie_in({"__Host-session=; __Host-session=a"}), "(repeated)");
    EXPECT_EQ(cookie_in({"x=\"1; __Host-session=evil; \"; __Host-session=a"}), "(repeated)")
        << "quotes do not hide a semicolon";
}

TEST(Cookies, HoldOnlyWhatRfc6265Allows) {
    std::string octets;
    for (int byte = 1; byte < 256; ++byte) {
        const bool allowed = byte == 0x21 || (byte >= 0x23 && byte <= 0x2B) || (byte >= 0x2D && byte <= 0x3A) ||
                             (byte >= 0x3C && byte <= 0x5B) || (byte >= 0x5D && byte <= 0x7E);
        if (byte == ';') continue;
        const std::string value = "a" + std::string(1, static_cast<char>(byte)) + "b";
        EXPECT_EQ(cookie_in({"__Host-session=" + value}), allowed ? value : "(unreadable)") << byte;
        if (allowed) octets += static_cast<char>(byte);
    }
    EXPECT_EQ(cookie_in({"__Host-session=" + octets}), octets);
    EXPECT_EQ(cookie_in({"__Host-session="}), "(unreadable)");
    EXPECT_EQ(cookie_in({"__Host-session=\"abc\""}), "(unreadable)");
    EXPECT_EQ(cookie_in({std::string("__Host-session=a\0b", 18)}), "(unreadable)");
}

TEST(Cookies, EndAtTheirLimit) {
    const std::string longest(max_cookie_bytes - session.text().size(), 'a');
    EXPECT_EQ(cookie_in({"__Host-session=" + longest}), longest);
    EXPECT_EQ(cookie_in({"__Host-session=a" + longest}), "(too_large)");
    EXPECT_TRUE(is_cookie_value(longest, session));
    EXPECT_FALSE(is_cookie_value(longest + "a", session));
}

TEST(Cookies, AreSetForThisHostAlone) {
    EXPECT_EQ(HostCookie::keep(session, "abc", SameSite::lax).text(),
              "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
    EXPECT_EQ(HostCookie::keep(session, "abc", SameSite::strict, 12h).text(),
              "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200");
    EXPECT_EQ(HostCookie::keep(session, "abc", SameSite::lax, max_cookie_age).text(),
              "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=34560000");
    EXPECT_EQ(HostCookie::forget(session).text(), "__Host-session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST(Cookies, CannotBreakOutOfTheirHeader) {
    for (const std::string value : {"", "a;b", "a b", "a,b", "a\"b", "a\\b", "a\r\nX: y", "ż"})
        EXPECT_DEATH(static_cast<void>(HostCookie::keep(session, value, SameSite::lax)), "what cookies may hold");
    EXPECT_DEATH(static_cast<void>(HostCookie::keep(session, "a", SameSite::lax, 0s)), "kept for a while");
    EXPECT_DEATH(static_cast<void>(HostCookie::keep(session, "a", SameSite::lax, max_cookie_age + 1s)), "no longer");
}

TEST(Cookies, KeepTheirResponsePrivate) {
    constexpr HostCookieName other("__Host-other");
    Response response = Response::text(200, "").with("Cache-Control", "public, max-age=60");
    response.set(HostCookie::keep(session, "abc", SameSite::lax)).set(HostCookie::forget(other));
    ASSERT_EQ(response.headers.size(), 3U);
    EXPECT_EQ(response.headers[0].name, "Set-Cookie");
    EXPECT_EQ(response.headers[1].value, HostCookie::forget(other).text());
    EXPECT_EQ(response.headers[2].name, "Cache-Control");
    EXPECT_EQ(response.headers[2].value, "no-store");

    EXPECT_DEATH(response.set(HostCookie::forget(session)), "sets a cookie once");
    EXPECT_DEATH(response.with("set-cookie", "a=b"), "set by set");
    EXPECT_DEATH(static_cast<void>(Response(response).prepare()), "sets a cookie");
    Response prepared = Response::text(200, "").prepare();
    EXPECT_DEATH(prepared.set(HostCookie::forget(session)), "kept for all");
}

} // namespace
} // namespace interregio::http
