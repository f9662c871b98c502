#pragma once
// The header of the index of SQLite's write-ahead log, in memory that all processes with the database open share: from
// it one sees without a system call whether anybody has committed. Internal to platform/db.

#include <cstdint>
#include <optional>
#include <sqlite3.h>

namespace interregio::db {

class SqliteLogIndex {
  public:
    SqliteLogIndex() = default;
    /// Of a connection in WAL mode; valid as long as the connection is open.
    explicit SqliteLogIndex(sqlite3* connection);

    /// Another number after each commit; nothing when the connection has no such index. Safe from any thread.
    [[nodiscard]] std::optional<std::uint64_t> version() const;

  private:
    const volatile std::uint32_t* header_ = nullptr;
};

} // namespace interregio::db
