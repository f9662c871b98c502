#pragma once
// The kinds of things in the record, and the names under which they are stored and exchanged.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace interregio {

enum class RecordKind {
    site,
    place,
    source,
    organisation,
    person,
    image,
    document,
    field_of_action,
    partnership,
    series,
    agreement,
    activity,
};

/// All kinds, in an order in which each refers mostly to earlier ones.
inline constexpr std::array all_record_kinds{
    RecordKind::site,        RecordKind::place,  RecordKind::source,    RecordKind::organisation,
    RecordKind::person,      RecordKind::image,  RecordKind::document,  RecordKind::field_of_action,
    RecordKind::partnership, RecordKind::series, RecordKind::agreement, RecordKind::activity,
};

/// "activity": in the journal and in messages.
constexpr std::string_view name_of(RecordKind kind) {
    constexpr std::array<std::string_view, 12> names{"site",        "place",  "source",    "organisation",
                                                     "person",      "image",  "document",  "field_of_action",
                                                     "partnership", "series", "agreement", "activity"};
    return names[static_cast<std::size_t>(kind)];
}

/// "activities": the table and the key in exchange files.
constexpr std::string_view plural_of(RecordKind kind) {
    constexpr std::array<std::string_view, 12> names{"sites",        "places", "sources",    "organisations",
                                                     "people",       "images", "documents",  "fields_of_action",
                                                     "partnerships", "series", "agreements", "activities"};
    return names[static_cast<std::size_t>(kind)];
}

constexpr std::optional<RecordKind> record_kind_named(std::string_view name) {
    for (const RecordKind kind : all_record_kinds)
        if (name_of(kind) == name) return kind;
    return std::nullopt;
}

} // namespace interregio
