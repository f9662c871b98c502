#include "app/commands/commands.h"
#include "app/site_routes.h"

#include <iostream>
#include <nlohmann/json.hpp>

namespace interregio {

ExitCode run(const CommandContext& context, const RoutesCommand&) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const http::RegisteredRoute& route : site_routes(context.clock)) {
        if (context.terminal.format() == OutputFormat::text)
            std::cout << route.method << ' ' << route.pattern << ' ' << route.access.name() << '\n';
        list.push_back({{"method", route.method}, {"pattern", route.pattern}, {"access", route.access.name()}});
    }
    context.terminal.print_json(list.dump());
    return ExitCode::success;
}

} // namespace interregio
