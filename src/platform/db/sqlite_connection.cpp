#include "platform/db/sqlite_connection.h"

#include "platform/db/database_disk.h"

#include <algorithm>

namespace interregio::db {
namespace {

constexpr std::size_t max_cached_statements = 500;

int bind_value(sqlite3_stmt* statement, int index, const Value& value, sqlite3_destructor_type lifetime) {
    struct Visitor {
        sqlite3_stmt* statement;
        int index;
        sqlite3_destructor_type lifetime;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
        int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, index, number); }
        int operator()(double number) const { return sqlite3_bind_double(statement, index, number); }
        int operator()(std::string_view text) const {
            // An empty view may have a null pointer, which SQLite would take for NULL.
            const char* data = text.data() != nullptr ? text.data() : "";
            return sqlite3_bind_text64(statement, index, data, text.size(), lifetime, SQLITE_UTF8);
        }
        int operator()(Value::Bytes bytes) const {
            if (bytes.empty()) return sqlite3_bind_zeroblob(statement, index, 0);
            return sqlite3_bind_blob64(statement, index, bytes.data(), bytes.size(), lifetime);
        }
    };
    return std::visit(Visitor{statement, index, lifetime}, value.any());
}

} // namespace

class SqliteConnection::RunningQuery final : public Cursor {
  public:
    RunningQuery(const SqliteConnection& connection, sqlite3_stmt* statement, bool* in_use)
        : connection_(connection), statement_(statement), in_use_(in_use) {}
    RunningQuery(const RunningQuery&) = delete;
    RunningQuery& operator=(const RunningQuery&) = delete;
    ~RunningQuery() override {
        if (in_use_ == nullptr) {
            sqlite3_finalize(statement_);
        } else {
            sqlite3_reset(statement_);
            sqlite3_clear_bindings(statement_);
            *in_use_ = false;
        }
    }

    bool next() override {
        switch (sqlite3_step(statement_)) {
        case SQLITE_ROW:
            return true;
        case SQLITE_DONE:
            return false;
        default:
            connection_.fail("reading rows");
        }
    }
    bool null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
    double real(int column) const override { return sqlite3_column_double(statement_, column); }
    std::string_view text(int column) const override {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return data == nullptr
                   ? std::string_view{}
                   : std::string_view{data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    std::span<const std::byte> blob(int column) const override {
        const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
        return {data, data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

  private:
    const SqliteConnection& connection_;
    sqlite3_stmt* statement_;
    bool* in_use_; ///< null: not from the cache, ours to finalise
};

SqliteConnection::SqliteConnection(const std::string& file, int flags) {
    const int code = sqlite3_open_v2(file.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const std::string reason = handle_ != nullptr ? sqlite3_errmsg(handle_) : "out of memory";
        sqlite3_close(handle_);
        throw Error("cannot open database " + file + ": " + reason);
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, 10'000);
}

SqliteConnection::~SqliteConnection() {
    for (auto& [sql, statement] : statements_) sqlite3_finalize(statement.statement);
    sqlite3_close(handle_);
}

void SqliteConnection::fail(std::string_view doing) const {
    const std::string message = "database error while " + std::string(doing) + ": " + sqlite3_errmsg(handle_);
    const int primary = sqlite3_errcode(handle_) & 0xFF;
    if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) throw Locked(message);
    throw Error(message);
}

sqlite3_stmt* SqliteConnection::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK)
        fail("preparing \"" + std::string(sql) + "\"");
    return statement;
}

void SqliteConnection::bind(sqlite3_stmt* statement, Parameters parameters, std::string_view sql,
                            Binding binding) const {
    const int count = sqlite3_bind_parameter_count(statement);
    if (count != static_cast<int>(parameters.size()))
        throw Error("wrong number of parameters for \"" + std::string(sql) + "\"");
    for (int index = 1; index <= count; ++index) {
        const std::string_view name = sqlite3_bind_parameter_name(statement, index) + 1; // without the colon
        const Parameter* found = nullptr;
        for (const Parameter& parameter : parameters)
            if (parameter.name == name) found = &parameter;
        if (found == nullptr) throw Error("no value for :" + std::string(name) + " in \"" + std::string(sql) + "\"");
        if (bind_value(statement, index, found->value, binding == Binding::copy ? SQLITE_TRANSIENT : SQLITE_STATIC) !=
            SQLITE_OK)
            fail("binding :" + std::string(name));
    }
}

std::unique_ptr<Cursor> SqliteConnection::start(std::string_view sql, Parameters parameters) {
    // The rows are read after the caller's temporaries are gone.
    return start(sql, parameters, Binding::copy);
}

std::unique_ptr<Cursor> SqliteConnection::start(std::string_view sql, Parameters parameters, Binding binding) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        if (statements_.size() >= max_cached_statements) { // text made at run time: start over rather than grow
            std::erase_if(statements_, [](auto& entry) {
                if (entry.second.in_use) return false;
                sqlite3_finalize(entry.second.statement);
                return true;
            });
        }
        found = statements_.emplace(std::string(sql), Statement{prepare(sql), false}).first;
    }
    Statement& cached = found->second;
    if (cached.in_use) { // the same query inside its own loop
        sqlite3_stmt* statement = prepare(sql);
        auto nested = std::make_unique<RunningQuery>(*this, statement, nullptr);
        bind(statement, parameters, sql, binding);
        return nested;
    }
    bind(cached.statement, parameters, sql, binding);
    cached.in_use = true;
    return std::make_unique<RunningQuery>(*this, cached.statement, &cached.in_use);
}

std::int64_t SqliteConnection::execute(std::string_view sql, Parameters parameters) {
    const auto cursor = start(sql, parameters, Binding::refer);
    while (cursor->next()) {
    }
    return sqlite3_changes64(handle_);
}

void SqliteConnection::execute_script(std::string_view sql) {
    if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail("running a script");
}

} // namespace interregio::db
