#include "app/monitoring.h"

#include "app/database_health.h"
#include "app/health_json.h"
#include "app/process_metrics.h"

#include <condition_variable>
#include <mutex>

namespace interregio {
namespace {

constexpr std::chrono::seconds interval{1};
constexpr std::size_t local_connections = 64;

} // namespace

std::string address_of(const std::string& address, std::uint16_t port) {
    const bool is_ipv6 = address.find(':') != std::string::npos;
    return "http://" + (is_ipv6 ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

Monitoring::Monitoring(db::Database& database, const db::DatabaseDisk& disk) : requests_(registry_) {
    add_process_metrics(registry_);
    add_database_health(database, disk, health_, registry_);
}

void Monitoring::add_routes(http::Router& router) {
    router.get("/healthz", http::Access::anyone(),
               [this](const auto&, const auto&) { return health_response(health_.report(), Details::hidden); });
}

Watching::Watching(Monitoring& monitoring, const http::Server& server, ServerLog& log,
                   const std::optional<ListenAddress>& address)
    : monitoring_(monitoring), log_(log) {
    metrics::Registry& registry = monitoring.registry();
    registry.ask_gauge("interregio_http_connections", "Clients that are connected.",
                       [&server] { return static_cast<double>(server.connections()); });
    for (const auto& check : monitoring.health().report().checks)
        registry.ask_gauge(
            "interregio_health", "What a check found: 0 well, 1 degraded, 2 unavailable.",
            [&health = monitoring.health(), name = check.name] { return static_cast<double>(health.health_of(name)); },
            {{"check", check.name}});
    look();
    if (address) listen(*address);
    thread_ = std::jthread([this](const std::stop_token& stopping) { watch(stopping); });
}

Watching::~Watching() {
    if (local_server_) local_server_->stop();
}

void Watching::watch(const std::stop_token& stopping) {
    std::mutex mutex;
    std::condition_variable_any sleeping;
    std::unique_lock lock(mutex);
    while (!stopping.stop_requested()) {
        sleeping.wait_for(lock, stopping, interval, [] { return false; });
        if (!stopping.stop_requested()) look();
    }
}

void Watching::look() {
    monitoring_.health().look([this](const metrics::CheckedFinding& now) {
        const metrics::Finding& finding = now.finding;
        const LogLevel level = finding.health == metrics::Health::ok         ? LogLevel::info
                               : finding.health == metrics::Health::degraded ? LogLevel::warn
                                                                             : LogLevel::error;
        std::string words = now.name + ": " + std::string(name_of(finding.health));
        if (!finding.code.empty()) words += ": " + finding.code;
        if (!finding.detail.empty()) words += ": " + finding.detail;
        log_.event(level, "health", words);
    });
}

void Watching::listen(const ListenAddress& address) {
    http::ServerOptions options;
    options.address = address.address;
    options.port = address.port;
    options.threads = 1;
    options.slow_threads = 0;
    options.max_connections = local_connections;
    options.shutdown_timeout = std::chrono::seconds(1);
    local_routes_.get("/metrics", http::Access::anyone(), [this](const auto&, const auto&) {
        http::Response response = http::Response::text(200, monitoring_.registry().text());
        response.content_type = metrics::content_type;
        return std::move(response).with("Cache-Control", "no-store");
    });
    local_routes_.get("/healthz", http::Access::anyone(), [this](const auto&, const auto&) {
        return health_response(monitoring_.health().report(), Details::shown);
    });
    local_server_ = std::make_unique<http::Server>(
        options, [this](const http::Request& request) { return local_routes_.answer(request); }, http::Server::Failed{},
        http::Server::Observe{});
    local_server_->listen();
    log_.event(LogLevel::info, "metrics", address_of(options.address, local_server_->port()) + "/metrics");
    local_thread_ = std::jthread([this] { local_server_->run(); });
}

} // namespace interregio
