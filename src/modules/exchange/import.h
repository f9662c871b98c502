#pragma once
// Importing and checking a record folder. All or nothing: any problem leaves the database untouched.

#include "modules/exchange/folder_reader.h"
#include "modules/record/record_changes.h"

namespace interregio {

/// What to do with stored records that the folder does not hold.
enum class Missing { keep, remove };

struct ImportOptions {
    std::string actor = "import"; ///< for the journal
    Missing missing = Missing::keep;
    std::vector<Language> spoken; ///< languages the program has an interface catalogue for
};

struct ImportCounts {
    std::size_t created = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
    std::size_t not_in_folder = 0; ///< stored records the folder does not hold, and that were kept
};

/// Brings the folder into the database, in one transaction. Importing the same folder again changes nothing; an edited
/// one changes what was edited, with journal entries.
[[nodiscard]] std::expected<ImportCounts, std::vector<Problem>>
import_folder(db::Database& database, const std::filesystem::path& path, const ImportOptions& options,
              const Clock& clock, const Progress& progress);

struct CheckCounts {
    std::size_t files = 0;
    std::size_t records = 0;
};

/// Reads and checks the folder by itself, as for an empty database, and writes nothing.
[[nodiscard]] std::expected<CheckCounts, std::vector<Problem>> check_folder(const std::filesystem::path& path,
                                                                            const std::vector<Language>& spoken,
                                                                            const Clock& clock,
                                                                            const Progress& progress);

} // namespace interregio
