// The server as a client sees it that speaks HTTP well, or badly.

#include "platform/http/request_samples.h"
#include "platform/http/response_head.h"
#include "platform/http/router.h"
#include "platform/http/server_test_support.h"

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

namespace interregio::http {
namespace {

TEST(ServerProtocol, AnswersAndKeepsTheConnection) {
    const RunningServer server(echo);
    RawClient client(server.port());
    const Received first = client.ask(get("/a%20b"));
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.body, "GET /a b ");
    EXPECT_TRUE(first.has_line("Content-Type: text/plain; charset=utf-8"));
    EXPECT_TRUE(first.has_line("Content-Length: 9"));
    EXPECT_EQ(first.head.find("Connection:"), std::string::npos);
    EXPECT_EQ(first.head.find("Server:"), std::string::npos) << "what it is made of is nobody's business";
    EXPECT_EQ(client.ask("POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc").body, "POST /2 abc");
    EXPECT_EQ(client.ask("POST /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n").body,
              "POST /3 a");
    EXPECT_EQ(client.ask("OPTIONS /4 HTTP/1.1\r\nHost: a\r\n\r\n").body, "- /4 ");
}

TEST(ServerProtocol, SaysTheDate) {
    const RunningServer server(echo);
    RawClient client(server.port());
    const auto before = SystemClock{}.now();
    const Received response = client.ask(get("/"));
    const auto after = SystemClock{}.now();
    bool found = false;
    for (auto time = before - 1s; time <= after + 1s; time += 1s)
        found = found || response.has_line("Date: " + http_date(time));
    EXPECT_TRUE(found) << response.head;
}

TEST(ServerProtocol, TellsWhoIsAtTheOtherEnd) {
    const auto tell = [](const Request& request) { return Response::text(200, request.peer); };
    const RunningServer server(tell);
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("/")).body, "127.0.0.1");
    EXPECT_EQ(client.ask(get("/", "X-Forwarded-For: 203.0.113.9\r\n")).body, "127.0.0.1");
    ServerOptions both;
    both.address = "::";
    const RunningServer dual(tell, both);
    EXPECT_EQ(RawClient(dual.port()).ask(get("/")).body, "127.0.0.1") << "not ::ffff:127.0.0.1";
}

TEST(ServerProtocol, RefusesEverySampleAndCloses) {
    std::atomic<int> calls = 0;
    const RunningServer server([&](const Request& request) {
        ++calls;
        return echo(request);
    });
    for (const RefusedSample& sample : refused_samples()) {
        RawClient client(server.port());
        client.send(sample.bytes); // the server may close before all of it is sent
        const Received response = client.receive();
        EXPECT_EQ(response.status, sample.status) << sample.name;
        EXPECT_TRUE(response.has_line("Connection: close")) << sample.name;
        EXPECT_EQ(response.body, std::to_string(sample.status) + " " + std::string(reason(sample.status)) + "\n");
        EXPECT_EQ(client.receive_all(), "") << sample.name;
    }
    EXPECT_EQ(calls, 0) << "none of them reaches the site";
}

TEST(ServerProtocol, DoesNotTakeTheRestOfARefusedMessageForARequest) {
    std::atomic<int> calls = 0;
    const RunningServer server([&](const Request& request) {
        ++calls;
        return echo(request);
    });
    const std::string hidden = get("/hidden");
    const std::vector<std::string> attempts{
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + hidden,
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden,
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
        "POST / HTTP/1.1\r\nHost: a\r\nX: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        "POST / HTTP/1.1\r\nHost: a\r\nX: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 60\r\n\r\n" + hidden,
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1_0\r\n\r\n" + hidden,
        "POST / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\naa\r\n0\r\n\r\n" + hidden,
    };
    for (const std::string& attempt : attempts) {
        RawClient client(server.port());
        client.send(attempt);
        const std::string answers = client.receive_all();
        EXPECT_TRUE(answers.starts_with("HTTP/1.1 400 ") || answers.starts_with("HTTP/1.1 501 ")) << attempt;
        EXPECT_EQ(answers.find("HTTP/1.1", 1), std::string::npos) << attempt << "\n" << answers;
    }
    EXPECT_EQ(calls, 0);

    // Well framed, the same bytes are a body and no request.
    RawClient client(server.port());
    client.send("POST /outer HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " +
                std::to_string(hidden.size()) + "\r\n\r\n" + hidden + get("/after-close"));
    const std::string answers = client.receive_all();
    EXPECT_NE(answers.find("POST /outer GET /hidden"), std::string::npos);
    EXPECT_EQ(answers.find("/after-close"), std::string::npos) << "close ends it";
    EXPECT_EQ(calls, 1);
}

TEST(ServerProtocol, AnswersPipelinedRequestsInOrder) {
    const RunningServer server(echo);
    RawClient client(server.port());
    std::string requests;
    for (int index = 0; index < 100; ++index) requests += get("/" + std::to_string(index));
    requests += "POST /last HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nGET GET /cut HTT";
    client.send(requests);
    for (int index = 0; index < 100; ++index) EXPECT_EQ(client.receive().body, "GET /" + std::to_string(index) + " ");
    EXPECT_EQ(client.receive().body, "POST /last GET ");
    EXPECT_EQ(client.ask("P/1.1\r\nHost: a\r\n\r\n").body, "GET /cut ");
}

TEST(ServerProtocol, AnswersAClientThatStopsSending) {
    const RunningServer server(echo);
    RawClient client(server.port());
    client.send(get("/1") + get("/2"));
    client.send_no_more();
    const std::string answers = client.receive_all();
    EXPECT_NE(answers.find("GET /1"), std::string::npos);
    EXPECT_NE(answers.find("GET /2"), std::string::npos);

    RawClient cut(server.port());
    cut.send("GET / HTTP/1.1\r\nHo");
    cut.send_no_more();
    EXPECT_EQ(cut.receive_all(), "");
}

TEST(ServerProtocol, SendsNoBodyWhereNoneBelongs) {
    const RunningServer server([](const Request& request) {
        if (request.path == "/204") return Response::text(204, "not sent");
        if (request.path == "/304") return Response::text(304, "not sent").with("ETag", "\"1\"");
        return Response::text(200, "page");
    });
    RawClient client(server.port());
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    const Received head = client.receive(RawClient::Body::none);
    EXPECT_EQ(head.status, 200);
    EXPECT_TRUE(head.has_line("Content-Length: 4"));
    EXPECT_TRUE(client.stays_silent(50ms));

    for (const int status : {204, 304}) {
        const Received response = client.ask(get("/" + std::to_string(status)));
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(response.head.find("Content-Length"), std::string::npos);
        EXPECT_TRUE(client.stays_silent(50ms));
    }
    EXPECT_EQ(client.ask(get("/")).body, "page") << "and the connection is still in step";
}

TEST(ServerProtocol, ClosesWhenAskedTo) {
    const RunningServer server(echo);
    RawClient client(server.port());
    client.send(get("/", "Connection: close\r\n"));
    EXPECT_TRUE(client.receive().has_line("Connection: close"));
    EXPECT_EQ(client.receive_all(), "");

    RawClient old(server.port());
    old.send("GET / HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(old.receive().has_line("Connection: close"));
    EXPECT_EQ(old.receive_all(), "");

    RawClient kept(server.port());
    const std::string request = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    EXPECT_TRUE(kept.ask(request).has_line("Connection: keep-alive"));
    EXPECT_EQ(kept.ask(request).status, 200);
}

TEST(ServerProtocol, TellsAWaitingClientToContinue) {
    const RunningServer server(echo);
    RawClient client(server.port());
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    EXPECT_EQ(client.ask(head).status, 100);
    EXPECT_TRUE(client.stays_silent(50ms)) << "once is enough";
    EXPECT_EQ(client.ask("ab").body, "POST / ab");

    EXPECT_EQ(client.ask(head + "cd").body, "POST / cd") << "one that does not wait is not told";

    RawClient big(server.port());
    EXPECT_EQ(big.ask("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n").status,
              413);
}

TEST(ServerProtocol, TakesBodiesAsLargeAsTheirRoute) {
    Router router;
    const Handler tells = [](const Request& request, const PathParameters&) {
        return Response::text(200, std::to_string(request.body.size()));
    };
    router.post("/large", Access::anyone(), tells, 200'000);
    router.post("/small", Access::anyone(), tells, 10);
    router.post("/plain", Access::anyone(), tells);
    const RunningServer server([&](const Request& request) { return router.answer(request); }, {}, {}, {},
                               [&](const Request& request) { return router.body_limit(request); });
    const auto ask = [&](const std::string& path, std::size_t bytes) {
        RawClient client(server.port());
        return client.ask("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes) +
                          "\r\n\r\n" + std::string(bytes, 'a'));
    };
    EXPECT_EQ(ask("/large", 200'000).body, "200000");
    EXPECT_EQ(ask("/small", 10).body, "10");
    EXPECT_EQ(ask("/plain", 64 * 1024).body, "65536");
    EXPECT_EQ(ask("/none", 64).status, 404);
    for (const auto& [path, bytes] : {std::pair("/large", 200'001), {"/small", 11}, {"/plain", 64 * 1024 + 1}}) {
        const Received refused = ask(path, static_cast<std::size_t>(bytes));
        EXPECT_EQ(refused.status, 413) << path;
        EXPECT_TRUE(refused.has_line("Connection: close")) << path;
    }
    RawClient waiting(server.port());
    EXPECT_EQ(
        waiting.ask("POST /small HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n").status,
        413)
        << "before the body is sent";
}

TEST(ServerProtocol, TurnsExceptionsIntoTheSitesErrorPage) {
    const Server::Answer throws = [](const Request& request) -> Response {
        if (request.path == "/7") throw 7; // NOLINT(hicpp-exception-baseclass): on purpose
        throw std::runtime_error("broken");
    };
    const RunningServer server(throws, {}, {}, [](const Request& request, const std::exception& error) {
        if (request.path == "/twice") throw std::runtime_error("again");
        return Response::text(500, request.path + " " + error.what());
    });
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("/1")).body, "/1 broken");
    EXPECT_EQ(client.ask(get("/7")).status, 500);
    const Received twice = client.ask(get("/twice"));
    EXPECT_EQ(twice.status, 500);
    EXPECT_EQ(twice.body, "500 Internal Server Error\n");
    EXPECT_EQ(client.ask(get("/1")).body, "/1 broken") << "the connection goes on";

    const RunningServer bare(throws);
    EXPECT_EQ(RawClient(bare.port()).ask(get("/")).status, 500);
}

TEST(ServerProtocol, ShowsEachExchangeToTheLog) {
    std::mutex mutex;
    std::vector<std::string> lines;
    const auto observe = [&](const Exchange& exchange) {
        const std::scoped_lock lock(mutex);
        EXPECT_GE(exchange.duration.count(), exchange.path == "/slow" ? 20'000 : 0);
        lines.push_back((exchange.method == Method::get    ? "GET "
                         : exchange.method == Method::head ? "HEAD "
                                                           : "- ") +
                        std::string(exchange.path) + " " + std::to_string(exchange.status) + " " +
                        std::to_string(exchange.body_bytes));
    };
    const RunningServer server(
        [](const Request& request) {
            if (request.path == "/slow") std::this_thread::sleep_for(20ms);
            return Response::text(200, "page");
        },
        {}, observe);
    RawClient client(server.port());
    client.ask(get("/a?secret=1"));
    client.ask(get("/slow"));
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    client.receive(RawClient::Body::none);
    client.ask("GET / HTTP/1.1\r\n\r\n");
    const std::scoped_lock lock(mutex);
    EXPECT_EQ(lines, (std::vector<std::string>{"GET /a 200 4", "GET /slow 200 4", "HEAD / 200 0", "-  400 16"}));
}

} // namespace
} // namespace interregio::http
