#include "modules/workspace/web/fields.h"

#include <algorithm>
#include <charconv>

namespace interregio::workspace::web {

using namespace html;

namespace {

std::string hint_id(std::string_view name) { return field_id(name) + "-hint"; }
std::string error_id(std::string_view name) { return field_id(name) + "-error"; }

/// Which texts a field is described by, for those who hear it.
std::optional<Attribute<"aria-describedby">> described_by(std::string_view name, std::string_view hint,
                                                          const Refusal* error) {
    std::string ids;
    if (!hint.empty()) ids = hint_id(name);
    if (error != nullptr) ids += (ids.empty() ? "" : " ") + error_id(name);
    return ids.empty() ? std::nullopt : std::optional(attribute<"aria-describedby">(ids));
}

Node hint_of(std::string_view name, std::string_view hint) {
    return hint.empty() ? Node{} : p(cls("kern-hint"), id(hint_id(name)), hint);
}

Node error_of(const View& view, std::string_view name, const Refusal* error) {
    if (error == nullptr) return {};
    return p(cls("kern-error"), id(error_id(name)), span(cls("kern-icon kern-icon--danger"), aria_hidden("true")),
             span(cls("kern-body"), view.words.text(*error)));
}

std::string_view button_class(Weight weight) {
    constexpr std::array<std::string_view, 3> classes{"kern-btn kern-btn--primary", "kern-btn kern-btn--secondary",
                                                      "kern-btn kern-btn--tertiary"};
    return classes[static_cast<std::size_t>(weight)];
}

std::string_view box_class(const Refusal* error) {
    return error == nullptr ? "kern-form-input" : "kern-form-input kern-form-input--error";
}

} // namespace

std::string field_id(std::string_view name) {
    std::string id;
    for (const char c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            id += c;
        else if (!id.ends_with('-'))
            id += '-';
    }
    while (id.ends_with('-')) id.pop_back();
    return id;
}

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

const Refusal* FormErrors::of(std::string_view field) const {
    const auto found = std::ranges::find(list, field, &Error::field);
    return found == list.end() ? nullptr : &found->refusal;
}

namespace {

/// A field with its label and hint above, and what is wrong with it below.
Node labelled(const View& view, const Field& field, const Refusal* error, const Node& input_node) {
    return div(cls(box_class(error)),
               label(cls("kern-label"), for_id(field_id(field.name)), field.label,
                     when(field.need == Field::Need::optional,
                          [&] { return span(cls("kern-label__optional"), " ", view.text("form.optional")); })),
               hint_of(field.name, field.hint), input_node, error_of(view, field.name, error));
}

} // namespace

Node input_field(const View& view, const Field& field, const FormErrors& errors) {
    const Refusal* error = errors.of(field.name);
    return labelled(
        view, field, error,
        input(cls(error == nullptr ? "kern-form-input__input" : "kern-form-input__input kern-form-input__input--error"),
              id(field_id(field.name)), name(field.name), type(field.type), value(field.value),
              described_by(field.name, field.hint, error), when(error != nullptr, attribute<"aria-invalid">("true")),
              when(field.need == Field::Need::required, attribute<"required">("")),
              when(!field.autocomplete.empty(), attribute<"autocomplete">(field.autocomplete)),
              when(!field.input_mode.empty(), attribute<"inputmode">(field.input_mode)),
              when(!field.names.empty(), attribute<"data-names">(field.names)),
              when(!field.make.empty(), attribute<"data-make">(field.make))));
}

Node text_area(const View& view, const Field& field, const FormErrors& errors) {
    const Refusal* error = errors.of(field.name);
    return labelled(
        view, field, error,
        textarea(cls(error == nullptr ? "kern-form-input__input text-version__body"
                                      : "kern-form-input__input kern-form-input__input--error text-version__body"),
                 id(field_id(field.name)), name(field.name), attribute<"rows">("3"),
                 described_by(field.name, field.hint, error), when(error != nullptr, attribute<"aria-invalid">("true")),
                 when(field.need == Field::Need::required, attribute<"required">("")), field.value));
}

Node select_field(const View& view, std::string_view field_name, std::string_view field_label,
                  const std::vector<Choice>& choices, std::string_view chosen, const FormErrors& errors,
                  std::string_view hint) {
    const Refusal* error = errors.of(field_name);
    return div(cls(box_class(error)), label(cls("kern-label"), for_id(field_id(field_name)), field_label),
               hint_of(field_name, hint),
               div(cls("kern-form-input__select-wrapper"),
                   select(cls("kern-form-input__select"), id(field_id(field_name)), name(field_name),
                          described_by(field_name, hint, error),
                          each(choices,
                               [&](const Choice& choice) {
                                   return option(value(choice.value), when(choice.value == chosen, selected),
                                                 choice.words);
                               }))),
               error_of(view, field_name, error));
}

Node file_field(const View& view, const FileField& field, const FormErrors& errors) {
    const Refusal* error = errors.of(field.name);
    return labelled(view, {.name = field.name, .label = field.label, .hint = field.hint, .need = field.need}, error,
                    input(cls("kern-form-input__input"), id(field_id(field.name)), name(field.name), type("file"),
                          attribute<"accept">(field.accept), described_by(field.name, field.hint, error),
                          when(field.takes == FileField::Takes::several, attribute<"multiple">("")),
                          when(field.need == Field::Need::required, attribute<"required">("")),
                          when(error != nullptr, attribute<"aria-invalid">("true"))));
}

Node check_box(std::string_view field_name, std::string_view field_label, Ticked ticked) {
    return div(cls("kern-form-check"),
               input(cls("kern-form-check__checkbox"), id(field_id(field_name)), name(field_name), type("checkbox"),
                     value("yes"), when(ticked == Ticked::yes, checked)),
               label(cls("kern-label"), for_id(field_id(field_name)), field_label));
}

Node error_summary(const View& view, const FormErrors& errors) {
    if (errors.empty()) return {};
    return div(cls("kern-alert kern-alert--danger"), role("alert"),
               div(cls("kern-alert__header"), span(cls("kern-icon kern-icon--danger"), aria_hidden("true")),
                   h2(cls("kern-title"), view.text("form.errors"))),
               div(cls("kern-alert__body"), ul(each(errors.list, [&](const FormErrors::Error& error) {
                       const std::string words =
                           (error.label.empty() ? "" : error.label + ": ") + view.words.text(error.refusal);
                       return li(error.field.empty() ? text(words)
                                                     : a(href(Url::fragment(field_id(error.field))), words));
                   }))));
}

Node post_form(const Call& call, const std::string& path, const Node& contents) {
    return form(cls("form"), method("post"), action(Url::path(path)), hidden_field("form_token", call.form_token),
                contents);
}

Node hidden_field(std::string_view field_name, std::string_view field_value) {
    return input(type("hidden"), name(field_name), value(field_value));
}

Node submit_button(std::string_view words, Weight weight) {
    return button(cls(button_class(weight)), type("submit"), span(cls("kern-label"), words));
}

Node do_button(std::string_view what, std::string_view words, Weight weight) {
    return button(cls(button_class(weight)), type("submit"), name("do"), value(what), span(cls("kern-label"), words));
}

Node button_form(const Call& call, const std::string& path, std::string_view words, Weight weight, const Node& hidden) {
    return form(cls("button-form"), method("post"), action(Url::path(path)),
                hidden_field("form_token", call.form_token), hidden, submit_button(words, weight));
}

Node page_with_heading(std::string_view heading, const Node& lead, const Node& contents) {
    return page_with_heading(text(heading), lead, contents);
}

Node page_with_heading(const Node& heading, const Node& lead, const Node& contents) {
    return div(cls("wrap workspace-page"),
               header(cls("workspace-head"), h1(cls("kern-heading-x-large"), heading), div(cls("lead"), lead)),
               contents);
}

Node notice(std::string_view words) {
    return div(cls("kern-alert kern-alert--info"),
               div(cls("kern-alert__header"), span(cls("kern-icon kern-icon--info"), aria_hidden("true")),
                   p(cls("kern-title"), words)));
}

Node success(std::string_view words) {
    return div(cls("kern-alert kern-alert--success"), role("status"),
               div(cls("kern-alert__header"), span(cls("kern-icon kern-icon--success"), aria_hidden("true")),
                   p(cls("kern-title"), words)));
}

} // namespace interregio::workspace::web
