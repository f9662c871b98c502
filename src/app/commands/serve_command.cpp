#include "app/commands/commands.h"
#include "app/server_log.h"
#include "base/embedded_file.h"
#include "base/id.h"
#include "modules/open_data/web/open_data.h"
#include "modules/portal/web/portal.h"

#include <csignal>
#include <nlohmann/json.hpp>

namespace interregio {
namespace {

std::string address_of(const http::ServerOptions& options, std::uint16_t port) {
    const bool is_ipv6 = options.address.find(':') != std::string::npos;
    return "http://" + (is_ipv6 ? "[" + options.address + "]" : options.address) + ":" + std::to_string(port);
}

} // namespace

ExitCode run(const CommandContext& context, const ServeOptions& command) {
    Terminal& terminal = context.terminal;
    const auto database = open_database(context, Absent::create);
    if (!database) {
        terminal.refuse(database.error());
        return ExitCode::refused;
    }

    ServerLog log(command.log_level);
    portal::web::Portal portal(**database, context.clock, embedded::assets::files(),
                               {.base_url = command.base_url, .cache_bytes = command.cache_megabytes * 1024 * 1024});
    http::Router router;
    portal.add_routes(router);
    open_data::web::OpenData open_data(portal, command.base_url);
    open_data.add_routes(router);

    http::Server server(
        command.server,
        [&](const http::Request& request) {
            if (auto kept = portal.kept(request)) return std::move(*kept);
            http::Response response = router.answer(request);
            portal.protect(response);
            return response;
        },
        [&](const http::Request& request, const std::exception& error) {
            // The reader gets a reference, the log what it refers to.
            const std::string reference = Uuid::make(context.clock).text();
            log.event(LogLevel::error, "failed", reference + ": " + request.path + ": " + error.what());
            http::Response response = portal.failed(request, reference);
            portal.protect(response);
            return response;
        },
        [&](const http::Exchange& exchange) { log.request(exchange); });
    server.listen();
    server.stop_on({SIGINT, SIGTERM});
    const std::string address = address_of(command.server, server.port());
    log.event(LogLevel::info, "listening", address);
    terminal.say("cli.serving", {{"address", address}});
    terminal.print_json(nlohmann::ordered_json{{"address", address}}.dump());
    server.run();
    log.event(LogLevel::info, "stopped", address);
    return ExitCode::success;
}

} // namespace interregio
