#pragma once
// Reading a record from its tables: the counterpart of row_saver.h.

#include "modules/record/description.h"
#include "modules/texts/texts.h"
#include "platform/db/database.h"

namespace interregio {

/// Media type, size and dimensions of a file, from the blob store.
void load_file_facts(db::Connection& connection, FileContent& file);
/// A stored value that the program cannot read any more: the database was changed by something else.
[[noreturn]] void corrupt(std::string_view column, std::string_view value);

/// The columns of a struct's own row, in the order of its description.
class ColumnNames {
  public:
    template <class T, class... Limits> void operator()(std::string_view name, T&, const Limits&...) { add(name); }
    void operator()(std::string_view, LocalizedText&, const TextLimits&) {}
    void operator()(std::string_view name, FileContent&, FileKind) {
        add(std::string(name) + "_name");
        add(std::string(name) + "_hash");
    }
    template <class T> void operator()(std::string_view, std::vector<T>&, const ListLimits& = {}) {}

    [[nodiscard]] const std::string& list() const { return list_; }

  private:
    void add(std::string_view name) {
        list_ += ", \"";
        list_ += name;
        list_ += '"';
    }
    std::string list_;
};

/// ", \"kind\", \"status\" …" for a struct; computed once a type.
template <class T> const std::string& column_names_of() {
    static const std::string names = [] {
        T value;
        ColumnNames visitor;
        describe(visitor, value);
        return visitor.list();
    }();
    return names;
}

class RowLoader {
  public:
    /// `column` is the first column of `rows` that the description fills.
    RowLoader(db::Connection& connection, db::Rows& rows, int column, TextsByOwner& texts, std::string owner,
              std::string prefix)
        : connection_(connection), rows_(rows), column_(column), texts_(texts), owner_(std::move(owner)),
          prefix_(std::move(prefix)) {}

    template <class T, class... Limits> void operator()(std::string_view name, T& value, const Limits&...) {
        read(name, value);
        ++column_;
    }
    template <class T, class... Limits>
    void operator()(std::string_view name, std::optional<T>& value, const Limits&...) {
        if (!rows_.null(column_)) {
            value.emplace();
            read(name, *value);
        }
        ++column_;
    }
    void operator()(std::string_view name, LocalizedText& text, const TextLimits&) {
        if (const auto found = texts_.find(text_key(owner_, name)); found != texts_.end())
            text = std::move(found->second);
    }
    void operator()(std::string_view, FileContent& file, FileKind) {
        file.name = rows_.text(column_++);
        file.hash = rows_.text(column_++);
        load_file_facts(connection_, file);
    }
    template <class T> void operator()(std::string_view name, std::vector<T>& list, const ListLimits& = {}) {
        load_list(prefix_ + "_" + std::string(name), list);
    }

  private:
    void read(std::string_view, std::string& value) const { value = rows_.text(column_); }
    void read(std::string_view, std::int64_t& value) const { value = rows_.get<std::int64_t>(column_); }
    void read(std::string_view, double& value) const { value = rows_.get<double>(column_); }
    void read(std::string_view name, PartialDate& value) const {
        auto date = PartialDate::parse(rows_.text(column_));
        if (!date) corrupt(name, rows_.text(column_));
        value = *date;
    }
    void read(std::string_view name, Language& value) const { value = language(name, rows_.text(column_)); }
    template <NamedEnum E> void read(std::string_view name, E& value) const {
        const auto found = enum_named<E>(rows_.text(column_));
        if (!found) corrupt(name, rows_.text(column_));
        value = *found;
    }
    template <class T> void read(std::string_view name, Id<T>& value) const {
        value = Id<T>(uuid(name, rows_.text(column_)));
    }

    static Language language(std::string_view name, std::string_view text) {
        const auto found = Language::parse(text);
        if (!found) corrupt(name, text);
        return *found;
    }
    static Uuid uuid(std::string_view name, std::string_view text) {
        const auto found = Uuid::parse(text);
        if (!found) corrupt(name, text);
        return *found;
    }

    template <class T> void load_list(const std::string& table, std::vector<Id<T>>& list) {
        auto rows = connection_.query("SELECT target_id FROM " + table + " WHERE owner_id = :owner ORDER BY position",
                                      {{"owner", owner_}});
        while (rows.next()) list.emplace_back(uuid("target_id", rows.text(0)));
    }
    void load_list(const std::string& table, std::vector<Language>& list) {
        auto rows = connection_.query("SELECT \"value\" FROM " + table + " WHERE owner_id = :owner ORDER BY position",
                                      {{"owner", owner_}});
        while (rows.next()) list.push_back(language("value", rows.text(0)));
    }
    template <NestedRow T> void load_list(const std::string& table, std::vector<T>& list) {
        auto rows = connection_.query("SELECT id" + column_names_of<T>() + " FROM " + table +
                                          " WHERE owner_id = :owner ORDER BY position",
                                      {{"owner", owner_}});
        while (rows.next()) {
            T& item = list.emplace_back();
            item.id = uuid("id", rows.text(0));
            RowLoader loader(connection_, rows, 1, texts_, item.id.text(), table);
            describe(loader, item);
        }
    }

    db::Connection& connection_;
    db::Rows& rows_;
    int column_;
    TextsByOwner& texts_;
    std::string owner_;
    std::string prefix_;
};

} // namespace interregio
