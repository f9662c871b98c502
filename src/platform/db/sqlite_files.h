#pragma once
// A SQLite database as files on a disk that may be full or read-only. Internal to platform/db.
//
// Never open the database file itself by other means than SQLite: closing it would drop all locks that SQLite holds on
// it in this process (https://www.sqlite.org/howtocorrupt.html, 2.2).

#include "platform/db/database_disk.h"
#include "platform/db/sqlite_connection.h"

#include <cstdint>
#include <memory>
#include <string>

namespace interregio::db {

/// Whether a reader sees what is in the write-ahead log, or takes the file for one that does not change.
enum class Log { read, ignored };

struct OpenedToRead {
    std::unique_ptr<SqliteConnection> connection;
    Log log = Log::read;
};

/// Opens the file to be read. Where SQLite cannot make the index of its log, and the log holds nothing, the log is
/// ignored. Throws Error, also when the file is no database.
[[nodiscard]] OpenedToRead open_to_read(const std::string& file);

/// What changes when the database does.
struct FileState {
    std::uint64_t inode = 0;
    std::uint64_t bytes = 0;
    std::int64_t changed = 0; ///< nanoseconds
    std::uint64_t log_bytes = 0;
    friend bool operator==(const FileState&, const FileState&) = default;
};
[[nodiscard]] FileState state_of(const std::string& file);

/// Whether the write lock is to be had, without waiting.
[[nodiscard]] WriteProbe probe_lock(const std::string& file);

/// Whether the file may be written, and whether its folder takes some more bytes: writes a file without a name, which
/// is gone at once.
[[nodiscard]] WriteProbe probe_files(const std::string& file);

[[nodiscard]] Storage storage_of(const std::string& file);

} // namespace interregio::db
