#pragma once
// What a record says, field by field, in words: for the page about it and for its history.

#include "modules/editing/enum_words.h"
#include "modules/editing/record_names.h"
#include "platform/locale/catalogue.h"

#include <optional>
#include <string>
#include <vector>

namespace interregio::editing {

/// One field that says something.
struct FieldLine {
    std::string place; ///< the same for the same field of the same row: "participants/<id>/label/pl"
    std::string key;   ///< of its label without "field.": "activity.participants.label"
    std::string row; ///< of a row its list, as the key of a label: "activity.participants"; empty for the record itself
    std::size_t number = 0;                                 ///< which row, from 1
    std::optional<Language> language{};                     ///< of a text
    enum class Holds { words, prose } holds = Holds::words; ///< prose is CommonMark
    std::string words;
    friend bool operator==(const FieldLine&, const FieldLine&) = default;
};

class RecordWords {
  public:
    RecordWords(std::vector<FieldLine>& lines, RecordNames& names, const Catalogue& catalogue, std::string key)
        : lines_(lines), names_(names), catalogue_(catalogue), key_(std::move(key)) {}

    template <class T, class... Limits> void operator()(std::string_view name, const T& value, const Limits&...) {
        add(name, words(value));
    }
    template <class T, class... Limits>
    void operator()(std::string_view name, const std::optional<T>& value, const Limits&...) {
        if (value) add(name, words(*value));
    }
    void operator()(std::string_view name, const std::string& value, const StringLimits& limits) {
        add(name, line(value, limits));
    }
    void operator()(std::string_view name, const std::optional<std::string>& value, const StringLimits& limits) {
        if (value) add(name, line(*value, limits));
    }
    void operator()(std::string_view name, const LocalizedText& text, const TextLimits& limits);
    void operator()(std::string_view name, const FileContent& file, FileKind) { add(name, file.name); }
    template <class T> void operator()(std::string_view name, const std::vector<T>& list, const ListLimits& = {}) {
        if constexpr (NestedRow<T>) {
            add_rows(name, list);
        } else {
            std::string all;
            for (const T& item : list) all.append(all.empty() ? "" : "; ").append(words(item));
            if (!all.empty()) add(name, std::move(all));
        }
    }

  private:
    void add(std::string_view name, std::string words);
    [[nodiscard]] std::string line(const std::string& value, const StringLimits& limits) const;
    [[nodiscard]] std::string words(const std::string& value) const { return value; }
    [[nodiscard]] std::string words(std::int64_t value) const;
    [[nodiscard]] std::string words(double value) const;
    [[nodiscard]] std::string words(const PartialDate& date) const;
    [[nodiscard]] std::string words(const Language& language) const { return catalogue_.language_name(language); }
    template <NamedEnum E> [[nodiscard]] std::string words(E value) const {
        return catalogue_.text(std::string(words_of(value)) + std::string(name_of(value)));
    }
    template <class T> [[nodiscard]] std::string words(const Id<T>& id) const { return name(T::kind, id.uuid()); }
    [[nodiscard]] std::string name(RecordKind kind, const Uuid& id) const;

    template <NestedRow T> void add_rows(std::string_view name, const std::vector<T>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string key = key_ + "." + std::string(name);
            RecordWords row(lines_, names_, catalogue_, key);
            row.place_ = place_ + std::string(name) + "/" + list[i].id.text() + "/";
            row.row_ = key;
            row.number_ = i + 1;
            describe(row, const_cast<T&>(list[i])); // this visitor only reads
        }
    }

    std::vector<FieldLine>& lines_;
    RecordNames& names_;
    const Catalogue& catalogue_;
    std::string key_;
    std::string place_;
    std::string row_;
    std::size_t number_ = 0;
};

template <Record T>
[[nodiscard]] std::vector<FieldLine> lines_of(const T& record, RecordNames& names, const Catalogue& catalogue) {
    std::vector<FieldLine> lines;
    RecordWords visitor(lines, names, catalogue, std::string(name_of(T::kind)));
    describe(visitor, const_cast<T&>(record)); // as above
    return lines;
}

} // namespace interregio::editing
