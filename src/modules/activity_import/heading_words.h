#pragma once
// What headings of columns are called in German, Polish and English. Internal to the module. Pure and thread-safe.

#include "modules/activity_import/import_fields.h"

namespace interregio::activity_import {

struct HeadingMeaning {
    std::optional<ImportField> field{};
    std::optional<Language> language{}; ///< that the heading names: "Titel (Polnisch)", "Title PL"
    std::optional<OrganisationRole> role{};
    int clearness = 0; ///< 3: says exactly that, 2: a word for it, 1: begins with one
};

[[nodiscard]] HeadingMeaning meaning_of_heading(std::string_view heading, const std::vector<Language>& languages);

} // namespace interregio::activity_import
