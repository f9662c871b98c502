// Picks a command.

#include "app/commands/commands.h"

#include <clocale>
#include <iostream>

using namespace interregio;

int main(int argument_count, char** arguments) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    const Catalogue& words = Catalogue::nearest(message_language(argument_count, arguments));
    const auto invocation = read_invocation(argument_count, arguments, words);
    if (const auto* code = std::get_if<ExitCode>(&invocation)) return static_cast<int>(*code);

    const auto& [common, command] = std::get<Invocation>(invocation);
    Terminal terminal(words, common.format);
    const SystemClock clock;
    try {
        const CommandContext context{common, terminal, clock};
        return static_cast<int>(std::visit([&](const auto& chosen) { return run(context, chosen); }, command));
    } catch (const std::exception& error) {
        // Broken infrastructure: nothing the user wrote. The words are for whoever mends it.
        terminal.fail("cli.failure", {{"reason", error.what()}});
        return static_cast<int>(ExitCode::failure);
    }
}
