#include "platform/http/response_head.h"

#include <gtest/gtest.h>

namespace interregio::http {
namespace {

using namespace std::chrono_literals;

std::string head(const Response& response, Persistence persistence = Persistence::keep) {
    std::string text;
    append_head(text, response, persistence, "now");
    return text;
}

TEST(HttpDate, IsWrittenAsTheStandardWantsIt) {
    const auto at = [](std::chrono::sys_seconds time) { return http_date(time); };
    EXPECT_EQ(at(std::chrono::sys_days{std::chrono::year(1994) / 11 / 6} + 8h + 49min + 37s),
              "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(at(std::chrono::sys_days{std::chrono::year(2024) / 2 / 29} + 23h + 59min + 59s),
              "Thu, 29 Feb 2024 23:59:59 GMT");
    EXPECT_EQ(http_date(Clock::Time(1999ms)), "Thu, 01 Jan 1970 00:00:01 GMT");
}

TEST(ResponseHead, HoldsAllLines) {
    EXPECT_EQ(head(Response::text(200, "żaba").with("X-A", "1").with("X-B", "2")),
              "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Type: text/plain; charset=utf-8\r\nX-A: 1\r\nX-B: 2\r\n"
              "Content-Length: 5\r\n\r\n");
    Response none;
    none.status = 404;
    EXPECT_EQ(head(none), "HTTP/1.1 404 Not Found\r\nDate: now\r\nContent-Length: 0\r\n\r\n");
    none.body = nullptr;
    EXPECT_EQ(head(none), "HTTP/1.1 404 Not Found\r\nDate: now\r\nContent-Length: 0\r\n\r\n");
    none.status = 299;
    EXPECT_TRUE(head(none).starts_with("HTTP/1.1 299 \r\n"));
}

TEST(ResponseHead, SaysNoLengthWhereThereIsNoContent) {
    for (const int status : {204, 304})
        EXPECT_EQ(head(Response::text(status, "ignored")).find("Content-Length"), std::string::npos);
}

TEST(ResponseHead, AnnouncesWhatBecomesOfTheConnection) {
    EXPECT_EQ(head({}).find("Connection"), std::string::npos);
    EXPECT_NE(head({}, Persistence::close).find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_NE(head({}, Persistence::keep_and_announce).find("\r\nConnection: keep-alive\r\n"), std::string::npos);
}

TEST(ResponseHead, IsTheSameFromAPreparedResponse) {
    const auto make = [] { return Response::html(200, "page").with("ETag", "\"1\"").with("Vary", "Accept-Encoding"); };
    const Response prepared = make().prepare();
    EXPECT_TRUE(prepared.headers.empty());
    EXPECT_EQ(head(prepared), head(make()));
    Response copy = prepared;
    copy.with("X-Late", "1");
    EXPECT_EQ(head(copy), head(make().with("X-Late", "1")));
    EXPECT_EQ(head(Response(copy).prepare()), head(copy)) << "preparing again keeps all lines";
    EXPECT_EQ(head(prepared), head(make())) << "copies do not change the original";
}

TEST(ResponseHead, AssertsWhatHandlersGive) {
    Response response;
    response.status = 100;
    EXPECT_DEATH(head(response), "final status");
    response.status = 200;
    response.headers.push_back({"A", "b\nc"});
    EXPECT_DEATH(head(response), "no CR, LF or NUL");
    response.headers.clear();
    response.content_type = "text/html\r\nA: b";
    EXPECT_DEATH(head(response), "no CR, LF or NUL");
}

} // namespace
} // namespace interregio::http
