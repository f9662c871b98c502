#pragma once
// Sheet: a record as the fields of a form, each as somebody typed it. Fields are named by their path in the record:
//     "date"  "title.de"  "title.original"  "participants[0].number"  "participants[0].label.pl"
// These are the paths in which a record's problems are told (record/record_reader.h), so that each is shown beside the
// field it is about. A reference is two fields: "seat" is the name that was typed, "seat.id" the record it stood for
// when the form was made. A row has "participants[0].id", empty for a new one. References in a list are rows, too:
// "places[0]", "places[0].id"; where they are ticked, "fields.<id>" holds the place it has in the list. "seat.chosen"
// is the record that was chosen from several which a typed name may have meant. Values; no I/O.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace interregio::editing {

/// "participants[2]"
[[nodiscard]] std::string row_name(std::string_view list, std::size_t index);

/// What somebody typed without the white space round it.
[[nodiscard]] std::string_view without_margin(std::string_view typed);

class Sheet {
  public:
    using Fields = std::map<std::string, std::string, std::less<>>;

    Sheet() = default;
    explicit Sheet(Fields fields) : fields_(std::move(fields)) {}

    /// What stands in the field; empty when there is none.
    [[nodiscard]] std::string_view at(std::string_view field) const;
    [[nodiscard]] bool has(std::string_view field) const { return fields_.contains(field); }
    void set(std::string field, std::string value) { fields_.insert_or_assign(std::move(field), std::move(value)); }
    [[nodiscard]] const Fields& fields() const { return fields_; }

    /// How many rows a list has: they are numbered from 0 without gaps, each with its field "id".
    [[nodiscard]] std::size_t rows(std::string_view list) const;
    /// A new, empty row at the end.
    void add_row(std::string_view list);
    /// Does nothing when there is no such row; those behind it move up.
    void remove_row(std::string_view list, std::size_t index);
    /// Changes places with the row before; does nothing with the first.
    void move_row_up(std::string_view list, std::size_t index);

    /// Takes out references of lists that nobody has filled in: forms offer one line more than there are.
    void drop_blank_references();

    friend bool operator==(const Sheet&, const Sheet&) = default;

  private:
    /// Takes out all fields of a row, by what follows the name of the row.
    Fields take_row(const std::string& row);
    void put_row(const std::string& row, Fields fields);
    Fields fields_;
};

/// What a button of the form does with its rows: "add:outcomes", "remove:participants[1]", "up:participants[1]".
/// Gives whether it was such a button; others leave the sheet as it is.
bool carry_out(Sheet& sheet, std::string_view button);

} // namespace interregio::editing
