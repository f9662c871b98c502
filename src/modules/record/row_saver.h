#pragma once
// Writing a record to its tables: a visitor of its description. Tables and columns are named by a rule
// (docs/adr/0003-one-description-per-kind.md): the record's own table is the plural of its kind; a list of nested rows
// or references in field f of table owner t is the table t_f, where t is the kind in the singular; a partial date has
// columns for its text, first day, last day and precision.

#include "modules/record/description.h"
#include "platform/db/database.h"

#include <deque>

namespace interregio {

/// Collects the columns of one row, then writes it; the rows of its lists after it.
class RowSaver {
  public:
    /// `table` is the name for this row's table, `prefix` the one its lists' tables begin with.
    RowSaver(db::Connection& connection, const std::string& record_id, std::string prefix)
        : connection_(connection), record_id_(record_id), prefix_(std::move(prefix)) {}

    template <class T, class... Limits> void operator()(std::string_view name, T& value, const Limits&...) {
        scalar(name, value);
    }
    template <class T, class... Limits>
    void operator()(std::string_view name, std::optional<T>& value, const Limits&...) {
        if (value) {
            scalar(name, *value);
        } else {
            absent<T>(name);
        }
    }
    void operator()(std::string_view, LocalizedText&, const TextLimits&) {} // in the texts store
    void operator()(std::string_view name, FileContent& file, FileKind) {
        column(std::string(name) + "_name", file.name);
        column(std::string(name) + "_hash", file.hash);
    }
    template <class T> void operator()(std::string_view name, std::vector<T>& list, const ListLimits& = {}) {
        lists_.push_back([this, name, &list](const std::string& owner) {
            save_list(prefix_ + "_" + std::string(name), owner, list);
        });
    }

    void column(std::string name, db::Value value) { columns_.push_back({std::move(name), value}); }
    /// Keeps a text that was made here alive until the row is written.
    const std::string& keep(std::string text) { return kept_.emplace_back(std::move(text)); }

    void insert(const std::string& table) { write(table, WriteMode::insert); }
    void insert_or_update(const std::string& table) { write(table, WriteMode::insert_or_update); }
    /// After the row itself. `owner` is its id.
    void save_lists(const std::string& owner) {
        for (const auto& save : lists_) save(owner);
    }

  private:
    struct Column {
        std::string name;
        db::Value value;
    };
    enum class WriteMode { insert, insert_or_update };

    void write(const std::string& table, WriteMode mode);

    void scalar(std::string_view name, const std::string& value) { column(std::string(name), value); }
    void scalar(std::string_view name, std::int64_t value) { column(std::string(name), value); }
    void scalar(std::string_view name, double value) { column(std::string(name), value); }
    void scalar(std::string_view name, const Language& value) { column(std::string(name), value.tag()); }
    template <NamedEnum E> void scalar(std::string_view name, E value) { column(std::string(name), name_of(value)); }
    template <class T> void scalar(std::string_view name, const Id<T>& id) {
        column(std::string(name), keep(id.text()));
    }
    void scalar(std::string_view name, const PartialDate& date) {
        const std::string base(name);
        column(base, keep(date.edtf()));
        column(base + "_first", keep(iso_day(date.first_day())));
        column(base + "_last", keep(iso_day(date.last_day())));
        column(base + "_precision", static_cast<std::int64_t>(date.precision()));
    }
    template <class T> void absent(std::string_view name) {
        const std::string base(name);
        column(base, std::nullopt);
        if constexpr (std::is_same_v<T, PartialDate>)
            for (const char* suffix : {"_first", "_last", "_precision"}) column(base + suffix, std::nullopt);
    }

    template <class T> void save_list(const std::string& table, const std::string& owner, std::vector<T>& list) {
        for (std::size_t position = 0; position < list.size(); ++position) {
            RowSaver row(connection_, record_id_, table);
            row.column("record_id", record_id_);
            row.column("owner_id", owner);
            row.column("position", position);
            save_item(row, table, list[position]);
        }
    }
    template <NestedRow T> static void save_item(RowSaver& row, const std::string& table, T& item) {
        const std::string& id = row.keep(item.id.text());
        row.column("id", id);
        describe(row, item);
        row.insert(table);
        row.save_lists(id);
    }
    template <class T> static void save_item(RowSaver& row, const std::string& table, const Id<T>& id) {
        row.column("target_id", row.keep(id.text()));
        row.insert(table);
    }
    static void save_item(RowSaver& row, const std::string& table, const Language& language) {
        row.column("value", language.tag());
        row.insert(table);
    }

    db::Connection& connection_;
    const std::string& record_id_;
    std::string prefix_;
    std::vector<Column> columns_;
    std::deque<std::string> kept_;
    std::vector<std::function<void(const std::string&)>> lists_;
};

/// The names of the tables of a record's lists, with their depth: 1 for lists of the record itself.
class ListTables {
  public:
    struct Table {
        std::string name;
        int depth;
    };

    explicit ListTables(std::string prefix, int depth = 1) : prefix_(std::move(prefix)), depth_(depth) {}

    template <class T, class... Limits> void operator()(std::string_view, T&, const Limits&...) {}
    template <class T> void operator()(std::string_view name, std::vector<T>&, const ListLimits& = {}) {
        const std::string table = prefix_ + "_" + std::string(name);
        tables_.push_back({table, depth_});
        if constexpr (NestedRow<T>) {
            T row;
            ListTables inner(table, depth_ + 1);
            describe(inner, row);
            tables_.insert(tables_.end(), inner.tables_.begin(), inner.tables_.end());
        }
    }
    [[nodiscard]] const std::vector<Table>& tables() const { return tables_; }

  private:
    std::string prefix_;
    int depth_;
    std::vector<Table> tables_;
};

template <Record T> const std::vector<ListTables::Table>& list_tables_of() {
    static const auto tables = [] {
        T record;
        ListTables visitor{std::string(name_of(T::kind))};
        describe(visitor, record);
        return visitor.tables();
    }();
    return tables;
}

} // namespace interregio
