// The first pages of an import: choosing a file, and saying what its columns are. Declared in activity_import_parts.h.
#include "modules/editing/rights.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/activity_import_parts.h"
#include "modules/workspace/web/record_fields.h"
#include "modules/workspace/web/record_parts.h"

namespace interregio::workspace::web {

using namespace html;
using namespace activity_import;

namespace {

Node table_field(const View& view, const FormErrors& errors) {
    const std::string hint =
        view.text("activity_import.file.hint", {{"size", std::to_string(most_file_bytes >> 20U)},
                                                {"rows", view.words.number(static_cast<double>(most_rows))}});
    return file_field(view,
                      {.name = "file",
                       .label = view.text("activity_import.file"),
                       .hint = hint,
                       .accept = ".csv,.txt,.tsv,.xlsx",
                       .need = Field::Need::required},
                      errors);
}

Node import_row(const Call& call, const Import& import) {
    const View& view = call.view;
    const auto cell = [](const auto&... contents) { return td(cls("kern-table__cell"), contents...); };
    return tr(cls("kern-table__row"),
              th(cls("kern-table__cell"), html::scope("row"),
                 a(href(Url::path(call.paths.activity_import(import.id.text()))), import.file_name)),
              cell(moment(view, import.imported_at)), cell(accounts::name_of_account(call.connection, import.account)),
              cell(view.words.count("activities_table.count", import.made)),
              cell(import.undone_at ? view.text("activity_import.is_undone") : std::string()));
}

Node import_list(const Call& call, const std::vector<Import>& imports) {
    if (imports.empty()) return {};
    const View& view = call.view;
    const std::string heading = view.text("activity_import.earlier");
    return part(heading,
                scrolled_table(view, heading,
                               {"activity_import.head.file", "activity_import.head.when", "activity_import.head.who",
                                "activity_import.head.made", "activity_import.head.state"},
                               each(imports, [&](const Import& import) { return import_row(call, import); }),
                               "import-table"));
}

/// The first values of a column.
Node samples(const ImportStep& step, std::size_t column) {
    constexpr std::size_t most = 3;
    constexpr std::size_t longest = 80;
    std::vector<std::string> values;
    for (const ImportRow& row : step.table.rows) {
        if (values.size() == most) break;
        if (!row.cells[column].empty()) values.push_back(row.cells[column]);
    }
    if (values.empty()) return p(cls("kern-hint"), step.call.view.text("activity_import.column_empty"));
    return ul(cls("import-samples"), each(values, [&](const std::string& value) { return li(cut(value, longest)); }));
}

std::vector<Choice> target_choices(const View& view) {
    std::vector<Choice> choices{{"", view.text("activity_import.not_taken")}};
    for (const Target& target : all_targets(view.site.languages))
        choices.push_back({target.text(), target_words(view, target)});
    return choices;
}

Node column_choices(const ImportStep& step, const FormErrors& errors) {
    const View& view = step.call.view;
    const std::vector<Choice> choices = target_choices(view);
    const Mapping& mapping = *step.upload.settings.mapping;
    std::vector<Node> items;
    for (std::size_t column = 0; column < step.table.headings.size(); ++column) {
        const auto& target = column < mapping.size() ? mapping[column] : std::nullopt;
        items.push_back(li(cls("import-column"),
                           select_field(view, column_field(column), column_words(view, step.table, column), choices,
                                        target ? target->text() : std::string(), errors),
                           samples(step, column)));
    }
    return ol(cls("import-columns"), items);
}

Node file_choices(const ImportStep& step, const FormErrors& errors) {
    const View& view = step.call.view;
    const ImportTable& table = step.table;
    std::vector<Choice> sheets;
    for (std::size_t i = 0; i < table.sheets.size(); ++i) sheets.push_back({std::to_string(i), table.sheets[i]});
    const auto choice = [&](OtherwiseEncoded encoding, std::string_view key) {
        return Choice{std::string(encoding_name(encoding)), view.text(key)};
    };
    const std::vector<Choice> encodings{choice(OtherwiseEncoded::windows_1252, "activity_import.encoding.1252"),
                                        choice(OtherwiseEncoded::windows_1250, "activity_import.encoding.1250")};
    return div(cls("form__row"),
               when(sheets.size() > 1,
                    [&] {
                        return select_field(view, "sheet", view.text("activity_import.sheet"), sheets,
                                            std::to_string(table.sheet), errors);
                    }),
               when(!table.is_unicode,
                    [&] {
                        return select_field(view, "encoding", view.text("activity_import.encoding"), encodings,
                                            encoding_name(table.encoding), errors,
                                            view.text("activity_import.encoding.hint"));
                    }),
               input_field(view,
                           {.name = "heading_row",
                            .label = view.text("activity_import.heading_row"),
                            .value = std::to_string(table.heading_row)},
                           errors));
}

Node otherwise_choices(const ImportStep& step, const FormErrors& errors) {
    const Call& call = step.call;
    const View& view = call.view;
    const ImportSettings& settings = step.upload.settings;
    std::vector<Choice> partnerships;
    editing::RecordNames names(call.connection, view.language());
    for (const auto& record : names.all(RecordKind::partnership))
        partnerships.push_back({record.id.text(), record.name});
    return div(cls("form__row"),
               select_field(view, "language", view.text("activity_import.text_language"), text_language_choices(view),
                            settings.language.tag(), errors),
               select_field(view, "kind", view.text("field.activity.kind"),
                            enum_choices<ActivityKind>(view, editing::words_of(ActivityKind{})), name_of(settings.kind),
                            errors),
               select_field(view, "status", view.text("field.activity.status"),
                            enum_choices<ActivityStatus>(view, editing::words_of(ActivityStatus{})),
                            name_of(settings.status), errors),
               select_field(view, "form", view.text("field.activity.form"),
                            enum_choices<Form>(view, editing::words_of(Form{})), name_of(settings.form), errors),
               select_field(view, "partnership", view.text("activity_import.partnership"), partnerships,
                            settings.partnership ? settings.partnership->text() : std::string(), errors));
}

} // namespace

Node import_start_view(const Call& call, const std::vector<Import>& imports, const FormErrors& errors) {
    const View& view = call.view;
    return page_with_heading(
        view.text("activity_import.heading"), import_lead(call, ImportStage::file, view.text("activity_import.lead")),
        group(error_summary(view, errors),
              form(cls("record-form form"), method("post"), action(Url::path(call.paths.activity_imports())),
                   attribute<"enctype">("multipart/form-data"), attribute<"novalidate">(""),
                   hidden_field("form_token", call.form_token), table_field(view, errors),
                   do_button("send", view.text("activity_import.send"), Weight::primary)),
              import_list(call, imports)));
}

Node import_columns_view(const ImportStep& step, const FormErrors& errors) {
    const Call& call = step.call;
    const View& view = call.view;
    const std::string path = call.paths.activity_import(step.upload.id.text());
    return page_with_heading(
        view.text("activity_import.columns"),
        import_lead(call, ImportStage::columns,
                    view.text("activity_import.columns.lead", {{"file", step.upload.file_name}})),
        group(error_summary(view, errors),
              form(cls("record-form import-form"), method("post"), action(Url::path(path)),
                   hidden_field("form_token", call.form_token),
                   // Enter in a field goes on; the other buttons are for those who press them.
                   div(attribute<"hidden">(""),
                       do_button("preview", view.text("activity_import.to_preview"), Weight::primary)),
                   part(view.text("activity_import.reading"),
                        group(p(view.words.count("activity_import.rows",
                                                 static_cast<std::int64_t>(step.table.rows.size()))),
                              file_choices(step, errors),
                              do_button("file", view.text("activity_import.read_again"), Weight::secondary))),
                   part(view.text("activity_import.columns"), column_choices(step, errors)),
                   part(view.text("activity_import.otherwise"),
                        group(p(view.text("activity_import.otherwise.lead")), otherwise_choices(step, errors))),
                   part(view.text("activity_import.drafts"),
                        draft_scope_field(call, editing::scopes_for_drafts(call.connection, call.by().actor),
                                          step.upload.settings.draft_for, view.text("editor.draft_for"),
                                          view.text("activity_import.draft_for.hint"))),
                   div(cls("form-end"), do_button("preview", view.text("activity_import.to_preview"), Weight::primary),
                       do_button("discard", view.text("activity_import.discard"), Weight::tertiary)))));
}

} // namespace interregio::workspace::web
