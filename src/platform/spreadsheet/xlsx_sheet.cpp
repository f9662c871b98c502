#include "platform/spreadsheet/xlsx_sheet.h"

#include "base/partial_date.h"
#include "platform/spreadsheet/refused.h"

#include <charconv>
#include <cmath>

namespace interregio::spreadsheet {
namespace {

template <typename Number> std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The column of a reference such as "AB12", from 0.
std::optional<std::size_t> column_in(std::string_view reference) {
    std::size_t column = 0, letters = 0;
    while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z' && letters < 4)
        column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A' + 1);
    if (letters == 0 || letters > 3) return std::nullopt;
    return column - 1;
}

} // namespace

void SheetListener::begin_row(const XmlAttributes& attributes) {
    next_column_ = 0;
    const auto number = attributes.find("r");
    if (!number) return;
    const auto row = number_in<std::uint32_t>(*number);
    if (!row || *row == 0) return refuse(refusal("broken"));
    next_row_ = *row - 1;
}

void SheetListener::begin_cell(const XmlAttributes& attributes) {
    if (const auto reference = attributes.find("r")) {
        const auto column = column_in(*reference);
        if (!column) return refuse(refusal("broken"));
        next_column_ = *column;
    }
    in_cell_ = true;
    value_.clear();
    type_ = attributes.find("t").value_or("n");
    style_ = number_in<std::size_t>(attributes.find("s").value_or("0")).value_or(0);
}

void SheetListener::begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") return begin_row(attributes);
    if (name == "c") return begin_cell(attributes);
    if (!in_cell_) return;
    if (name == "is") in_inline_ = true;
    if (name == "rPh") in_phonetic_ = true;
    in_value_ = name == "v" || (name == "t" && in_inline_ && !in_phonetic_);
}

void SheetListener::text(std::string_view text) {
    // A byte more than allowed is enough to be refused.
    const std::size_t room = context_.limits.cell_bytes + 1 - std::min(value_.size(), context_.limits.cell_bytes + 1);
    if (in_value_) value_ += text.substr(0, room);
}

void SheetListener::end(std::string_view name) {
    in_value_ = false;
    if (name == "is") in_inline_ = false;
    if (name == "rPh") in_phonetic_ = false;
    if (name == "c" && in_cell_) end_cell();
    if (name == "row") ++next_row_;
}

void SheetListener::end_cell() {
    in_cell_ = false;
    // Cut as it is, it is not to become shorter by its escapes, and pass.
    const bool too_long = value_.size() > context_.limits.cell_bytes;
    auto read = too_long ? Cell{value_} : cell();
    if (!read) return refuse(refusal("broken"));
    refuse(builder_.put(next_row_, next_column_, std::move(*read)));
    ++next_column_;
}

/// Nothing for what no program writes.
std::optional<Cell> SheetListener::cell() const {
    if (value_.empty()) return Cell{};
    if (type_ == "n") return number_or_day();
    if (type_ == "s") {
        const auto index = number_in<std::size_t>(value_);
        if (!index || *index >= context_.strings.size()) return std::nullopt;
        return context_.strings[*index];
    }
    if (type_ == "b") return value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "d") {
        const auto day = parse_iso_day(std::string_view(value_).substr(0, 10));
        if (day && (value_.size() == 10 || value_[10] == 'T')) return *day;
    }
    return without_escapes(value_);
}

Cell SheetListener::number_or_day() const {
    const auto number = number_in<double>(value_);
    if (!number || !std::isfinite(*number)) return value_;
    if (context_.styles.shows_day(style_))
        if (const auto day = day_of_serial(*number, context_.day_system)) return *day;
    return *number;
}

} // namespace interregio::spreadsheet
