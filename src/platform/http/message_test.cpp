#include "platform/http/message.h"

#include "base/assert.h"

#include <gtest/gtest.h>

namespace interregio::http {
namespace {

using Pairs = std::vector<Query::Pair>;

TEST(Percent, EncodesAllButUnreservedCharacters) {
    EXPECT_EQ(encode_segment("azAZ09-._~"), "azAZ09-._~");
    EXPECT_EQ(encode_segment("a b/c?d#e%f+g"), "a%20b%2Fc%3Fd%23e%25f%2Bg");
    EXPECT_EQ(encode_segment("działanie"), "dzia%C5%82anie");
    EXPECT_EQ(encode_query("Bühne & mehr"), "B%C3%BChne%20%26%20mehr");
}

TEST(Percent, DecodesWhatItEncodes) {
    for (const std::string text : {"", "a", "Zagłębie", "100 %", "a+b", "🚋", "„Zitat“"}) {
        EXPECT_EQ(decode_percent(encode_segment(text)), text);
        EXPECT_EQ(decode_percent(encode_query(text)), text);
    }
}

TEST(Percent, DecodesBothCasesAndLeavesPlusAlone) {
    EXPECT_EQ(decode_percent("%c3%BC"), "ü");
    EXPECT_EQ(decode_percent("a+b"), "a+b");
    EXPECT_EQ(decode_percent("%25c3"), "%c3") << "decoded once only";
}

TEST(Percent, RefusesBrokenSequences) {
    for (const std::string_view text : {"%", "%4", "%4g", "%g4", "a%", "%%41", "% 41", "%+1"})
        EXPECT_FALSE(decode_percent(text)) << text;
}

TEST(Percent, RefusesWhatIsNoUtf8) {
    for (const std::string_view text : {"%80", "%C3", "%C3%28", "%C0%AF", "%E0%80%AF", "%ED%A0%80", "%F4%90%80%80",
                                        "%F5%80%80%80", "%FF", "%E2%82", "%F0%9F%9A", "\xC3"})
        EXPECT_FALSE(decode_percent(text)) << text;
    for (const std::string_view text :
         {"%C2%A0", "%DF%BF", "%E0%A0%80", "%ED%9F%BF", "%EE%80%80", "%F0%90%80%80", "%F4%8F%BF%BF"})
        EXPECT_TRUE(decode_percent(text)) << text;
}

TEST(Percent, RefusesControlCharacters) {
    for (const std::string_view text : {"%00", "a%00b", "%09", "%0A", "%0d", "%1F", "%7F", "%C2%80", "%C2%9F", "\n"})
        EXPECT_FALSE(decode_percent(text)) << text;
    EXPECT_FALSE(decode_percent(std::string_view("a\0b", 3)));
    EXPECT_TRUE(decode_percent("%20"));
    EXPECT_TRUE(decode_percent("%7E"));
}

TEST(QueryString, IsReadInOrder) {
    const auto query = Query::parse("year=2025&kind=visit&year=2026");
    ASSERT_TRUE(query);
    EXPECT_EQ(query->pairs(), (Pairs{{"year", "2025"}, {"kind", "visit"}, {"year", "2026"}}));
    EXPECT_EQ(query->find("year"), "2025");
    EXPECT_EQ(query->find("kind"), "visit");
    EXPECT_FALSE(query->find("Kind"));
}

TEST(QueryString, KnowsPlusAndPercent) {
    const auto query = Query::parse("q=a+b%2Bc%26d&na%3Dme=%C5%BC");
    ASSERT_TRUE(query);
    EXPECT_EQ(query->pairs(), (Pairs{{"q", "a b+c&d"}, {"na=me", "ż"}}));
}

TEST(QueryString, ForgivesMissingParts) {
    EXPECT_EQ(Query::parse("")->pairs(), Pairs{});
    EXPECT_EQ(Query::parse("&&")->pairs(), Pairs{});
    EXPECT_EQ(Query::parse("a")->pairs(), (Pairs{{"a", ""}}));
    EXPECT_EQ(Query::parse("a=")->pairs(), (Pairs{{"a", ""}}));
    EXPECT_EQ(Query::parse("=a")->pairs(), (Pairs{{"", "a"}}));
    EXPECT_EQ(Query::parse("a==b")->pairs(), (Pairs{{"a", "=b"}}));
    EXPECT_EQ(Query::parse("&a=b&")->pairs(), (Pairs{{"a", "b"}}));
}

TEST(QueryString, RefusesWhatCannotBeDecoded) {
    for (const std::string_view text : {"a=%", "%zz=1", "a=%FF", "a=b&c=%00", "a=%0A"})
        EXPECT_FALSE(Query::parse(text)) << text;
}

TEST(RequestHeader, IsFoundWithoutCase) {
    Request request;
    request.headers = {{"Accept-Language", "pl"}, {"accept-language", "de"}};
    EXPECT_EQ(request.header("ACCEPT-language"), "pl");
    EXPECT_FALSE(request.header("Accept"));
}

TEST(Responses, AreMadeForPagesTextsAndRedirects) {
    const Response page = Response::html(404, "<p>ż</p>");
    EXPECT_EQ(page.status, 404);
    EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
    EXPECT_EQ(*page.body, "<p>ż</p>");

    EXPECT_EQ(Response::text(200, "ok").content_type, "text/plain; charset=utf-8");

    const Response redirect = Response::redirect(308, "/de/aktivit%C3%A4ten?year=2025");
    EXPECT_EQ(redirect.status, 308);
    ASSERT_EQ(redirect.headers.size(), 1U);
    EXPECT_EQ(redirect.headers[0].name, "Location");
    EXPECT_EQ(redirect.headers[0].value, "/de/aktivit%C3%A4ten?year=2025");
    EXPECT_TRUE(redirect.body->empty());
}

TEST(Responses, ArePrivateInOneWay) {
    const Response kept = Response::text(200, "mine")
                              .with("cache-control", "public")
                              .with("Vary", "Cookie")
                              .with("Cache-Control", "max-age=60")
                              .keep_private();
    ASSERT_EQ(kept.headers.size(), 2U);
    EXPECT_EQ(kept.headers[0].name, "Vary");
    EXPECT_EQ(kept.headers[1].name, "Cache-Control");
    EXPECT_EQ(kept.headers[1].value, "no-store");
    Response prepared = Response::text(200, "everybody's").prepare();
    EXPECT_DEATH(static_cast<void>(prepared.keep_private()), "kept for all");
}

TEST(Responses, MayBeMadeLater) {
    EXPECT_FALSE(Response::text(200, "now").work);
    int made = 0;
    Response later = Response::later([&made] { return Response::text(200, "made " + std::to_string(++made)); });
    ASSERT_TRUE(later.work);
    later.once_made([](Response& response) { response.with("A", "b"); });
    later.once_made([](Response& response) { response.with("C", "d"); });
    EXPECT_EQ(made, 0);
    const Response response = later.work();
    EXPECT_EQ(*response.body, "made 1");
    ASSERT_EQ(response.headers.size(), 2U);
    EXPECT_EQ(response.headers[0].name, "A");
    EXPECT_EQ(response.headers[1].name, "C");

    Response now = Response::text(200, "now");
    now.once_made([](Response& changed) { changed.with("A", "b"); });
    EXPECT_EQ(now.headers.size(), 1U) << "at once";
}

TEST(Responses, HaveNothingElseWhenTheyAreMadeLater) {
    Response later = Response::later([] { return Response::text(200, "made"); });
    EXPECT_DEATH(later.with("A", "b"), "belong to the answer that is made later");
    EXPECT_DEATH(later.keep_private(), "belong to the answer that is made later");
    EXPECT_DEATH(static_cast<void>(std::move(later).prepare()), "made later is not kept");
    EXPECT_DEATH(static_cast<void>(Response::later({})), "made by something");
}

TEST(Responses, AssertTheirHeaders) {
    Response response;
    EXPECT_DEATH(response.with("A", "b\r\nSet-Cookie: c"), "no CR, LF or NUL");
    EXPECT_DEATH(response.with("A", "b\nc"), "no CR, LF or NUL");
    EXPECT_DEATH(response.with("A", std::string("b\0c", 3)), "no CR, LF or NUL");
    EXPECT_DEATH(response.with("A b", "c"), "token");
    EXPECT_DEATH(response.with("", "c"), "token");
    EXPECT_DEATH(response.with("content-length", "0"), "sets this header itself");
    EXPECT_DEATH(static_cast<void>(Response::redirect(200, "/")), "redirect");
    EXPECT_DEATH(static_cast<void>(Response::redirect(302, "//example.org/")), "stays on this site");
    EXPECT_DEATH(static_cast<void>(Response::redirect(302, "https://example.org/")), "stays on this site");
    EXPECT_DEATH(static_cast<void>(Response::redirect(302, "/ä")), "percent-encoded");
}

TEST(Assertion, NamesFileAndReason) {
    EXPECT_DEATH(INTERREGIO_ASSERT(1 + 1 == 3, "sums are right"), "message_test.cpp:[0-9]+: sums are right");
    INTERREGIO_ASSERT(1 + 1 == 2, "sums are right");
}

} // namespace
} // namespace interregio::http
