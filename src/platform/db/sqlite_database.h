#pragma once
// The embedded database: SQLite 3 in WAL mode, foreign keys on, synchronous=FULL, so that an acknowledged write is on
// disk (https://www.sqlite.org/pragma.html#pragma_synchronous).

#include "platform/db/database.h"

#include <filesystem>

namespace interregio::db {

enum class OpenMode {
    create,  ///< made when it is not there
    existing ///< must be there
};

/// Opens the database file. Throws Error when it cannot be opened or is no database.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file, OpenMode mode);

/// Opens a file to look at only; it is not changed, and nothing is put beside it. write() throws Error.
[[nodiscard]] std::unique_ptr<Database> open_sqlite_copy(const std::filesystem::path& file);

/// Makes the database `file` (new or not) the same as a backup, in one transaction: all of it, or, when this throws
/// Error, none. Whether the backup is one of ours is for the caller to check.
void restore_sqlite(const std::filesystem::path& backup, const std::filesystem::path& file,
                    const std::function<void(double fraction)>& progress);

} // namespace interregio::db
