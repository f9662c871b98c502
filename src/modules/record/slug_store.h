#pragma once
// The public addresses of records: which slug belongs to which record, in which language, now and earlier.
// All take a connection inside a transaction; writing needs the write transaction.

#include "modules/record/description.h"
#include "platform/db/database.h"

#include <expected>

namespace interregio {

[[nodiscard]] SlugHistory load_slugs(db::Connection& connection, std::string_view record_id);

/// The slugs a record is to have: those of `stored` and `given` (given ones win, the last of them is the current one),
/// and for each language of the site without a given one a slug made from the title, unless the current one still fits.
/// Refusal "refusal.slug.taken" {found, language} when a given slug belongs to another record of the kind.
[[nodiscard]] std::expected<SlugHistory, Refusal> next_slugs(db::Connection& connection, RecordKind kind,
                                                             std::string_view record_id, std::string_view key,
                                                             const SlugHistory& stored, const SlugHistory& given,
                                                             const LocalizedText* title,
                                                             const std::vector<Language>& site_languages);

/// Replaces the stored slugs of a record.
void replace_slugs(db::Connection& connection, RecordKind kind, std::string_view record_id, const SlugHistory& stored,
                   const SlugHistory& next);

} // namespace interregio
