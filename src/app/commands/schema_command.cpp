#include "app/commands/commands.h"
#include "modules/exchange/json_schema.h"

#include <iostream>

namespace interregio {

ExitCode run(const CommandContext&, const SchemaCommand&) {
    std::cout << json_schema();
    return ExitCode::success;
}

} // namespace interregio
