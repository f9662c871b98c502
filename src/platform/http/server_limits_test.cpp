// The server under clients that are slow, many or gone, and while it shuts down.

#include "platform/http/server_test_support.h"

#include <atomic>
#include <csignal>
#include <ctime>
#include <memory>
#include <system_error>
#include <vector>

#include <sys/resource.h>

namespace interregio::http {
namespace {

using Steady = std::chrono::steady_clock;

template <class Condition> bool soon(Condition condition) {
    for (int tries = 0; tries < 200; ++tries) {
        if (condition()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

TEST(ServerLimits, SlowClientsAreClosedInTime) {
    ServerOptions options;
    options.header_timeout = options.body_timeout = options.write_timeout = options.idle_timeout = 1s;
    const std::string large(32 * 1024 * 1024, 'a');
    const auto body = std::make_shared<const std::string>(large);
    const RunningServer server(
        [body](const Request& request) {
            Response response = echo(request);
            if (request.path == "/large") response.body = body;
            return response;
        },
        options);
    const auto begun = Steady::now();
    RawClient silent(server.port());
    RawClient kept(server.port());
    EXPECT_EQ(kept.ask(get("/")).status, 200);
    RawClient slow_header(server.port());
    slow_header.send("GET / HTTP/1.1\r\nHo");
    RawClient slow_body(server.port());
    slow_body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nab");
    RawClient slow_chunks(server.port());
    slow_chunks.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
    RawClient slow_reader;
    slow_reader.receive_little();
    ASSERT_TRUE(slow_reader.connect(server.port()));
    slow_reader.send(get("/large"));

    // Bytes that drip in do not lengthen the time.
    RawClient dripping(server.port());
    dripping.send("GET / HTTP/1.1\r\nX: ");
    while (dripping.stays_silent(100ms) && Steady::now() - begun < 4s) dripping.send("a");

    for (RawClient* client : {&dripping, &slow_header, &slow_body, &slow_chunks}) {
        const Received response = client->receive();
        EXPECT_EQ(response.status, 408);
        EXPECT_TRUE(response.has_line("Connection: close"));
        EXPECT_EQ(client->receive_all(), "");
    }
    EXPECT_EQ(silent.receive_all(), "") << "no request, no answer";
    EXPECT_EQ(kept.receive_all(), "");
    const auto elapsed = Steady::now() - begun;
    EXPECT_GE(elapsed, 1s);
    EXPECT_LT(elapsed, 3s);
    std::this_thread::sleep_until(begun + 5s); // its time begins anew with each piece that the system still took
    EXPECT_LT(slow_reader.receive_all().size(), large.size()) << "cut, as it took nothing in time";
}

TEST(ServerLimits, AReaderThatTakesItsTimeGetsAll) {
    std::string page(1024 * 1024, ' ');
    for (std::size_t index = 0; index < page.size(); ++index) page[index] = static_cast<char>('a' + index % 23);
    const auto body = std::make_shared<const std::string>(page);
    ServerOptions options;
    options.write_timeout = 1s;
    const RunningServer server(
        [body](const Request&) {
            Response response;
            response.body = body;
            return response;
        },
        options);
    RawClient client;
    client.receive_little();
    ASSERT_TRUE(client.connect(server.port()));
    client.send(get("/"));
    std::this_thread::sleep_for(300ms);
    const Received response = client.receive();
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(response.body == page);
    EXPECT_EQ(client.ask(get("/")).body.size(), page.size()) << "and the connection is still in step";
}

TEST(ServerLimits, HundredsOfIdleConnectionsDoNotDisturb) {
    const RunningServer server(echo);
    std::vector<RawClient> clients;
    for (int index = 0; index < 200; ++index) clients.emplace_back(server.port());
    EXPECT_EQ(RawClient(server.port()).ask(get("/new")).body, "GET /new ");
    for (RawClient& client : clients) ASSERT_EQ(client.ask(get("/old")).body, "GET /old ");
    for (RawClient& client : clients) ASSERT_EQ(client.ask(get("/again")).body, "GET /again ");
}

TEST(ServerLimits, ClientsOverTheLimitAreTurnedAway) {
    ServerOptions options;
    options.max_connections = 3;
    const RunningServer server(echo, options);
    std::vector<RawClient> clients;
    for (int index = 0; index < 3; ++index) {
        clients.emplace_back(server.port());
        EXPECT_EQ(clients.back().ask(get("/")).status, 200);
    }
    RawClient fourth(server.port());
    fourth.send(get("/"));
    const Received refused = fourth.receive();
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.has_line("Connection: close"));
    EXPECT_EQ(fourth.receive_all(), "");
    EXPECT_EQ(clients.front().ask(get("/")).status, 200) << "those inside are served";

    clients.pop_back();
    EXPECT_TRUE(soon([&] { return RawClient(server.port()).ask(get("/")).status == 200; }));
}

TEST(ServerLimits, RunningOutOfFilesDoesNotSpinAndPasses) {
    const RunningServer server(echo);
    EXPECT_EQ(RawClient(server.port()).ask(get("/")).status, 200);
    RawClient waiting; // has its own file already
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit none = before;
    none.rlim_cur = 1; // poll() needs one
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
    ASSERT_TRUE(waiting.connect(server.port()));
    waiting.send(get("/"));
    const std::clock_t processor_before = std::clock();
    EXPECT_TRUE(waiting.stays_silent(400ms));
    const auto used = static_cast<double>(std::clock() - processor_before) / CLOCKS_PER_SEC;
    EXPECT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
    EXPECT_LT(used, 0.2) << "seconds of processor time for waiting";
    EXPECT_EQ(waiting.receive().status, 200);
}

TEST(ServerLimits, ClientsThatVanishDoNoHarm) {
    const auto body = std::make_shared<const std::string>(8 * 1024 * 1024, 'a');
    const RunningServer server([body](const Request&) {
        Response response;
        response.body = body;
        return response;
    });
    for (int index = 0; index < 20; ++index) {
        RawClient client(server.port());
        client.send(index % 2 == 0 ? get("/") : "POST / HTTP/1.1\r\nHo");
    }
    EXPECT_EQ(RawClient(server.port()).ask(get("/")).status, 200);
}

TEST(ServerShutdown, LetsRunningAnswersFinish) {
    std::atomic<bool> running = false;
    ServerOptions options;
    options.threads = 4;
    RunningServer server(
        [&](const Request& request) {
            if (request.path == "/slow") {
                running = true;
                std::this_thread::sleep_for(300ms);
            }
            return echo(request);
        },
        options);
    const std::uint16_t port = server.port();
    RawClient idle(port);
    RawClient kept(port);
    EXPECT_EQ(kept.ask(get("/")).status, 200);
    RawClient receiving(port);
    receiving.send("POST /late HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
    std::this_thread::sleep_for(50ms);
    RawClient slow(port);
    slow.send(get("/slow") + get("/next"));
    ASSERT_TRUE(soon([&] { return running.load(); }));

    server.stop();
    server.stop();
    const Received answer = slow.receive();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /slow ");
    EXPECT_TRUE(answer.has_line("Connection: close"));
    EXPECT_EQ(slow.receive_all(), "") << "the next one is not begun";
    EXPECT_EQ(idle.receive_all(), "");
    EXPECT_EQ(kept.receive_all(), "");
    EXPECT_FALSE(RawClient().connect(port)) << "nobody new is let in";
    EXPECT_EQ(receiving.ask("cd").body, "POST /late abcd") << "what has begun may end";
    {
        const RawClient gone = std::move(receiving);
    }
    {
        const RawClient gone = std::move(slow);
    }
    server.join();
}

TEST(ServerShutdown, DoesNotWaitForEver) {
    ServerOptions options;
    options.shutdown_timeout = 1s;
    RunningServer server(echo, options);
    RawClient stuck(server.port());
    stuck.send("GET / HTTP/1.1\r\nHo");
    std::this_thread::sleep_for(50ms);
    const auto begun = Steady::now();
    server.stop();
    server.join();
    const auto elapsed = Steady::now() - begun;
    EXPECT_GE(elapsed, 900ms);
    EXPECT_LT(elapsed, 2s);
    EXPECT_EQ(stuck.receive_all(), "");
}

TEST(ServerShutdown, ASignalStopsAndASecondOneHurries) {
    ServerOptions options;
    options.port = 0;
    options.threads = 2;
    Server server(options, echo, {}, {});
    server.listen();
    server.stop_on({SIGUSR1});
    std::jthread thread([&] { server.run(); });
    RawClient stuck(server.port());
    stuck.send("GET / HTTP/1.1\r\nHo");
    std::this_thread::sleep_for(50ms);
    const auto begun = Steady::now();
    std::raise(SIGUSR1);
    EXPECT_TRUE(stuck.stays_silent(200ms)) << "what has begun has its time";
    std::raise(SIGUSR1);
    thread.join();
    EXPECT_LT(Steady::now() - begun, 2s);
}

TEST(ServerShutdown, BeforeRunningEndsAtOnce) {
    ServerOptions options;
    options.port = 0;
    Server server(options, echo, {}, {});
    server.listen();
    server.stop();
    server.run();
}

TEST(ServerListen, SharesOnePortAmongThreadsButWithNobodyElse) {
    ServerOptions options;
    options.port = 0;
    options.threads = 4;
    Server first(options, echo, {}, {});
    first.listen();
    EXPECT_NE(first.port(), 0);
    options.port = first.port();
    Server second(options, echo, {}, {});
    EXPECT_THROW(second.listen(), std::system_error);
}

TEST(ServerListen, SaysWhyItCannot) {
    ServerOptions options;
    options.address = "nowhere";
    Server server(options, echo, {}, {});
    try {
        server.listen();
        FAIL() << "this is no address";
    } catch (const std::system_error& error) {
        EXPECT_NE(std::string_view(error.what()).find("cannot listen on nowhere port 8080"), std::string_view::npos);
    }
    options.address = "192.0.2.1"; // for documentation (RFC 5737), so not ours
    Server foreign(options, echo, {}, {});
    EXPECT_THROW(foreign.listen(), std::system_error);
}

} // namespace
} // namespace interregio::http
