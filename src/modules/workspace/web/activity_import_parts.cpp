#include "modules/workspace/web/activity_import_parts.h"

#include "modules/workspace/web/record_parts.h"
#include "platform/spreadsheet/xlsx_writer.h"

namespace interregio::workspace::web {

using namespace html;
using namespace activity_import;

namespace {

void append_reason(std::string& reasons, const std::string& reason) {
    if (!reasons.empty()) reasons += "\n";
    reasons += reason;
}

} // namespace

Node import_lead(const Call& call, ImportStage stage, std::string_view words) {
    const View& view = call.view;
    const Node trail = crumbs(call, RecordKind::activity);
    if (stage == ImportStage::file || stage == ImportStage::done) return group(trail, p(words));
    const std::string number = stage == ImportStage::columns ? "2" : "3";
    return group(trail, p(cls("kern-hint"), view.text("activity_import.step", {{"number", number}})), p(words));
}

std::string target_words(const View& view, const Target& target) {
    std::string field = view.named(target.field, "activity_import.field.");
    if (target.language) return field + " (" + view.words.language_name(*target.language) + ")";
    if (target.role) return field + ": " + view.named(*target.role, "organisation.role.");
    return field;
}

std::vector<Choice> text_language_choices(const View& view) {
    std::vector<Choice> choices;
    for (const Language language : view.site.languages)
        choices.push_back({std::string(language.tag()), view.words.language_name(language)});
    return choices;
}

std::string column_words(const View& view, const ImportTable& table, std::size_t column) {
    constexpr std::size_t longest_heading = 200;
    const std::string heading = cut(table.headings[column], longest_heading);
    const std::string letters = column_letters(column);
    return heading.empty() ? view.text("activity_import.column", {{"letters", letters}})
                           : view.text("activity_import.column_called", {{"letters", letters}, {"heading", heading}});
}

std::string like_words(const Call& call, const LooksLike& like) {
    const View& view = call.view;
    if (!like.activity) return view.text("activity_import.like_row", {{"row", std::to_string(like.row)}});
    editing::RecordNames names(call.connection, view.language());
    const auto title = names.title(RecordKind::activity, *like.activity);
    return view.text("activity_import.like", {{"name", title ? title->name : std::string()}});
}

std::string reasons_of(const Call& call, const ImportTable& table, const PreviewRow& row) {
    std::string reasons;
    for (const CellProblem& problem : row.read.problems) {
        const std::string words = call.view.words.text(problem.refusal);
        append_reason(reasons, problem.column ? column_words(call.view, table, *problem.column) + ": " + words : words);
    }
    if (row.like) append_reason(reasons, like_words(call, *row.like));
    return reasons;
}

std::string import_rest_file(const Call& call, const ImportTable& table, const Preview& preview, Alike alike) {
    spreadsheet::Sheet sheet{call.view.text("activity_import.rest"), table.headings, {}};
    sheet.header.push_back(call.view.text("activity_import.why"));
    for (std::size_t i = 0; i < preview.rows.size(); ++i) {
        const PreviewRow& row = preview.rows[i];
        if (row.is_taken(alike)) continue;
        spreadsheet::Row& cells = sheet.table.rows.emplace_back();
        for (const std::string& cell : table.rows[i].cells) cells.emplace_back(cell);
        cells.emplace_back(reasons_of(call, table, row));
    }
    return spreadsheet::write_xlsx(sheet);
}

std::string column_field(std::size_t column) { return "column." + std::to_string(column); }

std::string meaning_field(std::string_view key) { return std::string(meaning_prefix) + std::string(key); }

} // namespace interregio::workspace::web
