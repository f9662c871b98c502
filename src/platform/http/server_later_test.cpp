// Answers that are made later: on another thread, while the server goes on.

#include "platform/http/server_test_support.h"
#include "platform/http/slow_pool.h"

#include <atomic>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <vector>

#include <sys/resource.h>

namespace interregio::http {
namespace {

/// Work that waits until it is let go, ten seconds at most, so that a test fails instead of hanging.
class Gate {
  public:
    /// Answers "/later…" by work that waits here, all else at once.
    Response answer(const Request& request) {
        if (!request.path.starts_with("/later")) return echo(request);
        return Response::later([this, &request] {
            begun_.release();
            (void)let_go_.try_acquire_for(10s);
            return echo(request);
        });
    }
    [[nodiscard]] bool work_begins() { return begun_.try_acquire_for(5s); }
    [[nodiscard]] bool work_has_begun() { return begun_.try_acquire(); }
    void let_go(int count = 1) { let_go_.release(count); }
    [[nodiscard]] Server::Answer handler() {
        return [this](const Request& request) { return answer(request); };
    }

  private:
    std::counting_semaphore<> begun_{0};
    std::counting_semaphore<> let_go_{0};
};

ServerOptions one_thread(std::size_t waiting = 64) {
    ServerOptions options;
    options.threads = 1;
    options.slow_waiting = waiting;
    return options;
}

TEST(ServerLater, ServesOthersOfTheThreadMeanwhile) {
    Gate gate;
    const RunningServer server(gate.handler(), one_thread());
    RawClient slow(server.port());
    slow.send("POST /later HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    ASSERT_TRUE(gate.work_begins());
    RawClient other(server.port());
    EXPECT_EQ(other.ask(get("/now")).body, "GET /now ");
    EXPECT_EQ(other.ask(get("/again")).body, "GET /again ");
    EXPECT_TRUE(slow.stays_silent(20ms));
    gate.let_go();
    EXPECT_EQ(slow.receive().body, "POST /later abc") << "the request is still there";
    EXPECT_EQ(slow.ask(get("/next")).body, "GET /next ") << "the connection is kept";
}

TEST(ServerLater, KeepsTheOrderOfPipelinedRequestsAndSendsNoBodyToHead) {
    Gate gate;
    gate.let_go(3);
    const RunningServer server(gate.handler(), one_thread());
    RawClient client(server.port());
    client.send(get("/later1") + get("/2") + "HEAD /later3 HTTP/1.1\r\nHost: a\r\n\r\n" + get("/later4") + get("/5"));
    EXPECT_EQ(client.receive().body, "GET /later1 ");
    EXPECT_EQ(client.receive().body, "GET /2 ");
    const Received head = client.receive(RawClient::Body::none);
    EXPECT_EQ(head.status, 200);
    EXPECT_TRUE(head.has_line("Content-Length: 10")) << head.head;
    EXPECT_EQ(client.receive().body, "GET /later4 ");
    EXPECT_EQ(client.receive().body, "GET /5 ");
}

TEST(ServerLater, TurnsAwayWhatTooManyWaitFor) {
    Gate gate;
    const RunningServer server(gate.handler(), one_thread(2));
    std::vector<RawClient> clients;
    for (int index = 0; index < 3; ++index) {
        clients.emplace_back(server.port());
        clients.back().send(get("/later"));
        if (index == 0) {
            ASSERT_TRUE(gate.work_begins());
        }
    }
    RawClient fourth(server.port());
    EXPECT_EQ(fourth.ask(get("/now")).status, 200);
    const Received refused = fourth.ask(get("/later"));
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.has_line("Retry-After: 1"));
    EXPECT_TRUE(refused.has_line("Content-Type: text/plain; charset=utf-8"));
    EXPECT_EQ(refused.body, "503 Service Unavailable\n");
    EXPECT_EQ(fourth.ask(get("/now")).status, 200) << "the connection is kept";
    gate.let_go(4);
    for (RawClient& client : clients) EXPECT_EQ(client.receive().body, "GET /later ");
    EXPECT_EQ(fourth.ask(get("/later")).status, 200);
}

TEST(ServerLater, WorksOnAsManyThreadsAsAreAllowed) {
    Gate gate;
    ServerOptions options = one_thread(0);
    options.slow_threads = 2;
    const RunningServer server(gate.handler(), options);
    RawClient first(server.port());
    RawClient second(server.port());
    first.send(get("/later1"));
    second.send(get("/later2"));
    EXPECT_TRUE(gate.work_begins());
    EXPECT_TRUE(gate.work_begins());
    EXPECT_EQ(RawClient(server.port()).ask(get("/later3")).status, 503);
    gate.let_go(2);
    EXPECT_EQ(first.receive().body, "GET /later1 ");
    EXPECT_EQ(second.receive().body, "GET /later2 ");
}

TEST(ServerLater, WorksWithLowerPriority) {
    std::atomic<int> niceness = 0;
    const RunningServer server([&](const Request& request) {
        return Response::later([&] {
            niceness = getpriority(PRIO_PROCESS, 0);
            return echo(request);
        });
    });
    EXPECT_EQ(RawClient(server.port()).ask(get("/")).status, 200);
    EXPECT_GE(niceness, 10);
    EXPECT_LT(getpriority(PRIO_PROCESS, 0), 10) << "only there";
}

TEST(ServerLater, GivesWhatIsThrownToTheSite) {
    const RunningServer server(
        [](const Request& request) {
            return Response::later([&request]() -> Response {
                if (request.path == "/odd") throw 1; // NOLINT: what a handler should not do
                throw std::runtime_error("broken");
            });
        },
        {}, {},
        [](const Request& request, const std::exception& error) {
            if (request.path == "/worse") throw std::runtime_error("also broken");
            return Response::text(500, request.path + ": " + error.what());
        });
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("/a")).body, "/a: broken");
    EXPECT_EQ(client.ask(get("/odd")).body, "/odd: something that is no std::exception was thrown");
    EXPECT_EQ(client.ask(get("/worse")).body, "500 Internal Server Error\n");
}

TEST(ServerLater, CountsTheWholeTime) {
    std::mutex mutex;
    std::vector<std::pair<int, std::chrono::microseconds>> seen;
    const RunningServer server(
        [](const Request& request) {
            return Response::later([&request] {
                std::this_thread::sleep_for(50ms);
                return echo(request);
            });
        },
        {},
        [&](const Exchange& exchange) {
            const std::scoped_lock lock(mutex);
            seen.emplace_back(exchange.status, exchange.duration);
        });
    EXPECT_EQ(RawClient(server.port()).ask(get("/")).status, 200);
    const std::scoped_lock lock(mutex);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().first, 200);
    EXPECT_GE(seen.front().second, 50ms);
}

TEST(ServerLater, HasNoTimeLimit) {
    Gate gate;
    ServerOptions options = one_thread();
    options.header_timeout = options.body_timeout = options.write_timeout = options.idle_timeout = 1s;
    const RunningServer server(gate.handler(), options);
    RawClient client(server.port());
    client.send(get("/later"));
    ASSERT_TRUE(gate.work_begins());
    EXPECT_TRUE(client.stays_silent(2500ms));
    gate.let_go();
    EXPECT_EQ(client.receive().body, "GET /later ");
}

TEST(ServerLater, ClientsThatVanishDoNoHarm) {
    Gate gate;
    const RunningServer server(gate.handler(), one_thread());
    {
        RawClient running(server.port());
        running.send(get("/later"));
        ASSERT_TRUE(gate.work_begins());
        RawClient waiting(server.port());
        waiting.send(get("/later"));
        EXPECT_EQ(RawClient(server.port()).ask(get("/now")).status, 200);
    }
    gate.let_go(3);
    EXPECT_EQ(RawClient(server.port()).ask(get("/later")).body, "GET /later ");
}

TEST(ServerLater, ManyAtOnceAreAllAnswered) {
    ServerOptions options;
    options.threads = 2;
    options.slow_threads = 2;
    options.slow_waiting = 1000;
    const RunningServer server(
        [](const Request& request) { return Response::later([&request] { return echo(request); }); }, options);
    std::vector<std::jthread> clients;
    std::atomic<int> answered = 0;
    for (int index = 0; index < 8; ++index)
        clients.emplace_back([&, index] {
            RawClient client(server.port());
            for (int round = 0; round < 50; ++round) {
                const std::string path = "/" + std::to_string(index) + "/" + std::to_string(round);
                if (client.ask(get(path)).body == "GET " + path + " ") ++answered;
            }
        });
    clients.clear();
    EXPECT_EQ(answered, 8 * 50);
}

TEST(ServerLater, IsFinishedWhenTheServerStops) {
    Gate gate;
    RunningServer server(gate.handler(), one_thread());
    RawClient running(server.port());
    running.send(get("/later1") + get("/next"));
    ASSERT_TRUE(gate.work_begins());
    RawClient waiting(server.port());
    waiting.send(get("/later2"));
    EXPECT_EQ(RawClient(server.port()).ask(get("/now")).status, 200);
    server.stop();
    EXPECT_TRUE(running.stays_silent(50ms));
    gate.let_go(2);
    const Received first = running.receive();
    EXPECT_EQ(first.body, "GET /later1 ");
    EXPECT_TRUE(first.has_line("Connection: close"));
    EXPECT_EQ(running.receive_all(), "") << "the next one is not begun";
    EXPECT_EQ(waiting.receive().body, "GET /later2 ");
    {
        const RawClient gone = std::move(running);
        const RawClient gone_too = std::move(waiting);
    }
    server.join();
}

TEST(ServerLater, IsNotBegunWhenThePatienceIsOver) {
    Gate gate;
    ServerOptions options = one_thread();
    options.shutdown_timeout = 0s;
    RunningServer server(gate.handler(), options);
    RawClient running(server.port());
    running.send(get("/later"));
    ASSERT_TRUE(gate.work_begins());
    RawClient waiting(server.port());
    waiting.send(get("/later"));
    EXPECT_EQ(RawClient(server.port()).ask(get("/now")).status, 200);
    server.stop();
    EXPECT_EQ(waiting.receive_all(), "") << "cut";
    gate.let_go(2);
    server.join();
    EXPECT_FALSE(gate.work_has_begun()) << "the one that waited";
}

TEST(ServerLater, NeedsThreadsForIt) {
    EXPECT_DEATH(static_cast<void>(SlowPool(0, 1).submit([](SlowPool::Fate) {})), "has slow threads");
}

} // namespace
} // namespace interregio::http
