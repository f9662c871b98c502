#include "app/commands/commands.h"
#include "app/version.h"

#include <nlohmann/json.hpp>

namespace interregio {

ExitCode run(const CommandContext& context, const VersionCommand&) {
    context.terminal.say("cli.version", {{"version", std::string(program_version)}});
    context.terminal.print_json(nlohmann::ordered_json{{"version", program_version}}.dump());
    return ExitCode::success;
}

} // namespace interregio
