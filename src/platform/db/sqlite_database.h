#pragma once
// The embedded database: SQLite 3 in WAL mode, foreign keys on, synchronous=FULL, so that an acknowledged write is on
// disk (https://www.sqlite.org/pragma.html#pragma_synchronous).

#include "platform/db/database_disk.h"

#include <filesystem>

namespace interregio::db {

enum class OpenMode {
    create,               ///< made when it is not there
    existing,             ///< must be there
    existing_or_read_only ///< must be there; where it cannot be written, it is read, and write() throws Error
};

/// Opens the database file. Throws Error when it cannot be opened or is no database, also when another process keeps it
/// for itself for more than ten seconds. On a disk that is full or read-only SQLite has no place for the index of its
/// log; the file is then read as one that does not change (https://www.sqlite.org/uri.html#uriimmutable), and looked at
/// before each read() whether it did nevertheless. That is refused when there are changes in the log.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file, OpenMode mode);

/// The disk of a database file that is there.
[[nodiscard]] std::unique_ptr<DatabaseDisk> sqlite_disk(const std::filesystem::path& file);

/// Opens a file to look at only; it is not changed. Also on a disk that is full or read-only. write() throws Error.
[[nodiscard]] std::unique_ptr<Database> open_sqlite_copy(const std::filesystem::path& file);

/// Makes the database `file` (new or not) the same as a backup, in one transaction: all of it, or, when this throws
/// Error, none. Whether the backup is one of ours is for the caller to check.
void restore_sqlite(const std::filesystem::path& backup, const std::filesystem::path& file,
                    const std::function<void(double fraction)>& progress);

} // namespace interregio::db
