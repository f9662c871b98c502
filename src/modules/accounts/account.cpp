#include "modules/accounts/account.h"

#include "base/utf8.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

/// RFC 5322, 3.2.3: atext, and the dot between.
bool is_name_character(char c) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~.";
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || others.contains(c);
}

bool is_name(std::string_view name) {
    constexpr std::size_t longest = 64; // RFC 5321, 4.5.3.1.1
    return !name.empty() && name.size() <= longest && std::ranges::all_of(name, is_name_character) &&
           !name.starts_with('.') && !name.ends_with('.') && !name.contains("..");
}

bool is_label(std::string_view label) {
    constexpr std::size_t longest = 63; // RFC 1035, 2.3.4
    return !label.empty() && label.size() <= longest && !label.starts_with('-') && !label.ends_with('-') &&
           std::ranges::all_of(label,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_host(std::string_view host) {
    std::size_t labels = 0;
    for (;; ++labels) {
        const auto dot = host.find('.');
        if (!is_label(host.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return labels > 0;
        host.remove_prefix(dot + 1);
    }
}

/// What was typed, if it can be shown.
std::string shown_of(std::string_view typed) {
    return typed.size() <= longest_email && valid_utf8(typed) && !has_control_characters(typed, ControlCharacters::none)
               ? std::string(typed)
               : "…";
}

} // namespace

bool covers(Role role, Role need) {
    if (role == Role::administrator) return need == Role::administrator || need == Role::reader;
    return need != Role::administrator && role >= need;
}

bool Actor::may(Role need, const Scope& scope) const {
    return std::ranges::any_of(grants_,
                               [&](const Grant& grant) { return grant.scope == scope && covers(grant.role, need); });
}

bool Actor::may_anywhere(Role need) const {
    return std::ranges::any_of(grants_, [&](const Grant& grant) { return covers(grant.role, need); });
}

std::expected<std::string, Refusal> read_email(std::string_view typed) {
    const auto begin = typed.find_first_not_of(" \t");
    const auto end = typed.find_last_not_of(" \t");
    std::string email(begin == std::string_view::npos ? std::string_view() : typed.substr(begin, end - begin + 1));
    for (char& c : email)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto at = email.rfind('@');
    if (email.size() > longest_email || at == std::string::npos || !is_name(std::string_view(email).substr(0, at)) ||
        !is_host(std::string_view(email).substr(at + 1)))
        return std::unexpected(Refusal{"refusal.account.email", {{"found", shown_of(typed)}}});
    return email;
}

} // namespace interregio::accounts
