// What an import would make, before it does. Declared in activity_import_parts.h.
#include "modules/editing/enum_words.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/activity_import_parts.h"
#include "modules/workspace/web/record_fields.h"
#include "modules/workspace/web/record_parts.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using namespace activity_import;

namespace {

constexpr std::size_t most_shown_rows = 10;
constexpr std::size_t most_shown_problems = 200;
constexpr std::size_t most_offered_names = 300;

std::int64_t counted(std::size_t number) { return static_cast<std::int64_t>(number); }

Node preview_counts(const View& view, const Preview& preview) {
    return ul(cls("import-counts"), li(view.words.count("activity_import.count.taken", counted(preview.taken))),
              when(preview.wrong > 0,
                   [&] { return li(view.words.count("activity_import.count.wrong", counted(preview.wrong))); }),
              when(preview.alike > 0,
                   [&] { return li(view.words.count("activity_import.count.alike", counted(preview.alike))); }));
}

// ---- words that nobody is called

std::vector<Choice> values_of(const View& view, ImportField field) {
    switch (field) {
    case ImportField::kind:
        return enum_choices<ActivityKind>(view, editing::words_of(ActivityKind{}));
    case ImportField::status:
        return enum_choices<ActivityStatus>(view, editing::words_of(ActivityStatus{}));
    case ImportField::form:
        return enum_choices<Form>(view, editing::words_of(Form{}));
    case ImportField::audience:
        return enum_choices<Audience>(view, editing::words_of(Audience{}));
    case ImportField::text_language:
        return text_language_choices(view);
    default:
        return {};
    }
}

/// The most likely first, then all in order.
void offer_names(const View& view, const UnknownWord& word, editing::RecordNames& names, std::vector<Choice>& choices) {
    for (const auto& record : word.like) choices.push_back({record.id.text(), record.name});
    std::vector<Choice> others;
    for (const auto& record : names.all(std::get<RecordKind>(word.kind)))
        if (std::ranges::find(choices, record.id.text(), &Choice::value) == choices.end())
            others.push_back({record.id.text(), record.name});
    if (others.size() > most_offered_names) return;
    std::ranges::sort(others, [&](const Choice& one, const Choice& other) {
        return view.words.sorts_before(one.words, other.words);
    });
    choices.insert(choices.end(), others.begin(), others.end());
}

std::string label_of_word(const View& view, const UnknownWord& word) {
    const auto* kind = std::get_if<RecordKind>(&word.kind);
    const std::string what = kind != nullptr ? kind_word(view, *kind)
                                             : view.named(std::get<ImportField>(word.kind), "activity_import.field.");
    return view.text("activity_import.word", {{"what", what}, {"word", cut(word.word, 80)}});
}

Node word_choice(const ImportStep& step, const std::string& key, const UnknownWord& word, editing::RecordNames& names,
                 const FormErrors& errors) {
    const View& view = step.call.view;
    std::vector<Choice> choices{{"", view.text("activity_import.word.open")},
                                {std::string(left_out), view.text("activity_import.word.left_out")}};
    if (std::holds_alternative<RecordKind>(word.kind))
        offer_names(view, word, names, choices);
    else
        std::ranges::copy(values_of(view, std::get<ImportField>(word.kind)), std::back_inserter(choices));
    return li(cls("import-column"),
              select_field(view, meaning_field(key), label_of_word(view, word), choices, "", errors,
                           view.words.count("activity_import.word.cells", counted(word.rows))));
}

Node word_choices(const ImportStep& step, const Preview& preview, const FormErrors& errors) {
    if (preview.unknown.empty()) return {};
    const View& view = step.call.view;
    editing::RecordNames names(step.call.connection, view.language());
    std::vector<Node> items;
    for (const auto& [key, word] : preview.unknown) items.push_back(word_choice(step, key, word, names, errors));
    return part(view.text("activity_import.words"),
                group(p(view.text("activity_import.words.lead")), ol(cls("import-columns"), items)));
}

Node chosen_words(const ImportStep& step) {
    const auto& meanings = step.upload.settings.meanings;
    if (meanings.empty()) return {};
    const View& view = step.call.view;
    return p(view.words.count("activity_import.words.said", counted(meanings.size())), " ",
             do_button("forget", view.text("activity_import.words.forget"), Weight::tertiary));
}

// ---- rows

Node alike_choice(const ImportStep& step, const Preview& preview) {
    if (preview.alike == 0) return {};
    const Call& call = step.call;
    const View& view = call.view;
    std::vector<Node> items;
    for (const PreviewRow& row : preview.rows) {
        if (!row.like || items.size() == most_shown_problems) continue;
        items.push_back(li(view.text("activity_import.row", {{"row", std::to_string(row.read.number)}}), ": ",
                           like_words(call, *row.like)));
    }
    const Ticked ticked = step.upload.settings.alike == Alike::take ? Ticked::yes : Ticked::no;
    return part(view.text("activity_import.alike"),
                group(p(view.text("activity_import.alike.lead")), ul(items), hidden_field("has_alike", "yes"),
                      check_box("alike", view.text("activity_import.alike.take"), ticked)));
}

Node problem_row(const ImportStep& step, std::size_t number, const CellProblem& problem) {
    const View& view = step.call.view;
    const auto cell = [](const auto&... contents) { return td(cls("kern-table__cell"), contents...); };
    return tr(cls("kern-table__row"), th(cls("kern-table__cell"), html::scope("row"), std::to_string(number)),
              cell(problem.column ? column_words(view, step.table, *problem.column) : std::string()),
              cell(problem.value), cell(view.words.text(problem.refusal)));
}

Node problem_table(const ImportStep& step, const Preview& preview) {
    if (preview.wrong == 0) return {};
    const Call& call = step.call;
    const View& view = call.view;
    std::vector<Node> rows;
    std::size_t all = 0;
    for (const PreviewRow& row : preview.rows)
        for (const CellProblem& problem : row.read.problems)
            if (++all <= most_shown_problems) rows.push_back(problem_row(step, row.read.number, problem));
    const std::string heading = view.text("activity_import.problems");
    return part(heading, group(p(view.text("activity_import.problems.lead")),
                               scrolled_table(view, heading,
                                              {"activity_import.head.row", "activity_import.head.column",
                                               "activity_import.head.value", "activity_import.head.problem"},
                                              group(rows), "import-table"),
                               when(all > most_shown_problems, [&] {
                                   return p(view.words.count("activity_import.problems.more",
                                                             counted(all - most_shown_problems)));
                               })));
}

Node rest_link(const ImportStep& step, const Preview& preview) {
    if (preview.taken == preview.rows.size()) return {};
    const View& view = step.call.view;
    return p(a(cls("kern-btn kern-btn--tertiary"),
               href(Url::path(step.call.paths.activity_import_rest(step.upload.id.text()))),
               span(cls("kern-label"), view.text("activity_import.rest.link"))));
}

/// A row as the activity it will be.
Node coming_activity(const ImportStep& step, const PreviewRow& row, editing::RecordNames& names) {
    const View& view = step.call.view;
    const Activity& activity = *row.read.activity;
    const TextVersion* title = activity.title.for_reader(view.language());
    const auto lines = editing::lines_of(activity, names, view.words);
    return li(cls("import-activity"),
              details(summary(view.text("activity_import.row", {{"row", std::to_string(row.read.number)}}), ": ",
                              when(title != nullptr,
                                   [&] { return strong(portal::web::lang_of(view, title->language), title->body); }),
                              " · ", in_words(activity.date, view.language(), DatePhrase::standalone)),
                      dl(cls("kern-description-list record-details"), each(lines, [&](const editing::FieldLine& line) {
                             const auto language = line.language ? std::optional(lang(*line.language)) : std::nullopt;
                             return div(cls("kern-description-list-item"),
                                        dt(cls("kern-description-list-item__key"), line_label(view, line)),
                                        dd(cls("kern-description-list-item__value"), language, cut(line.words, 1000)));
                         }))));
}

Node coming_activities(const ImportStep& step, const Preview& preview) {
    if (preview.taken == 0) return {};
    const View& view = step.call.view;
    editing::RecordNames names(step.call.connection, view.language());
    std::vector<Node> items;
    for (const PreviewRow& row : preview.rows) {
        if (!row.is_taken(step.upload.settings.alike) || items.size() == most_shown_rows) continue;
        items.push_back(coming_activity(step, row, names));
    }
    return part(view.text("activity_import.coming"),
                group(p(view.words.count("activity_import.coming.lead", counted(items.size()))),
                      ol(cls("import-activities"), items)));
}

Node preview_end(const ImportStep& step, const Preview& preview) {
    const Call& call = step.call;
    const View& view = call.view;
    const bool has_choices = !preview.unknown.empty() || preview.alike > 0;
    return div(
        cls("form-end"),
        when(preview.taken > 0,
             [&] {
                 return do_button("import", view.words.count("activity_import.import", counted(preview.taken)),
                                  Weight::primary);
             }),
        when(has_choices, [&] { return do_button("apply", view.text("activity_import.apply"), Weight::secondary); }),
        a(cls("kern-btn kern-btn--tertiary"), href(Url::path(call.paths.activity_import(step.upload.id.text()))),
          span(cls("kern-label"), view.text("activity_import.back"))));
}

} // namespace

Node import_preview_view(const ImportStep& step, const Preview& preview, const FormErrors& errors) {
    const Call& call = step.call;
    const View& view = call.view;
    const std::string path = call.paths.activity_import_preview(step.upload.id.text());
    return page_with_heading(
        view.text("activity_import.preview"),
        import_lead(call, ImportStage::preview,
                    view.text("activity_import.preview.lead", {{"file", step.upload.file_name}})),
        group(error_summary(view, errors), preview_counts(view, preview),
              form(cls("record-form import-form"), method("post"), action(Url::path(path)),
                   hidden_field("form_token", call.form_token), hidden_field("taken", std::to_string(preview.taken)),
                   word_choices(step, preview, errors), chosen_words(step), alike_choice(step, preview),
                   problem_table(step, preview), rest_link(step, preview), coming_activities(step, preview),
                   preview_end(step, preview))));
}

} // namespace interregio::workspace::web
