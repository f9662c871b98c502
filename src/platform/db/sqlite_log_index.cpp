#include "platform/db/sqlite_log_index.h"

namespace interregio::db {
namespace {

// The header of the index (https://www.sqlite.org/walformat.html#the_wal_index_header), in 32-bit words.
constexpr int words_of_header = 12;
constexpr int change_counter = 2; ///< counts transactions
constexpr int frame_checksum = 6; ///< of the last frame of the log; two words

constexpr int first_region = 0;
constexpr int region_bytes = 32 * 1024;
constexpr int do_not_extend = 0;

} // namespace

SqliteLogIndex::SqliteLogIndex(sqlite3* connection) {
    // The index is there once the connection has read.
    if (sqlite3_exec(connection, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) != SQLITE_OK) return;
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)) != SQLITE_OK ||
        file == nullptr || file->pMethods == nullptr || file->pMethods->iVersion < 2)
        return;
    // A region that SQLite has mapped already is given again.
    void volatile* region = nullptr;
    if (file->pMethods->xShmMap(file, first_region, region_bytes, do_not_extend, &region) != SQLITE_OK) return;
    header_ = static_cast<const volatile std::uint32_t*>(region);
}

std::optional<std::uint64_t> SqliteLogIndex::version() const {
    if (header_ == nullptr) return std::nullopt;
    static_assert(frame_checksum + 1 < words_of_header);
    // A header that is being written gives a number that is neither the old nor the new one: the reader looks once more
    // than needed. When a commit has returned, the header is whole.
    const std::uint64_t counter = header_[change_counter];
    const std::uint64_t checksum = (std::uint64_t{header_[frame_checksum]} << 32U) | header_[frame_checksum + 1];
    return checksum ^ (counter * 0x9E3779B97F4A7C15ULL);
}

} // namespace interregio::db
