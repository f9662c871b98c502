#pragma once
// One SQLite connection with its prepared statements. Internal to platform/db.

#include "platform/db/database.h"

#include <sqlite3.h>
#include <unordered_map>

namespace interregio::db {

class SqliteConnection final : public Connection {
  public:
    /// `flags` as of sqlite3_open_v2.
    SqliteConnection(const std::string& file, int flags);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    using Connection::execute;
    std::int64_t execute(std::string_view sql, Parameters parameters) override;
    void execute_script(std::string_view sql) override;

    [[nodiscard]] sqlite3* handle() const { return handle_; }

  protected:
    std::unique_ptr<Cursor> start(std::string_view sql, Parameters parameters) override;

  private:
    /// A prepared statement; `in_use` while a cursor walks over its rows.
    struct Statement {
        sqlite3_stmt* statement = nullptr;
        bool in_use = false;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    class RunningQuery;

    /// Whether SQLite copies bound texts and blobs, or refers to them until the statement is done.
    enum class Binding { copy, refer };

    std::unique_ptr<Cursor> start(std::string_view sql, Parameters parameters, Binding binding);
    sqlite3_stmt* prepare(std::string_view sql) const;
    void bind(sqlite3_stmt* statement, Parameters parameters, std::string_view sql, Binding binding) const;
    [[noreturn]] void fail(std::string_view doing) const;

    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string, Statement, Hash, std::equal_to<>> statements_;
};

} // namespace interregio::db
