#include "platform/http/server.h"

#include "base/assert.h"
#include "platform/http/worker.h"

#include <algorithm>
#include <stdexcept>
#include <thread>
#include <vector>

#include <sys/resource.h>

namespace interregio::http {
namespace {

/// One file a connection, and some for the database, the logs and what else is open.
void allow_open_files(std::size_t connections) {
    rlimit limit{};
    const auto wanted = static_cast<rlim_t>(connections + max_turned_away + 256);
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit); // a refusal only means fewer connections at a time
}

Response plain_failure() { return Response::text(500, "500 Internal Server Error\n"); }

Response failure(const Shared& shared, const Request& request, const std::exception& error) {
    try {
        return shared.failed ? shared.failed(request, error) : plain_failure();
    } catch (...) {
        return plain_failure();
    }
}

template <class Make> Response made_by(const Make& make, const Shared& shared, const Request& request) {
    try {
        return make();
    } catch (const std::exception& error) {
        return failure(shared, request, error);
    } catch (...) {
        return failure(shared, request, std::runtime_error("something that is no std::exception was thrown"));
    }
}

} // namespace

Response Shared::answer(const Request& request) const noexcept {
    return made_by([&] { return make_answer(request); }, *this, request);
}

Response Shared::answer_later(const Request& request, const std::function<Response()>& work) const noexcept {
    Response response = made_by(work, *this, request);
    INTERREGIO_ASSERT(!response.work, "what is made later is made at once then");
    return response;
}

RequestReader::Limits Shared::limits() const {
    return {options.max_header_bytes, options.max_headers, options.max_body_bytes, &body_limit};
}

struct Server::State {
    Shared shared;
    std::vector<std::unique_ptr<Worker>> workers;
    std::uint16_t port = 0;
};

Server::Server(ServerOptions options, Answer answer, Failed failed, Observe observe)
    : state_(std::make_unique<State>()) {
    INTERREGIO_ASSERT(answer, "a server has something to answer");
    state_->shared.options = std::move(options);
    state_->shared.make_answer = std::move(answer);
    state_->shared.failed = std::move(failed);
    state_->shared.observe = std::move(observe);
}

Server::~Server() = default;

void Server::limit_bodies(BodyLimit limit) {
    INTERREGIO_ASSERT(state_->workers.empty(), "limits are set before the server listens");
    state_->shared.body_limit = std::move(limit);
}

void Server::listen() {
    const ServerOptions& options = state_->shared.options;
    INTERREGIO_ASSERT(state_->workers.empty(), "a server listens once");
    allow_open_files(options.max_connections);
    require_free_address(options);
    const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    state_->port = options.port;
    for (unsigned index = 0; index < threads; ++index) {
        auto worker = std::make_unique<Worker>(state_->shared);
        state_->port = worker->listen(state_->port); // the others share the port of the first
        state_->workers.push_back(std::move(worker));
    }
}

std::uint16_t Server::port() const { return state_->port; }

std::size_t Server::connections() const { return state_->shared.connections; }

void Server::stop_on(std::initializer_list<int> signals) {
    INTERREGIO_ASSERT(!state_->workers.empty(), "signals are for a server that listens");
    state_->workers.front()->on_signal(signals, [this] {
        if (!state_->shared.stopping) return stop();
        for (const auto& worker : state_->workers) worker->stop(std::chrono::seconds(0));
    });
}

void Server::run() {
    INTERREGIO_ASSERT(!state_->workers.empty(), "a server listens before it runs");
    SlowPool slow(state_->shared.options.slow_threads, state_->shared.options.slow_waiting); // outlives the workers
    state_->shared.slow = &slow;
    std::vector<std::jthread> threads;
    try {
        for (std::size_t index = 1; index < state_->workers.size(); ++index)
            threads.emplace_back([worker = state_->workers[index].get()] { worker->run(); });
    } catch (...) {
        stop(); // the threads that did start are waited for
        throw;
    }
    state_->workers.front()->run();
}

void Server::stop() {
    state_->shared.stopping = true;
    for (const auto& worker : state_->workers) worker->stop(state_->shared.options.shutdown_timeout);
}

} // namespace interregio::http
