#include "modules/workspace/web/record_fields.h"
#include "base/utf8.h"

#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/record_parts.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using editing::NamedRecord;
using editing::row_name;
using editing::SheetProblem;

namespace {

std::string optional_mark(const View& view, Field::Need need) {
    return need == Field::Need::optional ? " " + view.text("form.optional") : std::string();
}

/// A button of the form that does something with its rows, see editing::carry_out(). It need not be filled in for that.
Node row_button(const std::string& does, std::string_view words, std::string_view for_whom, std::string_view css) {
    return button(cls(css), type("submit"), name("do"), value(does), attribute<"formnovalidate">(""),
                  span(cls("kern-label"), words),
                  when(!for_whom.empty(), [&] { return span(cls("sr-only"), " ", for_whom); }));
}

Node tick(const std::string& field, std::string_view value_of, std::string_view words, Ticked ticked) {
    return div(cls("kern-form-check"),
               input(cls("kern-form-check__checkbox"), id(field_id(field)), name(field), type("checkbox"),
                     value(value_of), when(ticked == Ticked::yes, checked)),
               label(cls("kern-label"), for_id(field_id(field)), words));
}

/// What is wrong with a field or a group of fields.
Node error_line(const View& view, const Refusal& error) {
    return p(cls("kern-error"), span(cls("kern-icon kern-icon--danger"), aria_hidden("true")),
             span(cls("kern-body"), view.words.text(error)));
}

constexpr std::size_t longest_name_in_address = 200; ///< bytes

std::string_view input_mode(StringForm form) {
    switch (form) {
    case StringForm::email:
        return "email";
    case StringForm::url:
        return "url";
    case StringForm::telephone:
        return "tel";
    default:
        return {};
    }
}

} // namespace

std::string field_label(const View& view, std::string_view key, const Catalogue::Arguments& arguments) {
    return view.text("field." + std::string(key), arguments);
}

std::string RecordFields::label_of(std::string_view name) const {
    return field_label(parts_.call.view, owner_ + "." + std::string(name));
}

std::string RecordFields::hint_of(std::string_view name) const {
    const std::string key = "field." + owner_ + "." + std::string(name) + ".hint";
    return parts_.call.view.words.holds(key) ? parts_.call.view.text(key) : std::string();
}

std::string RecordFields::row_title(std::string_view name, std::size_t index) const {
    return field_label(parts_.call.view, owner_ + "." + std::string(name) + ".row",
                       {{"number", std::to_string(index + 1)}});
}

void RecordFields::add(std::string_view name, FieldWidth width, Node node) {
    made_.push_back({std::string(name), width, std::move(node)});
}

void RecordFields::add_line(std::string_view name, const StringLimits& limits, Field::Need need) {
    const View& view = parts_.call.view;
    const std::string path = path_of(name);
    if (limits.form == StringForm::country) {
        std::vector<Choice> countries;
        for (const std::string& code : Catalogue::countries())
            countries.push_back({code, view.words.country_name(code)});
        std::ranges::sort(countries, [&](const Choice& one, const Choice& other) {
            return view.words.sorts_before(one.words, other.words);
        });
        return add_choice(name, countries, need);
    }
    const Field field{.name = path,
                      .label = label_of(name),
                      .value = std::string(parts_.sheet.at(path)),
                      .hint = hint_of(name),
                      .type = limits.form == StringForm::time_of_day ? "time" : "text",
                      .input_mode = input_mode(limits.form),
                      .need = need};
    add(name, limits.max_length > 300 ? FieldWidth::wide : FieldWidth::narrow, input_field(view, field, parts_.errors));
}

void RecordFields::add_number(std::string_view name, Field::Need need) {
    const std::string path = path_of(name);
    add(name, FieldWidth::narrow,
        input_field(parts_.call.view,
                    {.name = path,
                     .label = label_of(name),
                     .value = std::string(parts_.sheet.at(path)),
                     .hint = hint_of(name),
                     .input_mode = "decimal",
                     .need = need},
                    parts_.errors));
}

void RecordFields::add_date(std::string_view name, Field::Need need) {
    const std::string path = path_of(name);
    const std::string own = hint_of(name);
    add(name, FieldWidth::narrow,
        div(cls("date-field"), input_field(parts_.call.view,
                                           {.name = path,
                                            .label = label_of(name),
                                            .value = std::string(parts_.sheet.at(path)),
                                            .hint = own.empty() ? parts_.call.view.text("form.date.hint") : own,
                                            .need = need},
                                           parts_.errors)));
}

void RecordFields::add_choice(std::string_view name, const std::vector<Choice>& choices, Field::Need need) {
    const View& view = parts_.call.view;
    const std::string path = path_of(name);
    std::vector<Choice> offered;
    // Nothing is chosen for somebody: a required choice begins empty, too.
    if (need == Field::Need::optional || parts_.sheet.at(path).empty())
        offered.push_back({"", view.text(need == Field::Need::optional ? "form.not_said" : "form.choose")});
    offered.insert(offered.end(), choices.begin(), choices.end());
    add(name, FieldWidth::narrow,
        select_field(view, path, label_of(name) + optional_mark(view, need), offered, parts_.sheet.at(path),
                     parts_.errors, hint_of(name)));
}

void RecordFields::add_language(std::string_view name, Field::Need need) {
    const View& view = parts_.call.view;
    std::vector<Choice> choices = language_choices(view);
    const std::string chosen(parts_.sheet.at(path_of(name)));
    if (const auto language = Language::parse(chosen);
        language && std::ranges::find(choices, chosen, &Choice::value) == choices.end())
        choices.push_back({chosen, view.words.language_name(*language)});
    add_choice(name, choices, need);
}

Node RecordFields::text_version(std::string_view name, Language language, const TextLimits& limits) const {
    const View& view = parts_.call.view;
    const std::string tag(language.tag());
    const std::string path = path_of(name);
    const std::string field = path + "." + tag;
    const bool is_original = parts_.sheet.at(path + ".original") == tag;
    const bool behind = parts_.sheet.has(path + ".behind." + tag);
    const bool lines = limits.markup == Markup::commonmark;
    const Refusal* error = parts_.errors.of(field);
    const std::string original_id = field_id(field) + "-original";
    return div(
        cls(behind ? "text-version text-version--behind" : "text-version"),
        label(cls("kern-label"), for_id(field_id(field)), view.words.language_name(language)),
        textarea(cls(lines ? "kern-form-input__input text-version__body text-version__body--long"
                           : "kern-form-input__input text-version__body"),
                 id(field_id(field)), html::name(field), html::lang(language),
                 attribute<"rows">(lines                     ? "10"
                                   : limits.max_length > 500 ? "4"
                                                             : "2"),
                 when(lines, attribute<"data-markup">("commonmark")),
                 when(error != nullptr, attribute<"aria-invalid">("true")),
                 when(error != nullptr, [&] { return attribute<"aria-describedby">(field_id(field) + "-error"); }),
                 parts_.sheet.at(field)),
        when(error != nullptr,
             [&] {
                 return p(cls("kern-error"), id(field_id(field) + "-error"),
                          span(cls("kern-body"), view.words.text(*error)));
             }),
        div(cls("kern-form-check text-version__original"),
            input(cls("kern-form-check__radio"), id(original_id), html::name(path + ".original"), type("radio"),
                  value(tag), when(is_original, checked)),
            label(cls("kern-label"), for_id(original_id), view.text("form.original"))),
        when(behind, [&] {
            return group(p(cls("text-version__state"), view.text("form.behind")),
                         input(type("hidden"), html::name(path + ".behind." + tag), value("yes")),
                         tick(path + ".confirmed." + tag, "yes", view.text("form.still_fits"), Ticked::no));
        }));
}

void RecordFields::add_text(std::string_view name, const TextLimits& limits) {
    const View& view = parts_.call.view;
    const std::string path = path_of(name);
    std::vector<Language> languages = view.site.languages;
    for (const auto& [field, body] : parts_.sheet.fields())
        if (field.starts_with(path + "."))
            if (const auto other = Language::parse(std::string_view(field).substr(path.size() + 1));
                other && std::ranges::find(languages, *other) == languages.end())
                languages.push_back(*other);
    const Refusal* error = parts_.errors.of(path);
    const std::string hint = hint_of(name);
    const std::string only(parts_.sheet.at(path + ".visible_to"));
    const auto need = limits.presence == Presence::required ? Field::Need::required : Field::Need::optional;
    add(name, FieldWidth::wide,
        fieldset(
            cls("text-field"), id(field_id(path)), legend(cls("kern-label"), label_of(name), optional_mark(view, need)),
            when(!hint.empty(), [&] { return p(cls("kern-hint"), hint); }),
            when(limits.markup == Markup::commonmark,
                 [&] { return p(cls("kern-hint"), attribute<"data-markup-hint">(""), view.text("form.markup.hint")); }),
            when(!only.empty(),
                 [&] {
                     return group(p(cls("kern-hint"), view.text("form.text_not_public")),
                                  hidden_field(path + ".visible_to", only));
                 }),
            when(error != nullptr, [&] { return error_line(view, *error); }),
            div(cls("text-field__versions"),
                each(languages, [&](Language language) { return text_version(name, language, limits); }))));
}

Node RecordFields::meant(const std::string& path, RecordKind kind) const {
    const auto problem = std::ranges::find(parts_.problems, path, &SheetProblem::field);
    if (problem == parts_.problems.end()) return {};
    const View& view = parts_.call.view;
    const bool unknown = problem->refusal.key == "refusal.editing.no_such";
    return group(when(!problem->meant.empty(),
                      [&] {
                          std::size_t number = 0;
                          return fieldset(
                              cls("meant"), legend(cls("kern-label"), view.text("form.meant")),
                              each(problem->meant, [&](const NamedRecord& record) {
                                  const std::string own = field_id(path) + "-meant-" + std::to_string(number++);
                                  return div(cls("kern-form-check"),
                                             input(cls("kern-form-check__radio"), id(own), html::name(path + ".chosen"),
                                                   type("radio"), value(record.id.text())),
                                             label(cls("kern-label"), for_id(own), name_of_record(view, record)));
                              }));
                      }),
                 when(unknown && kind != RecordKind::image && kind != RecordKind::document, [&] {
                     return p(a(href(Url::path(
                                    parts_.call.paths.new_record(kind) + "?name=" +
                                    http::encode_query(beginning_of(parts_.sheet.at(path), longest_name_in_address)))),
                                attribute<"target">("_blank"), view.text("form.make_new")));
                 }));
}

Node RecordFields::referred_picture(const std::string& path, RecordKind kind) const {
    const auto image = kind == RecordKind::image ? Uuid::parse(parts_.sheet.at(path + ".id")) : std::nullopt;
    return image ? thumbnail(parts_.call, *image) : Node();
}

Node RecordFields::reference_input(const std::string& path, RecordKind kind, const std::string& label_words,
                                   std::string_view hint, Field::Need need) {
    const WorkspacePaths& paths = parts_.call.paths;
    return group(input_field(parts_.call.view,
                             {.name = path,
                              .label = label_words,
                              .value = std::string(parts_.sheet.at(path)),
                              .hint = std::string(hint),
                              .names = paths.record_names(kind),
                              .make = brief_fields(kind).empty() ? std::string() : paths.new_record(kind),
                              .need = need},
                             parts_.errors),
                 hidden_field(path + ".id", parts_.sheet.at(path + ".id")), meant(path, kind));
}

void RecordFields::add_reference(std::string_view name, RecordKind kind, Field::Need need) {
    add(name, FieldWidth::narrow, reference_input(path_of(name), kind, label_of(name), hint_of(name), need));
}

void RecordFields::add_references(std::string_view name, RecordKind kind) {
    const View& view = parts_.call.view;
    const std::string path = path_of(name);
    const std::string hint = hint_of(name);
    const std::size_t count = parts_.sheet.rows(path);
    const Refusal* error = parts_.errors.of(path);
    std::vector<Node> inputs;
    // One more than there are, so that another can be written without asking for a line first.
    for (std::size_t i = 0; i <= count; ++i)
        inputs.push_back(div(cls("reference-row"), referred_picture(row_name(path, i), kind),
                             reference_input(row_name(path, i), kind, row_title(name, i), {}, Field::Need::required),
                             when(i > 0 && i < count, [&] {
                                 return row_button("up:" + row_name(path, i), view.text("form.up"),
                                                   parts_.sheet.at(row_name(path, i)), "kern-btn kern-btn--tertiary");
                             })));
    add(name, FieldWidth::wide,
        fieldset(cls("reference-list"), id(field_id(path)), legend(cls("kern-label"), label_of(name)),
                 when(!hint.empty(), [&] { return p(cls("kern-hint"), hint); }),
                 when(error != nullptr, [&] { return error_line(view, *error); }), inputs,
                 row_button("add:" + path, view.text("form.another"), label_of(name), "kern-btn kern-btn--tertiary")));
}

void RecordFields::add_ticked(std::string_view name, RecordKind kind) {
    const View& view = parts_.call.view;
    const std::string path = path_of(name);
    const Refusal* error = parts_.errors.of(path);
    auto all = parts_.names.all(kind);
    std::ranges::sort(all, [&](const NamedRecord& one, const NamedRecord& other) {
        return view.words.sorts_before(one.name, other.name);
    });
    add(name, FieldWidth::narrow,
        fieldset(cls("tick-list"), id(field_id(path)), legend(cls("kern-label"), label_of(name)),
                 when(error != nullptr, [&] { return error_line(view, *error); }),
                 each(all, [&](const NamedRecord& record) {
                     const std::string field = path + "." + record.id.text();
                     const bool is_ticked = parts_.sheet.has(field);
                     return tick(field, is_ticked ? parts_.sheet.at(field) : "new", record.name,
                                 is_ticked ? Ticked::yes : Ticked::no);
                 })));
}

void RecordFields::add_languages(std::string_view name) {
    const std::string path = path_of(name);
    add(name, FieldWidth::narrow,
        fieldset(cls("tick-list"), id(field_id(path)), legend(cls("kern-label"), label_of(name)),
                 each(Catalogue::spoken(), [&](Language language) {
                     const std::string field = path + "." + std::string(language.tag());
                     const bool is_ticked = parts_.sheet.has(field);
                     return tick(field, is_ticked ? parts_.sheet.at(field) : "new",
                                 Catalogue::find(language)->text("language.self"),
                                 is_ticked ? Ticked::yes : Ticked::no);
                 })));
}

void RecordFields::add_file(std::string_view name, FileKind kind) {
    const View& view = parts_.call.view;
    const std::string path = path_of(name);
    const std::string stored(parts_.sheet.at(path));
    const Refusal* error = parts_.errors.of(path);
    const std::string field = field_id(path) + "-upload";
    add(name, FieldWidth::wide,
        div(cls(error == nullptr ? "kern-form-input" : "kern-form-input kern-form-input--error"), id(field_id(path)),
            label(cls("kern-label"), for_id(field), label_of(name)),
            p(cls("kern-hint"), id(field + "-hint"),
              view.text(kind == FileKind::image ? "form.file.image" : "form.file.document")),
            when(!stored.empty(),
                 [&] {
                     return p(view.text("form.file.stored",
                                        {{"name", stored.substr(std::min(stored.find('/') + 1, stored.size()))}}));
                 }),
            hidden_field(path, stored),
            input(cls("kern-form-input__input"), id(field), html::name(path + ".upload"), type("file"),
                  attribute<"accept">(kind == FileKind::image ? accepted_pictures
                                                              : ".pdf,.odt,.ods,.odp,.docx,.xlsx,.pptx"),
                  attribute<"aria-describedby">(field + "-hint")),
            when(error != nullptr, [&] { return error_line(view, *error); })));
}

void RecordFields::add_rows(std::string_view name, const std::vector<Node>& rows) {
    const View& view = parts_.call.view;
    const std::string path = path_of(name);
    const std::string key = "field." + owner_ + "." + std::string(name);
    const std::string hint = hint_of(name);
    const Refusal* error = parts_.errors.of(path);
    std::vector<Node> made;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string row = row_name(path, i);
        const std::string title = row_title(name, i);
        const Refusal* row_error = parts_.errors.of(row);
        made.push_back(fieldset(
            cls("form-row"), id(field_id(row)), legend(cls("kern-label"), title),
            hidden_field(row + ".id", parts_.sheet.at(row + ".id")),
            when(row_error != nullptr, [&] { return error_line(view, *row_error); }),
            div(cls("form-row__fields"), rows[i]),
            div(cls("form-row__buttons"),
                when(i > 0,
                     [&] {
                         return row_button("up:" + row, view.text("form.up"), title, "kern-btn kern-btn--tertiary");
                     }),
                row_button("remove:" + row, view.text("form.remove"), title, "kern-btn kern-btn--tertiary"))));
    }
    add(name, FieldWidth::wide,
        div(cls("form-rows"), id(field_id(path)), h3(cls("kern-heading-small"), label_of(name)),
            when(!hint.empty(), [&] { return p(cls("kern-hint"), hint); }),
            when(error != nullptr, [&] { return error_line(view, *error); }), made,
            row_button("add:" + path, view.text(key + ".add"), {}, "kern-btn kern-btn--secondary")));
}

} // namespace interregio::workspace::web
