#include "modules/accounts/passkey.h"

#include "base/utf8.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

} // namespace

std::expected<std::string, Refusal> read_label(std::string_view typed) {
    const auto begin = typed.find_first_not_of(' ');
    const auto end = typed.find_last_not_of(' ');
    const auto trimmed = begin == std::string_view::npos ? std::string_view() : typed.substr(begin, end - begin + 1);
    if (!trimmed.empty() && valid_utf8(trimmed) && !has_control_characters(trimmed, ControlCharacters::none))
        if (auto label = to_nfc(trimmed); code_points(label) <= longest_label) return label;
    return std::unexpected(Refusal{"refusal.passkey.label", {{"most", std::to_string(longest_label)}}});
}

} // namespace interregio::accounts
