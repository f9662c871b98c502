#pragma once
// Exporting the record as a folder that import_folder() reads: the same ids, texts, revisions and bytes.

#include "base/refusal.h"
#include "modules/exchange/folder_reader.h"
#include "platform/db/database.h"

namespace interregio {

struct ExportCounts {
    std::size_t files = 0;
    std::size_t records = 0;
};

/// Writes the folder `path`, which must not exist or be empty; it appears complete or not at all. Refusals
/// "refusal.export.not_empty" {found}, "refusal.export.cannot_write" {found, reason}.
[[nodiscard]] std::expected<ExportCounts, Refusal>
export_folder(db::Connection& connection, const std::filesystem::path& path, const Progress& progress);

} // namespace interregio
