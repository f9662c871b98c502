#pragma once
// How a kind of record describes itself, once, for everybody: reading and writing exchange files, the JSON Schema, the
// journal and the tables of the store are all made from the description (docs/adr/0003-one-description-per-kind.md).
//
// Each kind of record is a struct with
//     static constexpr RecordKind kind;
//     Id<T> id;  std::string key;  SlugHistory slugs;  Visibility visible_to;   (the head, in no description)
// and each struct, also those nested in it, has a template
//     template <class Visitor> void describe(Visitor& visit, T& value) {
//         visit("name", value.name, StringLimits{});
//     }
// A visitor is called with the name of the field (exchange file and column), the member and, where wanted, limits. What
// a field is follows from the type of the member:
//     std::string, std::int64_t, double, PartialDate, Language, enum          a value, required
//     std::optional<of those>                                                 a value that may be absent
//     LocalizedText with TextLimits                                             a text in the texts store
//     Id<T> / std::optional<Id<T>> / std::vector<Id<T>>                         reference(s) to other records, by key
//     std::vector<Struct> where Struct has `Uuid id` and describe()             nested rows, in order
//     FileContent                                                               a file beside the record

#include "base/id.h"
#include "base/language.h"
#include "base/localized_text.h"
#include "base/partial_date.h"
#include "base/record_kind.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace interregio {

/// What a string may hold.
enum class StringForm {
    line,       ///< one line of text
    key,        ///< a-z, 0-9 and '-'
    url,        ///< absolute http or https address
    email,      ///< addr-spec of RFC 5322 without comments and quoted parts
    telephone,  ///< international form: '+', digits, spaces and hyphens (ITU-T E.123)
    country,    ///< ISO 3166-1 alpha-2, upper case
    time_of_day ///< HH:MM
};

struct StringLimits {
    StringForm form = StringForm::line;
    std::size_t max_length = 500; ///< in bytes of UTF-8
};

struct NumberLimits {
    double least = -1e15;
    double most = 1e15;
};

/// Of a required line that the file of the same record, described before it, may say itself (whom a picture is owed
/// to): where the exchange file leaves it out, it is read from there. What is stored always has it.
struct LineOrFromFile : StringLimits {};

enum class Markup { plain, commonmark };
enum class Presence { optional, required };

struct TextLimits {
    Presence presence = Presence::optional;
    Markup markup = Markup::plain; ///< plain is one paragraph without markup
    std::size_t max_length = 500;  ///< bytes; commonmark fields pass their own
};

struct ListLimits {
    std::size_t least = 0;
    std::size_t most = 500;
};

enum class FileKind { image, document };

/// A file that belongs to a record: its content by SHA-256 hash (64 hexadecimal digits) in the blob store.
struct FileContent {
    std::string name;       ///< file name without folder, as readers get it
    std::string hash;       ///< lower-case SHA-256 of the bytes
    std::string media_type; ///< as found in the bytes, never as claimed
    std::int64_t size = 0;  ///< bytes
    std::int64_t width = 0; ///< pixels; 0 for documents
    std::int64_t height = 0;

    friend bool operator==(const FileContent&, const FileContent&) = default;
};

/// The public addresses of a record: for each language the slugs it ever had, the current one last.
struct SlugHistory {
    std::map<Language, std::vector<std::string>> slugs;

    [[nodiscard]] std::string_view current(Language language) const {
        const auto found = slugs.find(language);
        return found == slugs.end() || found->second.empty() ? std::string_view{} : found->second.back();
    }
    friend bool operator==(const SlugHistory&, const SlugHistory&) = default;
};

/// Enums describe themselves by an ADL function: constexpr auto enum_names(E) -> std::array<std::string_view, N>, in
/// the order of the enumerators.
template <class T>
concept NamedEnum = std::is_enum_v<T> && requires(T value) { enum_names(value).size(); };

template <NamedEnum E> constexpr std::string_view name_of(E value) {
    constexpr auto names = enum_names(E{});
    return names[static_cast<std::size_t>(value)];
}

template <NamedEnum E> constexpr std::optional<E> enum_named(std::string_view name) {
    constexpr auto names = enum_names(E{});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

/// A struct that is a row of a list inside a record.
template <class T>
concept NestedRow = requires(T row) {
    { row.id } -> std::same_as<Uuid&>;
};

template <class T>
concept Record = requires(T record) {
    { T::kind } -> std::convertible_to<RecordKind>;
    { record.id } -> std::same_as<Id<T>&>;
    { record.key } -> std::same_as<std::string&>;
    { record.slugs } -> std::same_as<SlugHistory&>;
    { record.visible_to } -> std::same_as<Visibility&>;
};

} // namespace interregio
