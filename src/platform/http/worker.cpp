// The only source with Boost.Asio. Its shape was chosen by measurement: one io_context per thread with SO_REUSEPORT,
// typed executors, one gather write for head and body, and a sweep once a second in place of a timer per operation.

#include "platform/http/worker.h"

#include "base/clock.h"
#include "platform/http/response_head.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/intrusive/list.hpp>

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <system_error>

#include <sys/socket.h>

#ifdef __GNUC__
// Asio allocates the frames of coroutines with aligned_alloc and frees them with free, in a pair of operators that
// g++ sees through by halves.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif

namespace interregio::http {
namespace {

namespace net = boost::asio;
namespace intrusive = boost::intrusive;
using tcp = net::ip::tcp;
using Executor = net::io_context::executor_type;
using Socket = net::basic_stream_socket<tcp, Executor>;
using Acceptor = net::basic_socket_acceptor<tcp, Executor>;
using Steady = std::chrono::steady_clock;
using Timer = net::basic_waitable_timer<Steady, net::wait_traits<Steady>, Executor>;
using Signals = net::basic_signal_set<Executor>;
using ErrorCode = boost::system::error_code;
template <class Result> using Task = net::awaitable<Result, Executor>;
constexpr net::as_tuple_t<net::use_awaitable_t<Executor>> completion;

constexpr std::size_t write_piece = 128 * 1024; ///< of a body that has to be taken within the write time-out
constexpr int backlog = 4096;                   ///< the system lowers it to net.core.somaxconn
constexpr std::chrono::seconds sweep_interval{1};
constexpr std::chrono::milliseconds stopping_sweep_interval{20};
constexpr std::chrono::milliseconds accept_pause{100}; ///< when the process has no file left for a connection
constexpr std::chrono::seconds lingering{2};           ///< for the client to take the last response and to close

struct Connection;
using Hook = intrusive::list_base_hook<intrusive::link_mode<intrusive::auto_unlink>>;

/// What a connection waits for.
enum class Waiting { for_request, for_bytes, for_work, for_client };

struct Connection : Hook {
    Connection(Socket accepted, RequestReader::Limits limits) : socket(std::move(accepted)), reader(limits) {}

    Socket socket;
    RequestReader reader;
    Waiting waiting = Waiting::for_request;
    Steady::time_point deadline = Steady::time_point::max();
};

/// Counts up as long as it lives.
class Counted {
  public:
    explicit Counted(std::atomic<std::size_t>& counter) : counter_(counter), before_(counter.fetch_add(1)) {}
    ~Counted() { counter_.fetch_sub(1); }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    [[nodiscard]] std::size_t before() const { return before_; }

  private:
    std::atomic<std::size_t>& counter_;
    std::size_t before_;
};

/// The other end of a connection, as Request::peer has it; empty when it has gone already.
std::string peer_of(const Socket& socket) {
    ErrorCode error;
    const tcp::endpoint end = socket.remote_endpoint(error);
    if (error) return {};
    const net::ip::address address = end.address();
    if (!address.is_v6()) return address.to_string();
    net::ip::address_v6 v6 = address.to_v6();
    if (v6.is_v4_mapped()) return net::ip::make_address_v4(net::ip::v4_mapped, v6).to_string();
    v6.scope_id(0); // the zone is a name of ours, not part of the address
    return v6.to_string();
}

Request from_peer(Request request, const std::string& peer) {
    request.peer = peer;
    return request;
}

enum class Sharing { exclusive, with_other_threads };

Acceptor open_acceptor(net::io_context& context, const ServerOptions& options, std::uint16_t port, Sharing sharing) {
    using ReusePort = net::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
    Acceptor acceptor(context);
    ErrorCode error;
    const tcp::endpoint endpoint(net::ip::make_address(options.address, error), port);
    if (!error) acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(net::socket_base::reuse_address(true), error);
    if (!error && sharing == Sharing::with_other_threads) acceptor.set_option(ReusePort(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(backlog, error);
    if (error) {
        const std::string place = options.address + " port " + std::to_string(port);
        throw std::system_error(static_cast<std::error_code>(error), "cannot listen on " + place);
    }
    return acceptor;
}

} // namespace

struct Worker::State {
    explicit State(Shared& given) : shared(given), acceptor(context), sweep_timer(context), signals(context) {}

    void stop(std::chrono::seconds patience) {
        stop_deadline = std::min(stop_deadline.value_or(Steady::time_point::max()), Steady::now() + patience);
        ErrorCode ignored;
        acceptor.close(ignored);
        for (Connection& connection : connections) {
            if (connection.waiting == Waiting::for_request) connection.socket.cancel(ignored);
        }
        sweep_timer.cancel();
    }

    void wait_for_signal() {
        signals.async_wait([this](const ErrorCode& error, int) {
            if (error) return;
            on_signal();
            wait_for_signal();
        });
    }

    Task<void> accept() {
        Timer pause(context);
        while (acceptor.is_open()) {
            auto [error, socket] = co_await acceptor.async_accept(completion);
            if (error == net::error::operation_aborted) co_return;
            // A client that is gone already is no trouble. Without a file or memory for it, trying again at once would
            // only heat the room: the clients wait in the backlog.
            bool out_of_means = error && error != net::error::connection_aborted;
            if (!error) out_of_means = !admit(std::move(socket));
            if (!out_of_means) continue;
            pause.expires_after(accept_pause);
            co_await pause.async_wait(completion);
        }
    }

    /// False when there is no memory for the connection, which is then closed.
    bool admit(Socket socket) {
        try {
            ErrorCode ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            net::co_spawn(context, serve(std::move(socket)), net::detached);
            return true;
        } catch (const std::bad_alloc&) {
            return false;
        }
    }

    /// Ends what waits too long; when stopping, ends when the last connection has gone.
    Task<void> sweep() {
        for (;;) {
            sweep_timer.expires_after(stop_deadline ? stopping_sweep_interval : sweep_interval);
            co_await sweep_timer.async_wait(completion);
            const auto now = Steady::now();
            const bool out_of_patience = stop_deadline && *stop_deadline <= now;
            if (out_of_patience) shared.slow->drop_waiting();
            for (Connection& connection : connections) {
                ErrorCode ignored;
                if (out_of_patience)
                    connection.socket.close(ignored);
                else if (connection.deadline <= now)
                    connection.socket.cancel(ignored);
            }
            // The worker that has the signals stays until the last connection of all has gone.
            if (stop_deadline && connections.empty() && (!on_signal || shared.connections == 0)) break;
        }
        // From now on a signal does what it does by default: ends the program.
        ErrorCode ignored;
        signals.clear(ignored);
        signals.cancel(ignored);
    }

    Task<void> serve(Socket socket) {
        Connection connection(std::move(socket), shared.limits());
        connections.push_back(connection);
        std::optional<Counted> counted(std::in_place, shared.connections);
        if (counted->before() >= shared.options.max_connections) {
            counted.reset();
            const Counted turned_away(shared.turned_away);
            if (turned_away.before() < max_turned_away) co_await refuse(connection, 503);
            co_return;
        }

        const std::string peer = peer_of(connection.socket);
        std::string head;
        while (co_await receive(connection)) {
            const Request request = from_peer(connection.reader.take(), peer);
            const auto begun = Steady::now();
            Response response = shared.answer(request);
            if (const std::function<Response()> work = std::move(response.work))
                response = co_await make_later(connection, request, work);
            const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - begun);

            const Persistence persistence = shared.stopping ? Persistence::close : connection.reader.persistence();
            head.clear();
            append_head(head, response, persistence, date());
            std::string_view body;
            if (request.method != Method::head && has_content(response.status) && response.body) body = *response.body;
            observe({request.method, request.path, response.status, body.size(), duration});

            const bool sent = co_await send(connection, head, body);
            if (!sent) co_return;
            if (persistence == Persistence::close) {
                co_await linger(connection);
                co_return;
            }
        }
    }

    /// Has a slow thread do the work, while this one serves others. The client is not listened to meanwhile, so one
    /// that goes away is noticed when the answer is sent. There is no deadline: what waits is bounded, what runs comes
    /// to its end. The references of the job are to this coroutine, which does not end before the job was done or
    /// dropped.
    Task<Response> make_later(Connection& connection, const Request& request, const std::function<Response()>& work) {
        connection.waiting = Waiting::for_work;
        connection.deadline = Steady::time_point::max();
        std::optional<Response> response;
        Timer finished(context, Steady::time_point::max());
        const bool taken = shared.slow->submit([&, this](SlowPool::Fate fate) {
            if (fate == SlowPool::Fate::begun) response = shared.answer_later(request, work);
            // Runs on this thread, so not before it waits; and nothing here may be touched after it.
            net::post(context, [timer = &finished] { timer->cancel(); });
        });
        if (taken) co_await finished.async_wait(completion);
        if (!response) response = Response::text(503, "503 Service Unavailable\n").with("Retry-After", "1");
        co_return std::move(*response);
    }

    /// Reads until a request is whole. False when the connection is finished; the client was then told why.
    Task<bool> receive(Connection& connection) {
        RequestReader& reader = connection.reader;
        std::optional<RequestReader::Phase> timed; // the phase that the deadline is for
        for (;;) {
            const RequestReader::Step step = reader.next();
            if (step == RequestReader::Step::request) co_return true;
            if (step == RequestReader::Step::refused) {
                co_await refuse(connection, reader.refusal());
                co_return false;
            }
            if (step == RequestReader::Step::send_continue) {
                const bool sent = co_await send(connection, "HTTP/1.1 100 Continue\r\n\r\n", {});
                if (!sent) co_return false;
                timed.reset();
            }

            const RequestReader::Phase phase = reader.phase();
            if (phase == RequestReader::Phase::idle && shared.stopping) co_return false;
            if (timed != phase) connection.deadline = Steady::now() + time_out(phase);
            timed = phase;
            connection.waiting = phase == RequestReader::Phase::idle ? Waiting::for_request : Waiting::for_bytes;
            const std::span<char> space = reader.space();
            const auto [error, count] =
                co_await connection.socket.async_read_some(net::buffer(space.data(), space.size()), completion);
            if (!error) {
                reader.received(count);
                continue;
            }
            if (error == net::error::operation_aborted && phase != RequestReader::Phase::idle)
                co_await refuse(connection, 408);
            co_return false;
        }
    }

    [[nodiscard]] std::chrono::seconds time_out(RequestReader::Phase phase) const {
        switch (phase) {
        case RequestReader::Phase::idle:
            return shared.options.idle_timeout;
        case RequestReader::Phase::head:
            return shared.options.header_timeout;
        case RequestReader::Phase::body:
            return shared.options.body_timeout;
        }
        return {};
    }

    /// Head and body in one gather write, as long as the body is not longer than a piece. False when the client is gone
    /// or too slow.
    Task<bool> send(Connection& connection, std::string_view head, std::string_view body) {
        connection.waiting = Waiting::for_client;
        do {
            const std::string_view piece = body.substr(0, write_piece);
            body.remove_prefix(piece.size());
            connection.deadline = Steady::now() + shared.options.write_timeout;
            const std::array<net::const_buffer, 2> buffers{net::buffer(head), net::buffer(piece)};
            const auto [error, count] = co_await net::async_write(connection.socket, buffers, completion);
            if (error) co_return false;
            head = {};
        } while (!body.empty());
        co_return true;
    }

    /// Answers what cannot be understood or served, and ends the connection.
    Task<void> refuse(Connection& connection, int status) {
        const Response response =
            Response::text(status, std::to_string(status) + " " + std::string(reason(status)) + "\n");
        std::string head;
        append_head(head, response, Persistence::close, date());
        observe({Method::other, {}, status, response.body->size(), {}});
        const bool sent = co_await send(connection, head, *response.body);
        if (sent) co_await linger(connection);
    }

    /// Says that no more will come and waits for the client to close: closing while it still sends would reset the
    /// connection and might take the response from it (RFC 9112, 9.6).
    Task<void> linger(Connection& connection) {
        ErrorCode error;
        connection.socket.shutdown(Socket::shutdown_send, error);
        connection.waiting = Waiting::for_client;
        connection.deadline = Steady::now() + lingering;
        std::array<char, 1024> discarded; // NOLINT(cppcoreguidelines-pro-type-member-init)
        while (!error) {
            const auto [ended, count] = co_await connection.socket.async_read_some(net::buffer(discarded), completion);
            error = ended;
        }
    }

    void observe(const Exchange& exchange) const {
        if (shared.observe) shared.observe(exchange);
    }

    /// Now, written once a second (RFC 9110, 6.6.1).
    const std::string& date() {
        const auto second = std::chrono::floor<std::chrono::seconds>(SystemClock{}.now());
        if (second != date_second) {
            date_second = second;
            date_text = http_date(second);
        }
        return date_text;
    }

    Shared& shared;
    intrusive::list<Connection, intrusive::constant_time_size<false>> connections; // outlives the coroutines in context
    net::io_context context{1};
    Acceptor acceptor;
    Timer sweep_timer;
    Signals signals;
    std::function<void()> on_signal;
    std::optional<Steady::time_point> stop_deadline;
    std::chrono::sys_seconds date_second;
    std::string date_text;
};

void require_free_address(const ServerOptions& options) {
    net::io_context context;
    static_cast<void>(open_acceptor(context, options, options.port, Sharing::exclusive));
}

Worker::Worker(Shared& shared) : state_(std::make_unique<State>(shared)) {}

Worker::~Worker() = default;

std::uint16_t Worker::listen(std::uint16_t port) {
    state_->acceptor = open_acceptor(state_->context, state_->shared.options, port, Sharing::with_other_threads);
    return state_->acceptor.local_endpoint().port();
}

void Worker::on_signal(std::initializer_list<int> signals, std::function<void()> handler) {
    for (const int signal : signals) state_->signals.add(signal);
    state_->on_signal = std::move(handler);
    state_->wait_for_signal();
}

void Worker::run() {
    net::co_spawn(state_->context, state_->accept(), net::detached);
    net::co_spawn(state_->context, state_->sweep(), net::detached);
    state_->context.run();
}

void Worker::stop(std::chrono::seconds patience) {
    net::post(state_->context, [state = state_.get(), patience] { state->stop(patience); });
}

} // namespace interregio::http
