#include "platform/db/sqlite_database.h"

#include "platform/db/sqlite_connection.h"
#include "platform/db/sqlite_files.h"
#include "platform/db/sqlite_log_index.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>

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

/// Nothing when the database can only be read and that will do.
std::unique_ptr<SqliteConnection> open_writer(const std::string& file, OpenMode mode) {
    const int create = mode == OpenMode::create ? SQLITE_OPEN_CREATE : 0;
    try {
        auto writer = std::make_unique<SqliteConnection>(file, SQLITE_OPEN_READWRITE | create);
        if (sqlite3_db_readonly(writer->handle(), "main") == 1) {
            if (mode == OpenMode::existing_or_read_only) return {};
            throw Error("the database is read-only: " + file);
        }
        // Up to 512 MB of pages, taken as needed: a large import that must spill them to the log and read them back
        // takes a fifth longer.
        writer->execute_script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                               "PRAGMA cache_size = -524288; PRAGMA temp_store = MEMORY;");
        return writer;
    } catch (const Locked&) {
        throw;
    } catch (const Error&) {
        // Whether it is the disk or something worse shows when it is opened to be read.
        if (mode != OpenMode::existing_or_read_only) throw;
        return {};
    }
}

/// Puts the views of a sight in front of the tables, all of them.
void put_in_front(SqliteConnection& connection, const Sight& sight) {
    std::vector<std::string> tables;
    {
        auto rows = connection.query("SELECT name FROM main.sqlite_schema WHERE type = 'table' "
                                     "AND name NOT LIKE 'sqlite%' ORDER BY name");
        while (rows.next()) tables.push_back(rows.get<std::string>(0));
    }
    std::string script = "CREATE TEMP TABLE seen_scopes (scope TEXT PRIMARY KEY);";
    for (const std::string& table : tables) {
        const auto view = std::ranges::find(sight.views, table, &std::pair<std::string, std::string>::first);
        const bool open = std::ranges::any_of(sight.open, [&](const auto& begin) { return table.starts_with(begin); });
        if (view == sight.views.end() && open) continue;
        script += "CREATE TEMP VIEW \"" + table + "\" AS ";
        script += view != sight.views.end() ? view->second : "SELECT * FROM main.\"" + table + "\" WHERE 0";
        script += ";\n";
    }
    connection.execute_script(script);
}

void set_scopes(SqliteConnection& connection, const Viewer& viewer) {
    connection.execute("DELETE FROM temp.seen_scopes");
    for (const std::string& scope : viewer.scopes)
        connection.execute("INSERT INTO temp.seen_scopes (scope) VALUES (:scope) ON CONFLICT DO NOTHING",
                           {{"scope", scope}});
}

class SqliteDatabase final : public Database {
  public:
    SqliteDatabase(std::string file, OpenMode mode) : file_(std::move(file)), writer_(open_writer(file_, mode)) {
        if (writer_)
            log_index_ = SqliteLogIndex(writer_->handle());
        else
            idle_[Seeing::everything].push_back(new_reader());
    }

    [[nodiscard]] std::optional<std::uint64_t> version() const override { return log_index_.version(); }

    Reader read() override { return lend(Seeing::everything, nullptr); }
    Reader read_as(const Viewer& viewer) override {
        return lend(viewer.is_anyone() ? Seeing::what_is_public : Seeing::what_members_may, &viewer);
    }

    void backup(const std::string& file, const std::function<void(double)>& progress) override {
        if (std::filesystem::exists(file)) throw Error("there is a file already: " + file);
        const auto source = open_to_read(file_);
        SqliteConnection target(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        copy(*source.connection, target, progress);
        target.execute_script("PRAGMA journal_mode = DELETE"); // one file, without a log beside it
    }

  protected:
    Connection& begin_write() override {
        if (!writer_) throw Error("the database is read-only: " + file_);
        write_mutex_.lock();
        try {
            writer_->execute_script("BEGIN IMMEDIATE");
        } catch (...) {
            write_mutex_.unlock();
            throw;
        }
        return *writer_;
    }
    /// Views and scopes are made within the transaction, and go when it is rolled back.
    void see_in_write(const Viewer& viewer) override {
        put_in_front(*writer_, sight_of(viewer));
        set_scopes(*writer_, viewer);
    }
    void commit_write() override {
        try {
            writer_->execute_script("COMMIT");
        } catch (...) {
            abandon_write();
            throw;
        }
        write_mutex_.unlock();
    }
    void abandon_write() noexcept override {
        // Fails only when SQLite has rolled back already, which is what is wanted.
        sqlite3_exec(writer_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        write_mutex_.unlock();
    }

  private:
    enum Seeing : std::uint8_t { everything, what_is_public, what_members_may };

    Reader lend(Seeing seeing, const Viewer* viewer) {
        std::unique_ptr<SqliteConnection> connection;
        std::uint64_t generation = 0;
        {
            const std::scoped_lock lock(readers_mutex_);
            forget_if_changed();
            generation = generation_;
            if (auto& idle = idle_[seeing]; !idle.empty()) {
                connection = std::move(idle.back());
                idle.pop_back();
            }
        }
        if (!connection) {
            connection = new_reader();
            if (viewer != nullptr) put_in_front(*connection, sight_of(*viewer));
            // Also forbids writing to the scopes of the viewer; nothing else could be written to anyway.
            if (seeing != Seeing::what_members_may) connection->execute_script("PRAGMA query_only = ON");
        }
        if (seeing == Seeing::what_members_may) set_scopes(*connection, *viewer);
        connection->execute_script("BEGIN");
        SqliteConnection* lent = connection.release();
        return Reader(lent, [this, lent, seeing, generation] {
            take_back(std::unique_ptr<SqliteConnection>(lent), seeing, generation);
        });
    }

    std::unique_ptr<SqliteConnection> new_reader() {
        // The state of before it is opened: what changes meanwhile shows as a change.
        const FileState state = state_of(file_);
        auto opened = writer_ ? OpenedToRead{std::make_unique<SqliteConnection>(file_, SQLITE_OPEN_READONLY)}
                              : open_to_read(file_);
        opened.connection->execute_script(
            // Not mapped: that is no faster here, and a file that is cut short would end the program.
            "PRAGMA cache_size = -32768; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;");
        if (opened.log == Log::ignored) {
            const std::scoped_lock lock(readers_mutex_);
            assumed_ = state;
        }
        return std::move(opened.connection);
    }

    /// Connections that take the file for one that does not change are no good when it did.
    void forget_if_changed() {
        if (!assumed_ || *assumed_ == state_of(file_)) return;
        for (auto& idle : idle_) idle.clear();
        assumed_.reset();
        ++generation_;
    }

    void take_back(std::unique_ptr<SqliteConnection> connection, Seeing seeing, std::uint64_t generation) noexcept {
        if (sqlite3_exec(connection->handle(), "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) return;
        const std::scoped_lock lock(readers_mutex_);
        if (generation == generation_) idle_[seeing].push_back(std::move(connection));
    }

    std::string file_;
    std::unique_ptr<SqliteConnection> writer_; ///< null when the database can only be read
    SqliteLogIndex log_index_;                 ///< of the writer
    std::mutex write_mutex_;
    std::mutex readers_mutex_;
    std::array<std::vector<std::unique_ptr<SqliteConnection>>, 3> idle_; ///< readers by what they see
    std::uint64_t generation_ = 0;     ///< of readers: counts up when they are all thrown away
    std::optional<FileState> assumed_; ///< of the file, where readers count on it
};

/// A file that is only looked at.
class SqliteCopy final : public Database {
  public:
    explicit SqliteCopy(const std::string& file) : connection_(open_to_read(file).connection) {}
    [[nodiscard]] std::optional<std::uint64_t> version() const override { return std::nullopt; }
    Reader read() override {
        return Reader(connection_.get(), [] {});
    }
    Reader read_as(const Viewer&) override { refuse(); }
    void backup(const std::string&, const std::function<void(double)>&) override { refuse(); }

  protected:
    Connection& begin_write() override { refuse(); }
    void see_in_write(const Viewer&) override { refuse(); }
    void commit_write() override {}
    void abandon_write() noexcept override {}

  private:
    [[noreturn]] static void refuse() { throw Error("this database was opened to be looked at only"); }
    std::unique_ptr<SqliteConnection> connection_;
};

class SqliteDisk final : public DatabaseDisk {
  public:
    explicit SqliteDisk(std::string file) : file_(std::move(file)) {}
    [[nodiscard]] WriteProbe probe_writing() const override {
        const WriteProbe files = probe_files(file_);
        return files.writing != Writing::possible ? files : probe_lock(file_);
    }
    [[nodiscard]] Storage storage() const override { return storage_of(file_); }

  private:
    std::string file_;
};

} // namespace

std::unique_ptr<DatabaseDisk> sqlite_disk(const std::filesystem::path& file) {
    return std::make_unique<SqliteDisk>(file.string());
}

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
