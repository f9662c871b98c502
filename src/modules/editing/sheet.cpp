#include "modules/editing/sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace interregio::editing {
namespace {

struct RowAddress {
    std::string_view list;
    std::size_t index = 0;
};

/// "agreement.signatories[1]" -> list and number.
std::optional<RowAddress> row_address(std::string_view row) {
    if (!row.ends_with(']')) return std::nullopt;
    const auto bracket = row.rfind('[');
    if (bracket == std::string_view::npos || bracket == 0) return std::nullopt;
    const auto digits = row.substr(bracket + 1, row.size() - bracket - 2);
    RowAddress address{row.substr(0, bracket)};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.index);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return address;
}

} // namespace

std::string_view without_margin(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string row_name(std::string_view list, std::size_t index) {
    return std::string(list) + "[" + std::to_string(index) + "]";
}

std::string_view Sheet::at(std::string_view field) const {
    const auto found = fields_.find(field);
    return found == fields_.end() ? std::string_view{} : std::string_view(found->second);
}

std::size_t Sheet::rows(std::string_view list) const {
    std::size_t count = 0;
    while (has(row_name(list, count) + ".id")) ++count;
    return count;
}

void Sheet::add_row(std::string_view list) { set(row_name(list, rows(list)) + ".id", {}); }

void Sheet::remove_row(std::string_view list, std::size_t index) {
    const std::size_t count = rows(list);
    if (index >= count) return;
    take_row(row_name(list, index));
    for (std::size_t i = index + 1; i < count; ++i) put_row(row_name(list, i - 1), take_row(row_name(list, i)));
}

void Sheet::move_row_up(std::string_view list, std::size_t index) {
    if (index == 0 || index >= rows(list)) return;
    const std::string here = row_name(list, index);
    const std::string above = row_name(list, index - 1);
    Fields mine = take_row(here);
    put_row(here, take_row(above));
    put_row(above, std::move(mine));
}

void Sheet::drop_blank_references() {
    std::vector<std::string> blank;
    for (const auto& [name, value] : fields_) {
        if (without_margin(value).empty() && row_address(name) && has(name + ".id") && !has(name + ".chosen"))
            blank.push_back(name);
    }
    // The last first: taking one out renumbers those behind it.
    std::ranges::sort(blank, [](const std::string& one, const std::string& other) {
        return row_address(one)->index > row_address(other)->index;
    });
    for (const std::string& name : blank) remove_row(row_address(name)->list, row_address(name)->index);
}

Sheet::Fields Sheet::take_row(const std::string& row) {
    Fields taken;
    auto field = fields_.lower_bound(row);
    while (field != fields_.end() && field->first.starts_with(row)) { // the name ends in ']': no other begins like it
        taken.emplace(field->first.substr(row.size()), std::move(field->second));
        field = fields_.erase(field);
    }
    return taken;
}

void Sheet::put_row(const std::string& row, Fields fields) {
    for (auto& [name, value] : fields) set(row + name, std::move(value));
}

bool carry_out(Sheet& sheet, std::string_view button) {
    const auto colon = button.find(':');
    if (colon == std::string_view::npos) return false;
    const auto what = button.substr(0, colon);
    const auto where = button.substr(colon + 1);
    if (what == "add") {
        sheet.add_row(where);
        return true;
    }
    const auto row = row_address(where);
    if (!row) return false;
    if (what == "remove") {
        sheet.remove_row(row->list, row->index);
        return true;
    }
    if (what == "up") {
        sheet.move_row_up(row->list, row->index);
        return true;
    }
    return false;
}

} // namespace interregio::editing
