#include "app/cache_metrics.h"
#include "app/commands/commands.h"
#include "app/monitoring.h"
#include "app/picture_service.h"
#include "app/publishing_service.h"
#include "app/search_health.h"
#include "app/server_log.h"
#include "app/site_routes.h"
#include "base/embedded_file.h"
#include "base/id.h"
#include "modules/accounts/accounts.h"
#include "modules/accounts/sign_on.h"
#include "modules/accounts/sign_on_file.h"
#include "modules/record/records.h"
#include "modules/search/search_index.h"
#include "platform/db/sqlite_database.h"
#include "platform/fetch/curl_fetcher.h"
#include "platform/secrets/key_file.h"

#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

namespace interregio {
namespace {

/// The key of the file. One that is not there is made, unless there are secrets already that need the old one. Where
/// nothing can be written, nobody can sign in either, and what is public is served nevertheless.
std::expected<secrets::SealingKey, Refusal> sealing_key(db::Database& database, const db::DatabaseDisk& disk,
                                                        const std::string& file) {
    auto key = secrets::read_key_file(file);
    if (key || key.error().key != "refusal.key_file.none" || accounts::has_sealed_secrets(*database.read())) return key;
    auto made = secrets::create_key_file(file);
    if (!made && disk.probe_writing().writing != db::Writing::possible) return secrets::SealingKey::random();
    return made;
}

std::expected<std::vector<accounts::SignOnProvider>, std::vector<Problem>> sign_on_providers(db::Database& database,
                                                                                             const std::string& file) {
    if (file.empty()) return {};
    const auto reader = database.read();
    return accounts::read_sign_on_file(file,
                                       [&](std::string_view key) { return id_of_key<Organisation>(*reader, key); });
}

/// So that a save does not wait for somebody's file of all activities (docs/adr/0026).
constexpr int slow_threads = 2;
/// How many may wait for providers of sign-on at a time; these may take seconds (docs/adr/0030).
constexpr int most_waiting_for_providers = 2;

http::ServerOptions with_slow_threads(http::ServerOptions options, bool signs_on) {
    options.slow_threads = slow_threads + (signs_on ? most_waiting_for_providers : 0);
    return options;
}

} // namespace

ExitCode run(const CommandContext& context, const ServeOptions& command) {
    Terminal& terminal = context.terminal;
    const auto database = open_database(context, Absent::create, Version::newest, Unwritable::read);
    if (!database) {
        terminal.refuse(database.error());
        return ExitCode::refused;
    }

    const auto disk = db::sqlite_disk(context.options.database);
    const auto key =
        sealing_key(**database, *disk, command.key_file.empty() ? context.options.database + ".key" : command.key_file);
    if (!key) {
        terminal.refuse(key.error());
        return ExitCode::refused;
    }

    auto providers = sign_on_providers(**database, command.sign_on_file);
    if (!providers) {
        show_problems(terminal, providers.error());
        return ExitCode::refused;
    }
    const bool signs_on = !providers->empty();

    ServerLog log(command.log_level);
    search::SearchIndex search(**database, context.clock);
    portal::web::Portal portal(
        **database, context.clock, embedded::assets::files(),
        {.base_url = command.base_url, .cache_bytes = command.cache_megabytes * 1024 * 1024, .search = &search});
    http::Router router;
    Monitoring monitoring(**database, *disk);
    add_cache_metrics(portal, monitoring.registry());
    add_search_health(search, monitoring.health(), monitoring.registry());
    open_data::web::OpenData open_data(portal, command.base_url);
    accounts::SignIn sign_in(**database, context.clock, *key);
    const fetch::CurlFetcher fetcher;
    accounts::SignOn sign_on(std::move(*providers), sign_in, fetcher, context.clock, *key,
                             {.base_url = command.base_url,
                              .on_trouble =
                                  [&](std::string_view provider, std::string_view what) {
                                      log.event(LogLevel::warn, "sign-on",
                                                std::string(provider) + ": " + std::string(what));
                                  },
                              .most_waiting = most_waiting_for_providers});
    workspace::web::Workspace workspace(**database, context.clock, sign_in, sign_on, portal,
                                        {command.base_url, command.trusted_proxies});
    add_site_routes(router, portal, monitoring, open_data, workspace);

    http::Server server(
        with_slow_threads(command.server, signs_on),
        [&](const http::Request& request) {
            if (auto kept = portal.kept(request)) return std::move(*kept);
            http::Response response = router.answer(request);
            response.once_made([&](http::Response& made) { portal.protect(made); });
            return response;
        },
        [&](const http::Request& request, const std::exception& error) {
            // The reader gets a reference, the log what it refers to.
            const std::string reference = Uuid::make(context.clock).text();
            log.event(LogLevel::error, "failed",
                      reference + ": " + workspace::web::path_for_log(request.path) + ": " + error.what());
            http::Response response = portal.failed(request, reference);
            portal.protect(response);
            return response;
        },
        [&](const http::Exchange& exchange) {
            monitoring.observe(exchange);
            const std::string path = workspace::web::path_for_log(exchange.path);
            http::Exchange logged = exchange;
            logged.path = path;
            log.request(logged);
        });
    server.limit_bodies([&](const http::Request& request) -> std::optional<std::size_t> {
        const auto limit = router.body_limit(request);
        const bool is_large = limit && *limit > command.server.max_body_bytes;
        return is_large && !workspace.comes_from_inside(request) ? std::nullopt : limit;
    });
    server.listen();
    server.stop_on({SIGINT, SIGTERM});
    const std::string address = address_of(command.server.address, server.port());
    const Watching watching(monitoring, server, log, command.metrics);
    log.event(LogLevel::info, "listening", address);
    terminal.say("cli.serving", {{"address", address}});
    terminal.print_json(nlohmann::ordered_json{{"address", address}}.dump());
    const std::jthread search_follower([&](const std::stop_token& stop) {
        try {
            portal.make_ready(router);
        } catch (const std::exception& error) { // the next reader is told, or does not meet it any more
            log.event(LogLevel::error, "start pages", error.what());
        }
        search.follow(stop, [&](const std::string& trouble) { log.event(LogLevel::error, "search", trouble); });
    });
    std::optional<PublishingService> publishing(std::in_place, **database, context.clock, log);
    std::optional<PictureService> pictures;
    if (command.pictures) pictures.emplace(**database, log, [&](const Uuid& image) { portal.answers().drop(image); });
    server.run();
    pictures.reset();
    publishing.reset();
    log.event(LogLevel::info, "stopped", address);
    return ExitCode::success;
}

} // namespace interregio
