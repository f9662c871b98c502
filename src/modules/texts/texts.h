#pragma once
// The one store for all human language: every text of the record, by owner (a record or a row in it), field and
// language, with its earlier revisions. What a text is and when a translation is behind: base/localized_text.h.

#include "base/id.h"
#include "base/localized_text.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace interregio {

/// The texts of one record, by text_key().
using TextsByOwner = std::unordered_map<std::string, LocalizedText>;
[[nodiscard]] std::string text_key(std::string_view owner_id, std::string_view field);

/// All texts of a record and of the rows in it, with their earlier revisions.
[[nodiscard]] TextsByOwner load_texts(db::Connection& connection, std::string_view record_id);
/// One text of a record or of a row in it, without its earlier revisions; empty when there is none.
[[nodiscard]] LocalizedText find_text(db::Connection& connection, const Uuid& owner, std::string_view field);
/// The same of every record of a kind, in one query: for lists of most of them.
[[nodiscard]] std::unordered_map<Uuid, LocalizedText> find_texts(db::Connection& connection, RecordKind kind,
                                                                 std::string_view field);

/// Removes all texts of a record, before they are written anew.
void remove_texts(db::Connection& connection, std::string_view record_id);
/// Adds a text with its earlier revisions. There must be none yet for that owner and field.
void add_text(db::Connection& connection, std::string_view record_id, std::string_view owner_id, std::string_view field,
              const LocalizedText& text);

} // namespace interregio
