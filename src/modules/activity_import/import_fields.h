#pragma once
// What a column of a table can be in an activity, and what its heading lets guess. Values and pure functions.

#include "base/language.h"
#include "modules/activities/activity.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::activity_import {

enum class ImportField {
    title,
    summary,
    body,
    text_language, ///< in which language the texts of the row are that do not say
    date,
    first_day,
    last_day,
    kind,
    status,
    form,
    audience,
    fields,
    series,
    edition,
    places,
    organisations,
    participants,
    participants_planned,
    partnerships,
    sources,
};
constexpr auto enum_names(ImportField) {
    return std::array<std::string_view, 20>{
        "title",        "summary", "body",   "text_language", "date",         "first_day",
        "last_day",     "kind",    "status", "form",          "audience",     "fields",
        "series",       "edition", "places", "organisations", "participants", "participants_planned",
        "partnerships", "sources"};
}

/// A field, of texts in a language, of organisations in a role: "title.de", "organisations.host".
struct Target {
    ImportField field = ImportField::title;
    std::optional<Language> language{};     ///< none: the language of the row
    std::optional<OrganisationRole> role{}; ///< none: as the cell says

    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<Target> parse(std::string_view text);
    /// Whether several columns may go into it.
    [[nodiscard]] bool takes_several() const;
    friend bool operator==(const Target&, const Target&) = default;
};

/// All there are, in the order in which they are offered.
[[nodiscard]] std::vector<Target> all_targets(const std::vector<Language>& languages);

using Mapping = std::vector<std::optional<Target>>; ///< by column

/// What the columns are likely to be, by headings in any language of the program, without regard to case, accents and
/// punctuation. What takes one column is given to one at most: to the heading that says it most clearly, and to none
/// where two say it alike. `language` is the one of texts that do not say; `languages` are those of the site.
[[nodiscard]] Mapping guessed_mapping(const std::vector<std::string>& headings, const std::vector<Language>& languages,
                                      Language language);

/// What is wrong with a mapping as a whole.
struct MappingProblem {
    enum class Kind {
        no_title,
        no_date,
        twice,             ///< several columns for what takes one
        two_dates,         ///< a date, and days from and until besides
        last_without_first ///< until, without from
    } kind = Kind::no_title;
    std::optional<Target> target{};
    std::vector<std::size_t> columns{};
    friend bool operator==(const MappingProblem&, const MappingProblem&) = default;
};
/// `language` is the one of texts that do not say.
[[nodiscard]] std::vector<MappingProblem> problems_of(const Mapping& mapping, Language language);

} // namespace interregio::activity_import
