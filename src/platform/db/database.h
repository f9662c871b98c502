#pragma once
// The database, as the domain sees it: one writer, many readers, SQL text that both SQLite and PostgreSQL understand.
//
// SQL written for this interface uses named parameters (`:name`), no JSON functions, no identity columns, `BIGINT`,
// `DOUBLE PRECISION`, `TEXT` and `BLOB` as column types, double quotes round column names that are key words
// (docs/adr/0004-sql-for-two-engines.md). Broken infrastructure (disk, lock, corrupt file, wrong SQL) is thrown as
// db::Error; nothing here returns a Refusal but opening and migrating.

#include "platform/db/read_set.h"
#include "platform/db/sight.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace interregio::db {

class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A value to bind. Text and blobs are referred to until query() or execute() returns.
class Value {
  public:
    using Bytes = std::span<const std::byte>;
    using Any = std::variant<std::monostate, std::int64_t, double, std::string_view, Bytes>;

    Value(std::nullopt_t) {}
    Value(std::integral auto number) : any_(static_cast<std::int64_t>(number)) {}
    Value(double number) : any_(number) {}
    Value(std::string_view text) : any_(text) {}
    Value(const std::string& text) : any_(std::string_view(text)) {}
    Value(const char* text) : any_(std::string_view(text)) {}
    Value(Bytes bytes) : any_(bytes) {}
    template <class T> Value(const std::optional<T>& value) {
        if (value) *this = Value(*value);
    }

    [[nodiscard]] const Any& any() const { return any_; }

  private:
    Any any_;
};

struct Parameter {
    std::string_view name; ///< without the colon
    Value value;
};
using Parameters = std::span<const Parameter>;

/// What an engine gives for a running query. Columns count from 0.
class Cursor {
  public:
    virtual ~Cursor() = default;
    /// Moves to the next row; false after the last.
    virtual bool next() = 0;
    [[nodiscard]] virtual bool null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    /// Valid until the next call of next().
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::span<const std::byte> blob(int column) const = 0;
};

/// The rows of a query: `while (rows.next()) use(rows.get<std::string>(0));`. Ends the query when destroyed.
class Rows {
  public:
    explicit Rows(std::unique_ptr<Cursor> cursor) : cursor_(std::move(cursor)) {}

    bool next() { return cursor_->next(); }
    [[nodiscard]] bool null(int column) const { return cursor_->null(column); }
    [[nodiscard]] std::string_view text(int column) const { return cursor_->text(column); }

    /// T: std::int64_t, int, double, std::string, std::vector<std::byte> or an optional of those.
    template <class T> [[nodiscard]] T get(int column) const {
        if constexpr (requires(T value) { value.has_value(); }) {
            if (cursor_->null(column)) return std::nullopt;
            return get<typename T::value_type>(column);
        } else if constexpr (std::is_integral_v<T>) {
            return static_cast<T>(cursor_->integer(column));
        } else if constexpr (std::is_floating_point_v<T>) {
            return cursor_->real(column);
        } else if constexpr (std::is_same_v<T, std::string>) {
            return std::string(cursor_->text(column));
        } else {
            const auto bytes = cursor_->blob(column);
            return T(bytes.begin(), bytes.end());
        }
    }

  private:
    std::unique_ptr<Cursor> cursor_;
};

/// One connection inside a transaction. Used by one thread at a time. Statements are cached by their text.
class Connection {
  public:
    virtual ~Connection() = default;

    /// Runs a query. Parameters that the text does not name, or names without a value, are an Error.
    [[nodiscard]] Rows query(std::string_view sql, std::initializer_list<Parameter> parameters = {}) {
        return query(sql, Parameters(parameters.begin(), parameters.size()));
    }
    [[nodiscard]] Rows query(std::string_view sql, Parameters parameters) { return Rows(start(sql, parameters)); }

    /// Runs a statement to its end; gives the number of rows it changed.
    std::int64_t execute(std::string_view sql, std::initializer_list<Parameter> parameters = {}) {
        return execute(sql, Parameters(parameters.begin(), parameters.size()));
    }
    virtual std::int64_t execute(std::string_view sql, Parameters parameters) = 0;

    /// Runs several statements separated by semicolons, without parameters: migrations.
    virtual void execute_script(std::string_view sql) = 0;

    /// From now on, what the stores say that they read goes into `reads`, too, until nullptr is given. It must live as
    /// long. A connection given back to its pool notes nothing any more.
    void note_reads(ReadSet* reads) { reads_ = reads; }
    /// For stores: each says what it reads, see ReadSet.
    void reads(const Uuid& record) {
        if (reads_ != nullptr) reads_->add(record);
    }
    void reads_list(RecordKind kind) {
        if (reads_ != nullptr) reads_->add_list(kind);
    }
    void reads_everything() {
        if (reads_ != nullptr) reads_->add_everything();
    }

  protected:
    virtual std::unique_ptr<Cursor> start(std::string_view sql, Parameters parameters) = 0;

  private:
    ReadSet* reads_ = nullptr;
};

/// A connection lent from the pool of readers, in a read transaction: it sees one state of the database until it is
/// given back. A reader never waits for the writer.
class Reader {
  public:
    Reader(Connection* connection, std::function<void()> give_back)
        : connection_(connection), give_back_(std::move(give_back)) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() {
        connection_->note_reads(nullptr);
        give_back_();
    }

    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_; }

  private:
    Connection* connection_;
    std::function<void()> give_back_;
};

class Database {
  public:
    virtual ~Database() = default;

    /// Sees everything: for who runs the server, and for what is worked out from the record. What is shown to somebody
    /// is read with read_as(). Safe from any thread.
    [[nodiscard]] virtual Reader read() = 0;

    /// Sees what the viewer may see, see sight.h. Throws Error where look_through() was not called. Safe from any
    /// thread.
    [[nodiscard]] virtual Reader read_as(const Viewer& viewer) = 0;
    /// Once, before the first read_as().
    void look_through(Sights sights) { sights_ = std::move(sights); }

    /// A number that is another one after any commit, whoever made it, and mostly the same when there was none. Costs
    /// next to nothing: it is asked for with every request. Nothing when this cannot be told without reading. Safe from
    /// any thread.
    [[nodiscard]] virtual std::optional<std::uint64_t> version() const = 0;

    /// Runs `work` in the one write transaction; safe from any thread, others wait. The transaction is committed, and
    /// on disk, when write() returns a value; it is rolled back, and nothing is changed, when `work` throws or gives
    /// std::unexpected.
    template <class Work> auto write(Work&& work) {
        using Result = std::invoke_result_t<Work, Connection&>;
        WriteTransaction transaction(*this);
        if constexpr (std::is_void_v<Result>) {
            work(transaction.connection());
            transaction.commit();
        } else {
            Result result = work(transaction.connection());
            if constexpr (requires { result.error(); }) {
                if (!result) return result;
            }
            transaction.commit();
            return result;
        }
    }

    /// What somebody would see if a change were made: runs `change` in the one write transaction, then `look` on the
    /// same connection, which from then on sees what `viewer` may see; gives what `look` gives and takes everything
    /// back. What `change` refuses (std::unexpected) is given without looking. Others wait meanwhile; safe from any
    /// thread. `look` must read only.
    template <class Change, class Look> auto try_out(const Viewer& viewer, Change&& change, Look&& look) {
        using Made = std::invoke_result_t<Change, Connection&>;
        using Seen = std::invoke_result_t<Look, Connection&, const typename Made::value_type&>;
        WriteTransaction transaction(*this);
        const Made made = change(transaction.connection());
        if (!made) return std::expected<Seen, typename Made::error_type>(std::unexpected(made.error()));
        see_in_write(viewer);
        return std::expected<Seen, typename Made::error_type>(look(transaction.connection(), *made));
    }

    /// The same without looking: gives what `change` gives, which must not refer to the connection.
    template <class Change> auto try_out(Change&& change) {
        WriteTransaction transaction(*this);
        return change(transaction.connection());
    }

    /// Writes a consistent copy to a new file, while others read and write. Throws Error when the file cannot be made.
    virtual void backup(const std::string& file, const std::function<void(double fraction)>& progress) = 0;

  protected:
    [[nodiscard]] const Sight& sight_of(const Viewer& viewer) const {
        if (!sights_) throw Error("nobody has said what viewers may see");
        return viewer.is_anyone() ? sights_->anyone : sights_->member;
    }

    virtual Connection& begin_write() = 0; ///< waits for the writer's turn
    /// Until the write transaction ends, its connection sees what the viewer may see.
    virtual void see_in_write(const Viewer&) { throw Error("this database tries nothing out"); }
    virtual void commit_write() = 0;
    virtual void abandon_write() noexcept = 0; ///< rolls back

  private:
    class WriteTransaction {
      public:
        explicit WriteTransaction(Database& database) : database_(database), connection_(database.begin_write()) {}
        WriteTransaction(const WriteTransaction&) = delete;
        WriteTransaction& operator=(const WriteTransaction&) = delete;
        ~WriteTransaction() {
            if (!committed_) database_.abandon_write();
        }
        Connection& connection() { return connection_; }
        void commit() {
            committed_ = true;
            database_.commit_write();
        }

      private:
        Database& database_;
        Connection& connection_;
        bool committed_ = false;
    };

    std::optional<Sights> sights_;
};

} // namespace interregio::db
