#pragma once
// Why nobody was signed in through a provider. A value, whose name may stand in an address.

#include <array>
#include <string_view>

namespace interregio::accounts {

enum class SignOnProblem {
    cancelled,   ///< whoever it was has said no at the provider
    provider,    ///< the provider refuses
    unreachable, ///< the provider cannot be asked, or answers nothing that can be used
    busy,        ///< too many wait for a provider
    stale,       ///< not begun in this browser, too long ago, or used already
    invalid,     ///< what the provider says does not hold
    no_account,  ///< unknown, suspended, closed, of another organisation: nobody is told which
    not_again,   ///< who it is was not shown anew
};
constexpr auto enum_names(SignOnProblem) {
    return std::array<std::string_view, 8>{"cancelled", "provider", "unreachable", "busy",
                                           "stale",     "invalid",  "no_account",  "not_again"};
}

} // namespace interregio::accounts
