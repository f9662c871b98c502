#pragma once
// Everything that a running server says about itself: its health (GET /healthz), its numbers, and a local port that
// shows both in full.

#include "app/configuration.h"
#include "app/request_metrics.h"
#include "app/server_log.h"
#include "platform/db/database_disk.h"
#include "platform/http/router.h"
#include "platform/http/server.h"
#include "platform/metrics/health.h"
#include "platform/metrics/metrics.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace interregio {

class Monitoring {
  public:
    /// Registers what is known of process, database and disk; the last two must outlive this.
    Monitoring(db::Database& database, const db::DatabaseDisk& disk);

    /// For whoever has numbers to show or something to check; before Watching.
    [[nodiscard]] metrics::Registry& registry() { return registry_; }
    [[nodiscard]] metrics::HealthChecks& health() { return health_; }

    /// Registers GET /healthz, without details.
    void add_routes(http::Router& router);
    /// Counts an answer. Safe from any thread.
    void observe(const http::Exchange& exchange) noexcept { requests_.observe(exchange); }

  private:
    metrics::Registry registry_;
    metrics::HealthChecks health_;
    RequestMetrics requests_;
};

/// Watches as long as it lives.
class Watching {
  public:
    /// Looks at everything once, then once a second on a thread of its own; what changes goes to the log as "health".
    /// With an address, listens there for GET /metrics and GET /healthz with details: throws std::system_error when it
    /// is taken. All three must outlive this.
    Watching(Monitoring& monitoring, const http::Server& server, ServerLog& log,
             const std::optional<ListenAddress>& address);
    ~Watching();
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;

  private:
    void look();
    void watch(const std::stop_token& stopping);
    void listen(const ListenAddress& address);

    Monitoring& monitoring_;
    ServerLog& log_;
    http::Router local_routes_;
    std::unique_ptr<http::Server> local_server_;
    std::jthread local_thread_;
    std::jthread thread_;
};

/// "http://127.0.0.1:8080".
[[nodiscard]] std::string address_of(const std::string& address, std::uint16_t port);

} // namespace interregio
