#pragma once
// What the pages of an import of activities share: what they are made from, and how it is put into words.

#include "modules/activity_import/activity_imports.h"
#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// A table that was sent, and what its pages are for.
struct ImportStep {
    const Workspace& workspace;
    const Call& call;
    const activity_import::Upload& upload;
    const activity_import::ImportTable& table;
};

/// The steps above a page, the way back, and which step this is.
enum class ImportStage { file, columns, preview, done };
[[nodiscard]] html::Node import_lead(const Call& call, ImportStage stage, std::string_view words);

/// "Title (German)", "Organisations: host".
[[nodiscard]] std::string target_words(const View& view, const activity_import::Target& target);
/// The languages of the site, in the reader's words.
[[nodiscard]] std::vector<Choice> text_language_choices(const View& view);
/// "Column B (Place)"; without a heading "Column B".
[[nodiscard]] std::string column_words(const View& view, const activity_import::ImportTable& table, std::size_t column);
/// Why a row is not taken, for one line or for a cell of a file: each problem with its column; whom it looks like.
[[nodiscard]] std::string reasons_of(const Call& call, const activity_import::ImportTable& table,
                                     const activity_import::PreviewRow& row);
/// What a row looks like, in words.
[[nodiscard]] std::string like_words(const Call& call, const activity_import::LooksLike& like);

// ---- pages: values in, HTML out
[[nodiscard]] html::Node import_start_view(const Call& call, const std::vector<activity_import::Import>& imports,
                                           const FormErrors& errors);
[[nodiscard]] html::Node import_columns_view(const ImportStep& step, const FormErrors& errors);
[[nodiscard]] html::Node import_preview_view(const ImportStep& step, const activity_import::Preview& preview,
                                             const FormErrors& errors);

/// What an import made, and whether it can be undone.
struct ImportDone {
    const activity_import::Import& import;
    std::vector<activity_import::MadeRecord> records;
    std::vector<activity_import::Staying> staying;
    bool has_rest = false; ///< the file with the other rows can be fetched
};
[[nodiscard]] html::Node import_done_view(const Call& call, const ImportDone& done, const FormErrors& errors);

/// The rows that are not taken, with a column that says why, as a file for spreadsheet programs.
[[nodiscard]] std::string import_rest_file(const Call& call, const activity_import::ImportTable& table,
                                           const activity_import::Preview& preview, activity_import::Alike alike);

/// The name of a field of the form in which a column is matched.
[[nodiscard]] std::string column_field(std::size_t column);
inline constexpr std::string_view meaning_prefix = "meaning.";
/// The name of the field in which an unknown word is explained; `key` is that of ImportSettings::meanings.
[[nodiscard]] std::string meaning_field(std::string_view key);

} // namespace interregio::workspace::web
