#pragma once
// The verbs of the program, one file each. Each gives the exit code; what it throws is caught in main().

#include "app/configuration.h"
#include "base/clock.h"
#include "base/refusal.h"
#include "modules/record/problem.h"
#include "platform/db/database.h"

#include <expected>
#include <filesystem>
#include <memory>

namespace interregio {

/// What every command works with.
struct CommandContext {
    const CommonOptions& options;
    Terminal& terminal;
    const Clock& clock;
};

ExitCode run(const CommandContext& context, const ServeOptions& command);
ExitCode run(const CommandContext& context, const BeginCommand& command);
ExitCode run(const CommandContext& context, const ImportCommand& command);
ExitCode run(const CommandContext& context, const ExportCommand& command);
ExitCode run(const CommandContext& context, const CheckCommand& command);
ExitCode run(const CommandContext& context, const MigrateCommand& command);
ExitCode run(const CommandContext& context, const BackupCommand& command);
ExitCode run(const CommandContext& context, const PicturesCommand& command);
ExitCode run(const CommandContext& context, const RestoreCommand& command);
ExitCode run(const CommandContext& context, const ShowCommand& command);
ExitCode run(const CommandContext& context, const UserAddCommand& command);
ExitCode run(const CommandContext& context, const UserEmailCommand& command);
ExitCode run(const CommandContext& context, const UserLinkCommand& command);
ExitCode run(const CommandContext& context, const UserListCommand& command);
ExitCode run(const CommandContext& context, const SchemaCommand& command);
ExitCode run(const CommandContext& context, const RoutesCommand& command);
ExitCode run(const CommandContext& context, const VersionCommand& command);

/// What to do when the database file is not there.
enum class Absent { create, refuse };

/// Whether a database that still has to be migrated will do.
enum class Version { newest, older_too };

/// Whether a database that can only be read will do: on a disk that is full or read-only.
enum class Unwritable { refuse, read };

/// Opens the database of the options; one that is not there yet is made at the newest version. An older one is refused
/// with the advice to migrate unless it will do; a newer or foreign one is always refused. One that cannot be written
/// throws db::Error, here or at the first write, unless it will do.
[[nodiscard]] std::expected<std::unique_ptr<db::Database>, Refusal>
open_database(const CommandContext& context, Absent absent, Version version = Version::newest,
              Unwritable unwritable = Unwritable::refuse);

/// Whether a file that is there may be opened to be written to: a database of ours, not from a newer program. Looks
/// without changing it. Refusals as db::check_version().
[[nodiscard]] std::expected<void, Refusal> look_at_database(const std::filesystem::path& file);

/// Shows all problems of a folder, "file:line:column: path: message", and their number.
void show_problems(Terminal& terminal, const std::vector<Problem>& problems);

} // namespace interregio
