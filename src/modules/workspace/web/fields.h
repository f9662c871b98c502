#pragma once
// The parts of forms: fields with label, hint and what is wrong with them beside them (WCAG 2.2, 3.3.1 to 3.3.3).

#include "modules/workspace/web/workspace.h"

namespace interregio::workspace::web {

/// What is wrong with what was sent, to be shown beside the fields and above the form.
struct FormErrors {
    struct Error {
        std::string field; ///< empty: the form as a whole
        Refusal refusal;
        std::string label{}; ///< of the field, where the refusal alone would not say which
    };
    std::vector<Error> list;
    [[nodiscard]] const Refusal* of(std::string_view field) const;
    [[nodiscard]] bool empty() const { return list.empty(); }
};

/// The id of a field by its name, which addresses can lead to: "participants[0].age_from" -> "participants-0-age-from".
[[nodiscard]] std::string field_id(std::string_view name);

/// The whole number that a field or a query says; 0 for what is none.
[[nodiscard]] std::int64_t number_in(std::string_view text);

struct Field {
    std::string_view name; ///< also its id, see field_id()
    std::string label;
    std::string value{};
    std::string hint{};              ///< below the label
    std::string_view type = "text";  ///< of the input
    std::string_view autocomplete{}; ///< HTML, 4.10.18.7
    std::string_view input_mode{};   ///< HTML, 6.8.8: which keyboard a phone shows
    std::string names{};             ///< where a script finds the names of records that may be meant
    std::string make{};              ///< where such a record can be made
    enum class Need { required, optional, unmarked } need = Need::required; ///< unmarked: a search may be empty
};
[[nodiscard]] html::Node input_field(const View& view, const Field& field, const FormErrors& errors);

/// Some lines of plain text.
[[nodiscard]] html::Node text_area(const View& view, const Field& field, const FormErrors& errors);

struct Choice {
    std::string value;
    std::string words;
};
[[nodiscard]] html::Node select_field(const View& view, std::string_view name, std::string_view label,
                                      const std::vector<Choice>& choices, std::string_view chosen,
                                      const FormErrors& errors, std::string_view hint = {});
/// A field for files.
struct FileField {
    std::string_view name; ///< also its id, see field_id()
    std::string label;
    std::string hint;
    std::string_view accept; ///< HTML, 4.10.5.1.5
    enum class Takes { one, several } takes = Takes::one;
    Field::Need need = Field::Need::unmarked;
};
[[nodiscard]] html::Node file_field(const View& view, const FileField& field, const FormErrors& errors);
inline constexpr std::string_view accepted_pictures = "image/jpeg,image/png,image/webp,image/avif";

enum class Ticked { yes, no };
[[nodiscard]] html::Node check_box(std::string_view name, std::string_view label, Ticked ticked);

/// The errors above the form, each with a link to its field; nothing when there are none.
[[nodiscard]] html::Node error_summary(const View& view, const FormErrors& errors);

/// A form that is sent by POST, with the token of the reader in it.
[[nodiscard]] html::Node post_form(const Call& call, const std::string& path, const html::Node& contents);
[[nodiscard]] html::Node hidden_field(std::string_view name, std::string_view value);
enum class Weight { primary, secondary, tertiary };
[[nodiscard]] html::Node submit_button(std::string_view words, Weight weight = Weight::primary);
/// One of several buttons of a form: the field "do" says which was used.
[[nodiscard]] html::Node do_button(std::string_view what, std::string_view words, Weight weight);
/// A form that is one button.
[[nodiscard]] html::Node button_form(const Call& call, const std::string& path, std::string_view words, Weight weight,
                                     const html::Node& hidden = {});

/// A heading, words below it, and the rest of the page in its width.
[[nodiscard]] html::Node page_with_heading(std::string_view heading, const html::Node& lead,
                                           const html::Node& contents);
[[nodiscard]] html::Node page_with_heading(const html::Node& heading, const html::Node& lead,
                                           const html::Node& contents);
[[nodiscard]] html::Node success(std::string_view words);
/// Something to know before one goes on.
[[nodiscard]] html::Node notice(std::string_view words);

} // namespace interregio::workspace::web
