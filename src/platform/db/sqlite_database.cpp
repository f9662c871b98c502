#include "platform/db/sqlite_database.h"

#include "platform/db/sqlite_connection.h"
#include "platform/db/sqlite_log_index.h"

#include <condition_variable>
#include <mutex>

namespace interregio::db {
namespace {

constexpr int pages_per_backup_step = 256;

/// Makes `target` the same as `source`, in one transaction of the target.
void copy(SqliteConnection& source, SqliteConnection& target, const std::function<void(double)>& progress) {
    // One read transaction for the whole copy: a step never starts over because somebody wrote in between.
    source.execute_script("BEGIN; SELECT count(*) FROM sqlite_schema;");
    sqlite3_backup* backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (backup == nullptr) throw Error(std::string("cannot copy the database: ") + sqlite3_errmsg(target.handle()));
    int code = SQLITE_OK;
    while ((code = sqlite3_backup_step(backup, pages_per_backup_step)) == SQLITE_OK) {
        const int total = sqlite3_backup_pagecount(backup);
        if (progress && total > 0) progress(1.0 - static_cast<double>(sqlite3_backup_remaining(backup)) / total);
    }
    sqlite3_backup_finish(backup);
    source.execute_script("COMMIT");
    if (code != SQLITE_DONE) throw Error(std::string("cannot copy the database: ") + sqlite3_errstr(code));
}

class SqliteDatabase final : public Database {
  public:
    SqliteDatabase(std::string file, OpenMode mode)
        : file_(std::move(file)),
          writer_(file_, SQLITE_OPEN_READWRITE | (mode == OpenMode::create ? SQLITE_OPEN_CREATE : 0)) {
        // Up to 512 MB of pages, taken as needed: a large import that must spill them to the log and read them back
        // takes a fifth longer.
        writer_.execute_script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                               "PRAGMA cache_size = -524288; PRAGMA temp_store = MEMORY;");
        log_index_ = SqliteLogIndex(writer_.handle());
    }

    [[nodiscard]] std::optional<std::uint64_t> version() const override { return log_index_.version(); }

    Reader read() override {
        std::unique_ptr<SqliteConnection> connection;
        {
            const std::scoped_lock lock(readers_mutex_);
            if (!idle_readers_.empty()) {
                connection = std::move(idle_readers_.back());
                idle_readers_.pop_back();
            }
        }
        if (!connection) {
            connection = std::make_unique<SqliteConnection>(file_, SQLITE_OPEN_READONLY);
            connection->execute_script(
                "PRAGMA query_only = ON; PRAGMA cache_size = -16384; PRAGMA mmap_size = 268435456;");
        }
        connection->execute_script("BEGIN");
        SqliteConnection* lent = connection.release();
        return Reader(lent, [this, lent] { take_back(std::unique_ptr<SqliteConnection>(lent)); });
    }

    void backup(const std::string& file, const std::function<void(double)>& progress) override {
        if (std::filesystem::exists(file)) throw Error("there is a file already: " + file);
        SqliteConnection source(file_, SQLITE_OPEN_READONLY);
        SqliteConnection target(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        copy(source, target, progress);
        target.execute_script("PRAGMA journal_mode = DELETE"); // one file, without a log beside it
    }

  protected:
    Connection& begin_write() override {
        write_mutex_.lock();
        try {
            writer_.execute_script("BEGIN IMMEDIATE");
        } catch (...) {
            write_mutex_.unlock();
            throw;
        }
        return writer_;
    }
    void commit_write() override {
        try {
            writer_.execute_script("COMMIT");
        } catch (...) {
            abandon_write();
            throw;
        }
        write_mutex_.unlock();
    }
    void abandon_write() noexcept override {
        // Fails only when SQLite has rolled back already, which is what is wanted.
        sqlite3_exec(writer_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        write_mutex_.unlock();
    }

  private:
    void take_back(std::unique_ptr<SqliteConnection> connection) noexcept {
        if (sqlite3_exec(connection->handle(), "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) return;
        const std::scoped_lock lock(readers_mutex_);
        idle_readers_.push_back(std::move(connection));
    }

    std::string file_;
    SqliteConnection writer_;
    SqliteLogIndex log_index_; // of the writer
    std::mutex write_mutex_;
    std::mutex readers_mutex_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;
};

/// A file that is only looked at.
class SqliteCopy final : public Database {
  public:
    explicit SqliteCopy(const std::string& file) : connection_(file, SQLITE_OPEN_READONLY) {}
    [[nodiscard]] std::optional<std::uint64_t> version() const override { return std::nullopt; }
    Reader read() override {
        return Reader(&connection_, [] {});
    }
    void backup(const std::string&, const std::function<void(double)>&) override { refuse(); }

  protected:
    Connection& begin_write() override { refuse(); }
    void commit_write() override {}
    void abandon_write() noexcept override {}

  private:
    [[noreturn]] static void refuse() { throw Error("this database was opened to be looked at only"); }
    SqliteConnection connection_;
};

} // namespace

std::unique_ptr<Database> open_sqlite_copy(const std::filesystem::path& file) {
    return std::make_unique<SqliteCopy>(file.string());
}

std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file, OpenMode mode) {
    return std::make_unique<SqliteDatabase>(file.string(), mode);
}

void restore_sqlite(const std::filesystem::path& backup, const std::filesystem::path& file,
                    const std::function<void(double)>& progress) {
    SqliteConnection source(backup.string(), SQLITE_OPEN_READONLY);
    SqliteConnection target(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    target.execute_script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    copy(source, target, progress);
    target.execute_script("PRAGMA journal_mode = WAL;"); // the copy brought the mode of the backup with it
}

} // namespace interregio::db
