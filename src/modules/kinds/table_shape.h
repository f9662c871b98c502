#pragma once
// The tables of a kind of record, found by a visitor of its description: their columns and where these lead. The rule
// by which they are named is that of record/row_saver.h. Internal to the module.

#include "modules/record/description.h"

namespace interregio {

struct TableColumn {
    enum class Leads { nowhere, always, sometimes }; ///< to another record: required, optional reference
    std::string name;
    Leads leads = Leads::nowhere;
    RecordKind to{};     ///< where it leads
    bool listed = false; ///< in a list of which there must be one at least
};

struct TableShape {
    std::string name;
    std::string record; ///< the column with the id of the record
    std::vector<TableColumn> columns;
    bool is_list = false;
    bool has_texts = false;
};

/// Collects the columns of one table, and the tables of the lists in it.
class TableVisitor {
  public:
    TableVisitor(std::string prefix, TableShape shape, int depth)
        : prefix_(std::move(prefix)), shape_(std::move(shape)), depth_(depth) {}

    template <class T, class... Limits> void operator()(std::string_view name, T&, const Limits&...) {
        value(name, static_cast<T*>(nullptr), TableColumn::Leads::always);
    }
    template <class T, class... Limits> void operator()(std::string_view name, std::optional<T>&, const Limits&...) {
        value(name, static_cast<T*>(nullptr), TableColumn::Leads::sometimes);
    }
    void operator()(std::string_view, LocalizedText&, const TextLimits&) { shape_.has_texts = true; }
    void operator()(std::string_view name, FileContent&, FileKind) {
        add(std::string(name) + "_name");
        add(std::string(name) + "_hash");
    }
    template <class T> void operator()(std::string_view name, std::vector<T>&, const ListLimits& limits = {}) {
        const std::string table = prefix_ + "_" + std::string(name);
        TableShape list{.name = table, .record = depth_ == 0 ? "owner_id" : "record_id", .is_list = true};
        for (const char* column : {"record_id", "owner_id", "position"}) list.columns.push_back({column});
        fill(static_cast<T*>(nullptr), table, std::move(list), limits);
    }

    [[nodiscard]] std::vector<TableShape> take() {
        std::vector<TableShape> all{std::move(shape_)};
        all.insert(all.end(), lists_.begin(), lists_.end());
        return all;
    }

  private:
    void add(std::string name) { shape_.columns.push_back({std::move(name)}); }
    template <class T> void value(std::string_view name, T*, TableColumn::Leads) { add(std::string(name)); }
    void value(std::string_view name, PartialDate*, TableColumn::Leads) {
        for (const char* suffix : {"", "_first", "_last", "_precision"}) add(std::string(name) + suffix);
    }
    template <class T> void value(std::string_view name, Id<T>*, TableColumn::Leads leads) {
        shape_.columns.push_back({std::string(name), leads, T::kind});
    }

    template <NestedRow T> void fill(T*, const std::string& table, TableShape list, const ListLimits&) {
        list.columns.push_back({"id"});
        TableVisitor inner(table, std::move(list), depth_ + 1);
        T row;
        describe(inner, row);
        for (TableShape& shape : inner.take()) lists_.push_back(std::move(shape));
    }
    template <class T> void fill(Id<T>*, const std::string&, TableShape list, const ListLimits& limits) {
        list.columns.push_back({"target_id", TableColumn::Leads::always, T::kind, limits.least > 0});
        lists_.push_back(std::move(list));
    }
    void fill(Language*, const std::string&, TableShape list, const ListLimits&) {
        list.columns.push_back({"value"});
        lists_.push_back(std::move(list));
    }

    std::string prefix_;
    TableShape shape_;
    int depth_;
    std::vector<TableShape> lists_;
};

/// The record's own table first.
template <Record T> std::vector<TableShape> tables_of() {
    TableShape shape{.name = std::string(plural_of(T::kind)), .record = "id"};
    shape.columns = {{"id"}, {"key"}};
    TableVisitor visitor(std::string(name_of(T::kind)), std::move(shape), 0);
    T record;
    describe(visitor, record);
    return visitor.take();
}

/// Optional references by which lists are looked up with an index, which a view that empties them would be without.
/// They stand as they are; the record may not lead to less than it is itself visible to (visibility_rules.h).
[[nodiscard]] inline bool stands_as_it_is(std::string_view table, std::string_view column) {
    return (table == "activities" && column == "series") || (table == "organisations" && column == "parent");
}

} // namespace interregio
