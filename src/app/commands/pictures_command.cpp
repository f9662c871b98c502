#include "app/commands/commands.h"
#include "modules/library/picture_maker.h"

#include <nlohmann/json.hpp>

namespace interregio {

ExitCode run(const CommandContext& context, const PicturesCommand&) {
    Terminal& terminal = context.terminal;
    const auto database = open_database(context, Absent::refuse);
    if (!database) {
        terminal.refuse(database.error());
        return ExitCode::refused;
    }
    const auto total = pictures_to_make(**database);
    std::int64_t done = 0;
    const auto progress = [&] {
        terminal.progress("pictures.step", total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total));
    };
    progress();
    nlohmann::ordered_json broken = nlohmann::ordered_json::array();
    PictureEvents events;
    events.made = [&](const std::string&) {
        ++done;
        progress();
    };
    events.failed = [&](const std::string& hash, const std::string& reason) {
        ++done;
        broken.push_back({{"hash", hash}, {"reason", reason}});
        terminal.say("cli.pictures.broken", {{"hash", hash}, {"reason", reason}});
    };
    const auto counts = make_pictures(**database, events);
    terminal.say_count("cli.pictures.made", counts.made);
    terminal.print_json(nlohmann::ordered_json{{"made", counts.made}, {"broken", broken}}.dump(
        -1, ' ', false, nlohmann::json::error_handler_t::replace));
    return counts.failed == 0 ? ExitCode::success : ExitCode::refused;
}

} // namespace interregio
