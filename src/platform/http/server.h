#pragma once
// The HTTP/1.1 server: Boost.Beast with coroutines, one io_context per thread with SO_REUSEPORT, a deadline sweep
// instead of a timer per operation. It knows nothing of the site.
//
// A connection is a coroutine that lives on one thread; what it reads is in request_reader.h, what it writes in
// response_head.h.

#include "platform/http/message.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace interregio::http {

struct ServerOptions {
    std::string address = "127.0.0.1"; ///< IPv4 or IPv6 literal
    std::uint16_t port = 8080;         ///< 0: any free port, see Server::port()
    unsigned threads = 0;              ///< 0: as many as the machine has cores
    std::size_t max_header_bytes = 16 * 1024;
    std::size_t max_headers = 100;
    std::size_t max_body_bytes = 64 * 1024; ///< unless limit_bodies() says otherwise
    std::size_t max_connections = 12'000;   ///< further clients are refused with 503 and closed
    /// Threads for answers that are made later (Response::later), of lower priority, so that pages go before; 0 for a
    /// server that gives no such answers (asserted).
    unsigned slow_threads = 1;
    std::size_t slow_waiting = 64; ///< such answers that may wait for a thread; more get 503 with Retry-After: 1

    // A time-out ends up to one second later than it says: connections are looked at once a second.
    std::chrono::seconds header_timeout{10};   ///< from the first byte of a request to the end of its header
    std::chrono::seconds body_timeout{30};     ///< for the whole body of a request
    std::chrono::seconds write_timeout{30};    ///< for each 128 KiB of a response to be taken by the client
    std::chrono::seconds idle_timeout{60};     ///< before the first request and between requests on a connection
    std::chrono::seconds shutdown_timeout{10}; ///< how long stop() lets running answers finish
};

/// One answered request, for the access log. Holds no query string and no address of the reader. What the server
/// refused by itself has Method::other and an empty path.
struct Exchange {
    Method method;
    std::string_view path;
    int status;
    std::size_t body_bytes;             ///< sent, so 0 for HEAD
    std::chrono::microseconds duration; ///< from the end of the request to the answer being made, also later
};

class Server {
  public:
    using Answer = std::function<Response(const Request&)>;
    using Observe = std::function<void(const Exchange&)>;
    using Failed = std::function<Response(const Request&, const std::exception&)>;

    /// `answer` is called on the server's threads, several at a time; while it runs, the other connections of that
    /// thread wait: what takes long is answered by Response::later(). What it throws is given to `failed`, which makes
    /// the 500 response and logs, on the thread where it was thrown. `observe` may be empty; it is called just before a
    /// response is sent. Protocol errors are answered by the server itself with 400, 408,
    /// 413, 414, 417, 431, 501, 503 or 505, a line of plain text, and the connection is closed.
    Server(ServerOptions options, Answer answer, Failed failed, Observe observe);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Asks `limit` how many bytes a body may have, for each request that announces one, on the server's threads,
    /// before the body is read. What is larger is refused with 413. Every connection may hold as much in memory. Before
    /// listen().
    void limit_bodies(BodyLimit limit);
    /// Binds and listens, and raises the process's limit of open files as far as max_connections needs and the system
    /// allows. Throws std::system_error when the address cannot be used, also when another process listens there.
    void listen();
    /// The port it listens on, after listen().
    [[nodiscard]] std::uint16_t port() const;
    /// Clients that are connected just now. Safe from any thread.
    [[nodiscard]] std::size_t connections() const;
    /// Calls stop() at the first of these signals (SIGINT, SIGTERM), and ends without waiting at the second. After
    /// listen(), before run().
    void stop_on(std::initializer_list<int> signals);
    /// Serves until stop() was called and running answers are finished or shutdown_timeout has passed. Blocks. Once.
    /// A call of `answer` that never returns is waited for nevertheless, and so is the work of an answer that is made
    /// later, once it has begun. What has not begun in time is not begun any more.
    void run();
    /// Stops accepting, closes idle connections, lets running answers finish. After listen(). Safe from any thread; may
    /// be called more than once.
    void stop();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace interregio::http
