#include "modules/editing/edit_reader.h"

#include "base/utf8.h"
#include "modules/record/records.h"
#include "modules/record/row_loader.h"

#include <algorithm>
#include <array>

namespace interregio::editing {
namespace {

/// What is said of a record file in the words of files, and the same for somebody with a form before them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> in_a_form{{
    {"refusal.list.length", "refusal.editing.too_few"},
    {"refusal.media.no_credit", "refusal.editing.no_credit"},
    {"refusal.rule.day_outside", "refusal.editing.day_outside"},
    {"refusal.rule.fact_exactness_without_number", "refusal.editing.exactness_without_number"},
    {"refusal.rule.fact_label_missing", "refusal.editing.label_missing"},
    {"refusal.rule.number_missing", "refusal.editing.number_missing"},
    {"refusal.rule.number_not_known", "refusal.editing.number_not_known"},
    {"refusal.text.languages_expected", "refusal.editing.empty"},
    {"refusal.tree.missing_field", "refusal.editing.empty"},
    {"refusal.tree.unknown_reference", "refusal.editing.reference_gone"},
    {"refusal.value.empty", "refusal.editing.empty"},
    {"refusal.value.number", "refusal.editing.number"},
}};

/// What can be the name of a file in a folder; the rest is not taken from a form.
bool is_file_name(std::string_view name) {
    constexpr std::size_t longest = 255;
    return !name.empty() && name.size() <= longest && name != "." && name != ".." &&
           name.find_first_of("/\\") == std::string_view::npos &&
           !has_control_characters(name, ControlCharacters::none);
}

} // namespace

std::optional<Uuid> EditReader::resolve(RecordKind kind, std::string_view id) {
    const auto uuid = Uuid::parse(id);
    return uuid && key_of_id(connection_, kind, *uuid) ? uuid : std::nullopt;
}

std::expected<FileContent, Refusal> EditReader::file(std::string_view path, FileKind kind) {
    const auto slash = path.find('/');
    FileContent file{.name = std::string(slash == std::string_view::npos ? path : path.substr(slash + 1)),
                     .hash = std::string(path.substr(0, slash))};
    if (!has_blob(connection_, file.hash)) return std::unexpected(Refusal{"refusal.value.empty", {}});
    load_file_facts(connection_, file);
    const bool is_image = file.media_type.starts_with("image/");
    if (!is_file_name(file.name) || is_image != (kind == FileKind::image))
        return std::unexpected(Refusal{"refusal.value.empty", {}});
    return file;
}

void EditReader::report(yaml::Mark, const std::string& path, Refusal refusal) {
    if (refusal.key != "refusal.tree.missing_field") return report(path, std::move(refusal));
    // Told of the row that lacks it; in a form it belongs to the field.
    const std::string field = refusal.arguments.front().second;
    report(path.empty() ? field : path + "." + field, std::move(refusal));
}

void EditReader::report(const std::string& path, Refusal refusal) {
    const bool told = std::ranges::any_of(problems_, [&](const SheetProblem& problem) {
        return problem.field == path || problem.field.starts_with(path + "[") || problem.field.starts_with(path + ".");
    });
    if (told) return;
    const auto found = std::ranges::find(in_a_form, refusal.key, &std::pair<std::string_view, std::string_view>::first);
    if (found != in_a_form.end()) refusal.key = found->second;
    problems_.push_back({path, std::move(refusal)});
}

} // namespace interregio::editing
