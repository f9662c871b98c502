#pragma once
// What is published of each kind of record as open data, once, for everybody: the JSON, its schema in the OpenAPI
// document, the JSON-LD context and the page about the interface are all made from it
// (docs/adr/0018-open-data-from-one-description.md). Unlike describe(), which names everything a record holds, this is
// a choice: a new field of a record is public only when it is named here.
//
// For each kind there is
//     template <class Visitor> void publish(Visitor& visit, const T& record) {
//         visit.type("Event", {"Event", "Festival"});           the type it has, and those that its kind can have
//         visit(schema_org("name"), record.title, Presence::required);
//         visit(own("kind"), record.activity_kind);
//     }
// and the same for the rows in it. Visitors are called with the term and the value; what the property is follows from
// the type of the value, never from the value itself:
//     std::string, bool, std::int64_t, double, PartialDate, Language, enum, WebAddress, SitePath, Words, Id<T>
//     std::optional<of those>      a property that may be absent
//     LocalizedText                a text in all its languages; absent when empty
//     std::vector<T>               a list, always there, perhaps empty
//     a struct with publish()      an object

#include "modules/open_data/term.h"
#include "modules/record/description.h"

#include <initializer_list>

namespace interregio::open_data {

/// An address anywhere, as somebody wrote it.
struct WebAddress {
    std::string url;
};
inline std::optional<WebAddress> web_address(const std::optional<std::string>& url) {
    return url ? std::optional(WebAddress{*url}) : std::nullopt;
}

/// An address on this site, beginning with a slash.
struct SitePath {
    std::string path;
};

/// A value of an enum in the words of each language of the site: the message `prefix` + `name`.
struct Words {
    std::string prefix;
    std::string name;
};
template <NamedEnum E> Words words(std::string_view prefix, E value) {
    return {std::string(prefix), std::string(name_of(value))};
}
template <NamedEnum E> std::optional<Words> words(std::string_view prefix, const std::optional<E>& value) {
    return value ? std::optional(words(prefix, *value)) : std::nullopt;
}

/// The name of a person, which is in no language of the site.
struct PersonalName {
    std::string name;
    std::optional<Language> language; ///< in which it is spoken
};

/// What schema.org calls a kind of record, where all of the kind are the same; "" where it depends on the record.
[[nodiscard]] std::string_view type_name(RecordKind kind);

} // namespace interregio::open_data
