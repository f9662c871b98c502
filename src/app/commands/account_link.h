#pragma once
// What commands share that give out a link to set a password.

#include "app/commands/commands.h"
#include "modules/accounts/accounts.h"

#include <string_view>

namespace interregio {

/// Shows the link this once, in words or as JSON: {"account": id, "link": address}.
ExitCode show_account_link(Terminal& terminal, const accounts::Account& account, const secrets::Token& link,
                           std::string_view base_url);

} // namespace interregio
