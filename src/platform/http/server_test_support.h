#pragma once
// A running server and a client that speaks raw bytes, for the tests of the server.

#include "platform/http/server.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace interregio::http {

using namespace std::chrono_literals;

/// Serves on a free port of 127.0.0.1 until it goes out of scope.
class RunningServer {
  public:
    explicit RunningServer(Server::Answer answer, ServerOptions options = {}, Server::Observe observe = {},
                           Server::Failed failed = {}, BodyLimit limit = {})
        : server_(on_free_port(std::move(options)), std::move(answer), std::move(failed), std::move(observe)) {
        server_.limit_bodies(std::move(limit));
        server_.listen();
        thread_ = std::jthread([this] { server_.run(); });
    }
    ~RunningServer() { server_.stop(); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    void stop() { server_.stop(); }
    /// Waits until run() has returned.
    void join() { thread_.join(); }

  private:
    static ServerOptions on_free_port(ServerOptions options) {
        options.port = 0;
        if (options.threads == 0) options.threads = 2;
        return options;
    }

    Server server_;
    std::jthread thread_;
};

/// A response as it came.
struct Received {
    int status = 0;
    std::string head; ///< with its empty line
    std::string body;

    [[nodiscard]] bool has_line(std::string_view line) const {
        return head.find("\r\n" + std::string(line) + "\r\n") != std::string::npos;
    }
};

/// A blocking socket. Every wait ends after five seconds, so that a test fails instead of hanging.
class RawClient {
  public:
    RawClient() : file_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval patience{5, 0};
        ::setsockopt(file_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(file_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    }
    explicit RawClient(std::uint16_t port) : RawClient() { EXPECT_TRUE(connect(port)); }
    RawClient(RawClient&& other) noexcept : file_(std::exchange(other.file_, -1)), rest_(std::move(other.rest_)) {}
    RawClient& operator=(RawClient&&) = delete;
    ~RawClient() {
        if (file_ >= 0) ::close(file_);
    }

    [[nodiscard]] bool connect(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return ::connect(file_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }

    /// Small windows, so that the server soon has to wait for us. Before connect().
    void receive_little() {
        const int bytes = 4096;
        ::setsockopt(file_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
    }

    /// False when the server has closed.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    void send_no_more() { ::shutdown(file_, SHUT_WR); }

    /// What comes until the server closes. Adds a failure when it does not.
    std::string receive_all() {
        while (receive_some()) {
        }
        EXPECT_TRUE(ended_) << "the server did not close";
        return std::exchange(rest_, {});
    }

    enum class Body { as_announced, none };

    /// One response. Its status is 0 when the server closed before.
    Received receive(Body body = Body::as_announced) {
        Received response;
        std::size_t end = 0;
        while ((end = rest_.find("\r\n\r\n")) == std::string::npos)
            if (!receive_some()) return response;
        response.head = rest_.substr(0, end + 4);
        rest_.erase(0, end + 4);
        response.status = std::stoi(response.head.substr(9, 3));
        constexpr std::string_view name = "\r\nContent-Length: ";
        const std::size_t at = response.head.find(name);
        if (at == std::string::npos || body == Body::none) return response;
        const std::size_t length = std::stoul(response.head.substr(at + name.size()));
        while (rest_.size() < length)
            if (!receive_some()) break;
        response.body = rest_.substr(0, length);
        rest_.erase(0, length);
        return response;
    }

    Received ask(std::string_view request) {
        EXPECT_TRUE(send(request));
        return receive();
    }

    /// Whether nothing comes for that long: no byte and no end.
    [[nodiscard]] bool stays_silent(std::chrono::milliseconds time) const {
        pollfd waiting{file_, POLLIN, 0};
        return rest_.empty() && ::poll(&waiting, 1, static_cast<int>(time.count())) == 0;
    }

  private:
    bool receive_some() {
        std::array<char, 16 * 1024> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init)
        const ssize_t count = ::recv(file_, bytes.data(), bytes.size(), 0);
        if (count <= 0) {
            ended_ = count == 0 || errno == ECONNRESET;
            return false;
        }
        rest_.append(bytes.data(), static_cast<std::size_t>(count));
        return true;
    }

    int file_;
    std::string rest_;
    bool ended_ = false;
};

/// "GET path" with a Host and, if given, further lines.
inline std::string get(std::string_view path, std::string_view lines = {}) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" + std::string(lines) + "\r\n";
}

/// Answers with method, path and body of the request.
inline Response echo(const Request& request) {
    const char* const method = request.method == Method::post ? "POST " : request.method == Method::get ? "GET " : "- ";
    return Response::text(200, method + request.path + " " + request.body);
}

} // namespace interregio::http
