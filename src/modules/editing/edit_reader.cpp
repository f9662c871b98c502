#include "modules/editing/edit_reader.h"

#include "modules/record/records.h"
#include "modules/record/row_loader.h"

#include <algorithm>

namespace interregio::editing {

std::optional<Uuid> EditReader::resolve(RecordKind kind, std::string_view id) {
    const auto uuid = Uuid::parse(id);
    return uuid && key_of_id(connection_, kind, *uuid) ? uuid : std::nullopt;
}

std::expected<FileContent, Refusal> EditReader::file(std::string_view path, FileKind) {
    const auto slash = path.find('/');
    FileContent file{.name = std::string(slash == std::string_view::npos ? path : path.substr(slash + 1)),
                     .hash = std::string(path.substr(0, slash))};
    load_file_facts(connection_, file);
    return file;
}

void EditReader::report(yaml::Mark, const std::string& path, Refusal refusal) {
    if (refusal.key != "refusal.tree.missing_field") return report(path, std::move(refusal));
    // Told of the row that lacks it; in a form it belongs to the field.
    const std::string field = refusal.arguments.front().second;
    report(path.empty() ? field : path + "." + field, {"refusal.value.empty", {}});
}

void EditReader::report(const std::string& path, Refusal refusal) {
    const bool told = std::ranges::any_of(problems_, [&](const SheetProblem& problem) {
        return problem.field == path || problem.field.starts_with(path + "[") || problem.field.starts_with(path + ".");
    });
    if (!told) problems_.push_back({path, std::move(refusal)});
}

} // namespace interregio::editing
