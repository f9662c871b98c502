#pragma once
// A passkey of an account, as its owner sees it. A value and its rules.

#include "base/refusal.h"
#include "modules/accounts/account.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace interregio::accounts {

struct Passkey {
    Uuid id;
    Id<Account> account;
    std::string label; ///< what its owner calls it
    std::string made_at;
    std::optional<std::string> used_at; ///< when it last showed who it is; none before the first time
};

inline constexpr std::size_t longest_label = 60; ///< code points
inline constexpr std::size_t most_passkeys = 20; ///< of one account

/// A name for a passkey as it is stored: trimmed, in normal form C. refusal.passkey.label {most} when it is empty, too
/// long or no line of text.
[[nodiscard]] std::expected<std::string, Refusal> read_label(std::string_view typed);

} // namespace interregio::accounts
