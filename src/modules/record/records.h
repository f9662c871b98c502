#pragma once
// Finding records of any kind by id, key or public address. Saving is in record_changes.h.
// All take a connection inside a transaction and are as thread-safe as that. Defined for every kind in records.cpp.

#include "modules/record/description.h"
#include "modules/texts/texts.h"
#include "platform/db/database.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace interregio {

/// The record with all its rows, texts and slugs; nothing when there is none.
template <Record T> [[nodiscard]] std::optional<T> find(db::Connection& connection, Id<T> id);

/// The id of the record with that key.
[[nodiscard]] std::optional<Uuid> id_of_key(db::Connection& connection, RecordKind kind, std::string_view key);
/// The key of the record with that id.
[[nodiscard]] std::optional<std::string> key_of_id(db::Connection& connection, RecordKind kind, const Uuid& id);
template <Record T> [[nodiscard]] std::optional<Id<T>> id_of_key(db::Connection& connection, std::string_view key) {
    const auto id = id_of_key(connection, T::kind, key);
    return id ? std::optional(Id<T>(*id)) : std::nullopt;
}

/// Calls for each record of a kind, in no order.
void for_each_key(db::Connection& connection, RecordKind kind,
                  const std::function<void(const Uuid& id, std::string_view key)>& action);

/// Ids of all records of a kind, by key.
template <Record T> [[nodiscard]] std::vector<Id<T>> all_ids(db::Connection& connection);

/// Where a slug leads: the record, and the slug it has now (differs when the address is an old one).
struct Address {
    Uuid id;
    std::string current_slug;
};
[[nodiscard]] std::optional<Address> find_address(db::Connection& connection, RecordKind kind, Language language,
                                                  std::string_view slug);

/// The current slugs of all records of a kind that have one in a language, in one query.
[[nodiscard]] std::unordered_map<Uuid, std::string> current_slugs(db::Connection& connection, RecordKind kind,
                                                                  Language language);

/// The current slug of a record in a language; empty when it has none.
[[nodiscard]] std::string current_slug(db::Connection& connection, const Uuid& id, Language language);

/// The slugs of a record in all languages, without loading the rest: for links and lists (as find_text() of texts.h).
[[nodiscard]] SlugHistory find_slugs(db::Connection& connection, const Uuid& id);

/// Whether there is a file with that hash.
[[nodiscard]] bool has_blob(db::Connection& connection, std::string_view hash);
/// The bytes of a file by its hash; nothing when there is none.
[[nodiscard]] std::optional<std::string> find_blob(db::Connection& connection, std::string_view hash);

} // namespace interregio
