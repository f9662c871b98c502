#pragma once
// One thread of the server with its connections. Internal to platform/http.

#include "platform/http/request_reader.h"
#include "platform/http/server.h"
#include "platform/http/slow_pool.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>

namespace interregio::http {

/// What all threads share: constant while they run, but for the counters and what is safe from any thread.
struct Shared {
    ServerOptions options;
    Server::Answer make_answer;
    Server::Failed failed;
    Server::Observe observe;
    BodyLimit body_limit;     ///< empty for max_body_bytes everywhere
    SlowPool* slow = nullptr; ///< there while the server runs
    std::atomic<bool> stopping = false;
    std::atomic<std::size_t> connections = 0;
    std::atomic<std::size_t> turned_away = 0; ///< clients over the limit who are being told so

    /// Never throws: what make_answer throws is given to `failed`, and what that throws becomes a plain 500.
    [[nodiscard]] Response answer(const Request& request) const noexcept;
    /// The same for an answer that is made later: calls `work`. On a slow thread.
    [[nodiscard]] Response answer_later(const Request& request, const std::function<Response()>& work) const noexcept;
    [[nodiscard]] RequestReader::Limits limits() const;
};

/// Clients over max_connections that are told so at the same time; more are closed without a word.
inline constexpr std::size_t max_turned_away = 128;

/// Throws std::system_error when the address cannot be used or somebody listens there. Several workers share their port
/// by SO_REUSEPORT; a second server of the same user could do so, too, and get half of the requests.
void require_free_address(const ServerOptions& options);

class Worker {
  public:
    explicit Worker(Shared& shared);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Listens and gives the port: the given one, or any free one for 0. Throws std::system_error.
    std::uint16_t listen(std::uint16_t port);
    /// Calls `handler` on this worker's thread at each of the signals, until the worker ends. Before run().
    void on_signal(std::initializer_list<int> signals, std::function<void()> handler);
    /// Serves until stop() was called and the last connection has gone. Once.
    void run();
    /// Accepts no more and closes what is idle; when `patience` is over, also the rest. A later call may shorten the
    /// patience. From any thread.
    void stop(std::chrono::seconds patience);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace interregio::http
