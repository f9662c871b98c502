#pragma once
// The disk that a database is on: whether a change could be written just now, and how much room there is. For whoever
// watches the server; readers and writers need none of it.

#include "platform/db/database.h"

#include <cstdint>
#include <optional>
#include <string>

namespace interregio::db {

/// Somebody else kept the database to himself for longer than we wait: ten seconds.
class Locked : public Error {
  public:
    using Error::Error;
};

/// Whether a change could be written just now.
enum class Writing {
    possible,
    locked,    ///< somebody else writes, or keeps the database to himself
    read_only, ///< the file, its folder or the whole file system
    full,      ///< no space, or no more than somebody is allowed
    failed     ///< something else, see the detail
};

struct WriteProbe {
    Writing writing = Writing::possible;
    std::string detail = {}; ///< for the log: may name files
};

/// What the database takes of its disk.
struct Storage {
    std::uint64_t bytes = 0;                      ///< with what is still in the log
    std::optional<std::uint64_t> free_bytes = {}; ///< that are left to this program; nothing where nobody can tell
};

/// Safe from any thread.
class DatabaseDisk {
  public:
    virtual ~DatabaseDisk() = default;
    /// Tries what a write would need, without changing anything and without waiting.
    [[nodiscard]] virtual WriteProbe probe_writing() const = 0;
    [[nodiscard]] virtual Storage storage() const = 0;
};

} // namespace interregio::db
