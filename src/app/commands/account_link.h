#pragma once
// What commands share that make accounts.

#include "app/commands/commands.h"
#include "modules/accounts/accounts.h"

#include <string_view>

namespace interregio {

/// Shows the link this once, in words or as JSON: {"account": id, "link": address}.
ExitCode show_account_link(Terminal& terminal, const accounts::Account& account, const secrets::Token& link,
                           std::string_view base_url);

/// A language that the program speaks; refusal.user.language {found}.
[[nodiscard]] std::expected<Language, Refusal> spoken_language(std::string_view tag);

} // namespace interregio
