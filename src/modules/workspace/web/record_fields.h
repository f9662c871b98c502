#pragma once
// The fields of the form of a record: one for each field of its description, with label, help and what is wrong with
// it. What stands in them comes from a sheet (editing/sheet.h), so that a form that was refused comes back as it was
// typed.

#include "modules/editing/sheet_reader.h"
#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// What a form of a record is made from.
struct RecordFormParts {
    const Call& call;
    const editing::Sheet& sheet;
    const FormErrors& errors;
    const editing::SheetProblems& problems; ///< the same, with whom a name may have meant
    editing::RecordNames& names;
};

/// Where a field stands in the form.
enum class FieldWidth { narrow, wide };

/// The parts that do not depend on a type. `name` is that of the field in the description, `owner` the key of what it
/// belongs to: "activity", "activity.participants".
class RecordFields {
  public:
    RecordFields(const RecordFormParts& parts, std::string owner, std::string prefix)
        : parts_(parts), owner_(std::move(owner)), prefix_(std::move(prefix)) {}

    struct Made {
        std::string name;
        FieldWidth width;
        html::Node node;
    };
    [[nodiscard]] std::vector<Made> take() { return std::move(made_); }

  protected:
    [[nodiscard]] std::string path_of(std::string_view name) const { return prefix_ + std::string(name); }
    [[nodiscard]] std::string label_of(std::string_view name) const;
    [[nodiscard]] std::string hint_of(std::string_view name) const;
    /// "Place 2": what a row or reference of a list is called.
    [[nodiscard]] std::string row_title(std::string_view name, std::size_t index) const;
    void add(std::string_view name, FieldWidth width, html::Node node);

    void add_line(std::string_view name, const StringLimits& limits, Field::Need need);
    void add_number(std::string_view name, Field::Need need);
    void add_date(std::string_view name, Field::Need need);
    void add_choice(std::string_view name, const std::vector<Choice>& choices, Field::Need need);
    void add_language(std::string_view name, Field::Need need);
    void add_text(std::string_view name, const TextLimits& limits);
    void add_reference(std::string_view name, RecordKind kind, Field::Need need);
    void add_references(std::string_view name, RecordKind kind);
    void add_ticked(std::string_view name, RecordKind kind);
    void add_languages(std::string_view name);
    void add_file(std::string_view name, FileKind kind);
    /// `rows` are the fields of each.
    void add_rows(std::string_view name, const std::vector<html::Node>& rows);

    const RecordFormParts& parts_;
    std::string owner_;
    std::string prefix_;

  private:
    [[nodiscard]] html::Node reference_input(const std::string& path, RecordKind kind, const std::string& label,
                                             std::string_view hint, Field::Need need);
    /// The picture that a reference stands for.
    [[nodiscard]] html::Node referred_picture(const std::string& path, RecordKind kind) const;
    [[nodiscard]] html::Node meant(const std::string& path, RecordKind kind) const;
    [[nodiscard]] html::Node text_version(std::string_view name, Language language, const TextLimits& limits) const;
    std::vector<Made> made_;
};

/// The fields of a record of a kind, in sections.
[[nodiscard]] html::Node record_fields(const RecordFormParts& parts, RecordKind kind);
/// The fields that a record of a kind begins with; none of kinds that are not made in passing.
[[nodiscard]] const std::vector<std::string_view>& brief_fields(RecordKind kind);
/// Those, without sections. What else is in the sheet goes along, hidden.
[[nodiscard]] html::Node brief_record_fields(const RecordFormParts& parts, RecordKind kind);

/// Only the fields with these names, of a record that is a row of a larger form: "pictures[2]." is its prefix. Without
/// the names that may be typed.
[[nodiscard]] html::Node fields_of_row(const RecordFormParts& parts, RecordKind kind, const std::string& prefix,
                                       std::initializer_list<std::string_view> names);

/// The label of a field by its key: "activity.participants.number".
[[nodiscard]] std::string field_label(const View& view, std::string_view key,
                                      const Catalogue::Arguments& arguments = {});

/// A list of choices from the values of an enum.
template <NamedEnum E> [[nodiscard]] std::vector<Choice> enum_choices(const View& view, std::string_view prefix) {
    std::vector<Choice> choices;
    for (const std::string_view name : enum_names(E{}))
        choices.push_back({std::string(name), view.text(std::string(prefix) + std::string(name))});
    return choices;
}

} // namespace interregio::workspace::web
