#pragma once
// A sheet as a tree that read_record() takes, for what a form says goes through the same reader as files. A visitor of
// the description; what somebody typed is put into the forms of the record: dates, numbers, names of records.

#include "modules/editing/record_names.h"
#include "modules/editing/sheet.h"
#include "modules/editing/sheet_writer.h"
#include "modules/record/record_tree.h"

namespace interregio::editing {

/// What is wrong with a sheet, and in which field.
struct SheetProblem {
    std::string field;
    Refusal refusal;
    std::vector<NamedRecord> meant{}; ///< whom a name may have meant
    friend bool operator==(const SheetProblem& one, const SheetProblem& other) {
        return one.field == other.field && one.refusal == other.refusal;
    }
};
using SheetProblems = std::vector<SheetProblem>;

/// The parts that do not depend on a type.
class SheetFields {
  public:
    SheetFields(const Sheet& sheet, RecordNames& names, Language reader, SheetProblems& problems, std::string prefix)
        : sheet_(sheet), names_(names), reader_(reader), problems_(problems), prefix_(std::move(prefix)) {}

  protected:
    [[nodiscard]] std::string path_of(std::string_view name) const { return prefix_ + std::string(name); }
    void put_text(std::string_view name, const TextLimits& limits);
    void put_date(std::string_view name);
    void put_number(std::string_view name);
    void put_word(std::string_view name);
    void put_reference(std::string_view name, RecordKind kind);
    void put_references(std::string_view name, RecordKind kind);
    void put_ticked(std::string_view name);
    /// The id of the record that a field names; nothing, and a problem, when none is found.
    std::optional<std::string> reference(const std::string& field, RecordKind kind);

    const Sheet& sheet_;
    RecordNames& names_;
    Language reader_;
    SheetProblems& problems_;
    std::string prefix_;
    Tree tree_ = Tree::object();
};

class SheetReader : public SheetFields {
  public:
    using SheetFields::SheetFields;

    template <class T, class... Limits> void operator()(std::string_view name, T&, const Limits&...) {
        put(name, static_cast<T*>(nullptr));
    }
    template <class T, class... Limits> void operator()(std::string_view name, std::optional<T>&, const Limits&...) {
        put(name, static_cast<T*>(nullptr));
    }
    void operator()(std::string_view name, LocalizedText&, const TextLimits& limits) { put_text(name, limits); }
    void operator()(std::string_view name, FileContent&, FileKind) { put_word(name); }
    template <class T> void operator()(std::string_view name, std::vector<T>&, const ListLimits& = {}) {
        put_list(name, static_cast<T*>(nullptr));
    }

    [[nodiscard]] Tree take() { return std::move(tree_); }

  private:
    template <class T> void put(std::string_view name, T*) { put_word(name); }
    void put(std::string_view name, std::int64_t*) { put_number(name); }
    void put(std::string_view name, double*) { put_number(name); }
    void put(std::string_view name, PartialDate*) { put_date(name); }
    template <class T> void put(std::string_view name, Id<T>*) { put_reference(name, T::kind); }

    template <class T> void put_list(std::string_view name, Id<T>*) {
        if constexpr (is_ticked(T::kind)) {
            put_ticked(name);
        } else {
            put_references(name, T::kind);
        }
    }
    void put_list(std::string_view name, Language*) { put_ticked(name); }
    template <NestedRow T> void put_list(std::string_view name, T*) {
        const std::string path = path_of(name);
        const std::size_t count = sheet_.rows(path);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string row = row_name(path, i);
            SheetReader reader(sheet_, names_, reader_, problems_, row + ".");
            T value;
            describe(reader, value);
            Tree tree = reader.take();
            if (const auto id = sheet_.at(row + ".id"); !id.empty()) tree["id"] = std::string(id);
            tree_[std::string(name)].push_back(std::move(tree));
        }
    }
};

/// What the sheet says, and what cannot be understood of it. `reader` is the language in which it was filled in.
template <Record T> Tree tree_of(const Sheet& sheet, RecordNames& names, Language reader, SheetProblems& problems) {
    SheetReader visitor(sheet, names, reader, problems, {});
    T record;
    describe(visitor, record);
    return visitor.take();
}

} // namespace interregio::editing
