#pragma once
// Migrations: the files of db/migrations, named NNNN_what.sql, applied in the order of their numbers, all that are
// missing in one transaction. They are append-only: one that was applied must not change any more.

#include "base/clock.h"
#include "base/embedded_file.h"
#include "base/refusal.h"
#include "platform/db/database.h"

#include <expected>
#include <span>
#include <string>
#include <vector>

namespace interregio::db {

/// Brings the database to the newest version this program knows; gives the names of what was applied. Refusals, which
/// leave the database as it is: "refusal.database.newer" {found, known}, "refusal.database.foreign" when the file has
/// tables but is none of ours, "refusal.database.changed_migration" {name}. Throws Error when SQL fails.
[[nodiscard]] std::expected<std::vector<std::string>, Refusal>
migrate(Database& database, std::span<const EmbeddedFile> migrations, const Clock& clock);

/// Whether the database is one of ours and at the newest version. Refusals as migrate(), and
/// "refusal.database.older" {found, known} when migrations are missing.
[[nodiscard]] std::expected<void, Refusal> check_version(Database& database, std::span<const EmbeddedFile> migrations);

} // namespace interregio::db
