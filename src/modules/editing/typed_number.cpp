#include "modules/editing/typed_number.h"

#include "base/plain_decimal.h"

#include <algorithm>

namespace interregio::editing {
namespace {

bool writes_decimal_comma(Language language) { return language.tag() != "en"; }

std::string without_spaces(std::string_view typed) {
    std::string number;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        // Space, no-break space (C2 A0), narrow no-break space (E2 80 AF), minus sign (E2 88 92).
        const auto rest = typed.substr(i);
        if (typed[i] == ' ') continue;
        if (rest.starts_with("\xC2\xA0")) {
            i += 1;
        } else if (rest.starts_with("\xE2\x80\xAF")) {
            i += 2;
        } else if (rest.starts_with("\xE2\x88\x92")) {
            number += '-';
            i += 2;
        } else {
            number += typed[i];
        }
    }
    return number;
}

/// Whether each `mark` stands before three digits, as it does where it groups.
bool groups(std::string_view number, char mark) {
    const auto end = std::min(number.find(mark == '.' ? ',' : '.'), number.size());
    const auto whole = number.substr(0, end);
    for (std::size_t at = whole.find(mark); at != std::string_view::npos; at = whole.find(mark, at + 1)) {
        const auto next = std::min(whole.find(mark, at + 1), whole.size());
        if (next - at != 4) return false;
    }
    return true;
}

} // namespace

std::string plain_number(std::string_view typed, Language language) {
    std::string number = without_spaces(typed);
    char decimal = writes_decimal_comma(language) ? ',' : '.';
    char group = decimal == ',' ? '.' : ',';
    if (!groups(number, group) && !number.contains(decimal)) std::swap(decimal, group);
    if (number.contains(group) && !groups(number, group)) return std::string(typed);
    std::erase(number, group);
    if (std::ranges::count(number, decimal) > 1) return std::string(typed);
    std::ranges::replace(number, decimal, '.');
    return number;
}

std::string typed_number(double number, Language language) {
    std::string typed = plain_decimal(number);
    if (writes_decimal_comma(language)) std::ranges::replace(typed, '.', ',');
    return typed;
}

} // namespace interregio::editing
