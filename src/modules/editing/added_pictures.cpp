#include "modules/editing/added_pictures.h"

namespace interregio::editing {
namespace {

/// Forms begin with the reader's language as that of the original; who writes in another one alone means that one.
void let_the_only_language_be_the_original(Sheet& sheet, const std::string& field) {
    const std::string prefix = field + ".";
    std::string only;
    std::size_t written = 0;
    for (const auto& [name, words] : sheet.fields()) {
        if (!name.starts_with(prefix) || without_margin(words).empty()) continue;
        const auto language = Language::parse(std::string_view(name).substr(prefix.size()));
        if (!language) continue;
        only = language->tag();
        ++written;
    }
    if (written == 1) sheet.set(prefix + "original", only);
}

SaveResult save_picture(EditContext& context, Sheet sheet, const std::optional<Scope>& draft_for) {
    for (const char* field : {"alt", "caption"}) let_the_only_language_be_the_original(sheet, field);
    return save_form(context, {.kind = RecordKind::image, .sheet = std::move(sheet), .draft_for = draft_for});
}

/// The activity as its form is, with the pictures behind those that are there.
SaveResult put_into_activity(EditContext& context, const AddedPictures& added, const std::vector<Uuid>& images) {
    RecordNames names(context.seen, context.reader);
    auto sheet = open_sheet(context.seen, names, context.reader, RecordKind::activity, *added.activity);
    if (!sheet) return std::unexpected(NotSaved{.refusal = Refusal{"refusal.editing.not_there", {}}});
    std::size_t row = sheet->rows("images");
    for (const Uuid& image : images) {
        const std::string reference = row_name("images", row++);
        sheet->set(reference, image.text()); // not empty, so that it counts; whom it means is chosen
        sheet->set(reference + ".id", "");
        sheet->set(reference + ".chosen", image.text());
    }
    return save_form(context, {.kind = RecordKind::activity,
                               .id = *added.activity,
                               .version = version_of(context.seen, *added.activity),
                               .sheet = std::move(*sheet)});
}

} // namespace

std::expected<std::vector<Uuid>, PicturesNotAdded> add_pictures(EditContext& context, const AddedPictures& added) {
    PicturesNotAdded trouble;
    std::vector<Uuid> images;
    for (std::size_t i = 0; i < added.pictures.size(); ++i) {
        const auto saved = save_picture(context, added.pictures[i], added.draft_for);
        if (saved) {
            images.push_back(saved->id);
            continue;
        }
        if (saved.error().refusal) trouble.refusal = saved.error().refusal;
        for (SheetProblem problem : saved.error().problems) {
            problem.field.insert(0, row_name("pictures", i) + ".");
            trouble.problems.push_back(std::move(problem));
        }
    }
    if (trouble.refusal || !trouble.problems.empty()) return std::unexpected(std::move(trouble));
    if (!added.activity) return images;
    const auto saved = put_into_activity(context, added, images);
    if (saved) return images;
    trouble.refusal = saved.error().refusal.value_or(Refusal{"refusal.pictures.activity", {}});
    return std::unexpected(std::move(trouble));
}

} // namespace interregio::editing
