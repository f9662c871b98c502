#pragma once
// A record as a sheet, as it stands in the form when it is opened. A visitor of its description.

#include "base/partial_date_words.h"
#include "modules/editing/record_names.h"
#include "modules/editing/sheet.h"
#include "modules/editing/typed_number.h"

namespace interregio::editing {

/// Kinds of which a record has few and refers to several: they are ticked, not typed.
[[nodiscard]] constexpr bool is_ticked(RecordKind kind) {
    return kind == RecordKind::field_of_action || kind == RecordKind::partnership;
}

class SheetWriter {
  public:
    SheetWriter(Sheet& sheet, RecordNames& names, Language reader, std::string prefix = {})
        : sheet_(sheet), names_(names), reader_(reader), prefix_(std::move(prefix)) {}

    template <class T, class... Limits> void operator()(std::string_view name, const T& value, const Limits&...) {
        write(prefix_ + std::string(name), value);
    }
    template <class T, class... Limits>
    void operator()(std::string_view name, const std::optional<T>& value, const Limits&...) {
        if (value) write(prefix_ + std::string(name), *value);
    }
    void operator()(std::string_view name, const LocalizedText& text, const TextLimits&);
    void operator()(std::string_view name, const FileContent& file, FileKind);
    template <class T> void operator()(std::string_view name, const std::vector<T>& list, const ListLimits& = {}) {
        const std::string path = prefix_ + std::string(name);
        for (std::size_t i = 0; i < list.size(); ++i) write_item(path, i, list[i]);
    }

  private:
    void write(std::string field, const std::string& value) { sheet_.set(std::move(field), value); }
    void write(std::string field, std::int64_t value) { sheet_.set(std::move(field), std::to_string(value)); }
    void write(std::string field, double value) { sheet_.set(std::move(field), typed_number(value, reader_)); }
    void write(std::string field, const PartialDate& date) {
        sheet_.set(std::move(field), in_words(date, reader_, DatePhrase::standalone));
    }
    void write(std::string field, const Language& language) {
        sheet_.set(std::move(field), std::string(language.tag()));
    }
    template <NamedEnum E> void write(std::string field, E value) {
        sheet_.set(std::move(field), std::string(name_of(value)));
    }
    template <class T> void write(const std::string& field, const Id<T>& id) {
        sheet_.set(field, names_.name(T::kind, id.uuid()));
        sheet_.set(field + ".id", id.text());
    }

    template <class T> void write_item(const std::string& path, std::size_t index, const Id<T>& id) {
        if constexpr (is_ticked(T::kind)) {
            sheet_.set(path + "." + id.text(), std::to_string(index));
        } else {
            write(row_name(path, index), id);
        }
    }
    void write_item(const std::string& path, std::size_t index, const Language& language) {
        sheet_.set(path + "." + std::string(language.tag()), std::to_string(index));
    }
    template <NestedRow T> void write_item(const std::string& path, std::size_t index, const T& row) {
        const std::string name = row_name(path, index);
        sheet_.set(name + ".id", row.id.nil() ? std::string() : row.id.text());
        SheetWriter writer(sheet_, names_, reader_, name + ".");
        describe(writer, const_cast<T&>(row)); // describe() takes what readers need; this visitor only reads
    }

    Sheet& sheet_;
    RecordNames& names_;
    Language reader_;
    std::string prefix_;
};

template <Record T> Sheet sheet_of(const T& record, RecordNames& names, Language reader) {
    Sheet sheet;
    SheetWriter writer(sheet, names, reader);
    describe(writer, const_cast<T&>(record)); // as above
    return sheet;
}

} // namespace interregio::editing
