#pragma once
// The parts of pages that have to do with passkeys: forms that assets/scripts/passkeys.ts fills in. Without script, or
// in a browser without WebAuthn, they stay hidden.

#include "modules/accounts/passkeys.h"
#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// A button that uses a passkey and sends the answer to `path`; nothing where there are no passkeys. Of `account`, or
/// of whoever it is. `next` is where to go afterwards.
[[nodiscard]] html::Node use_passkey_form(const Workspace& workspace, const Call& call, accounts::Ceremony ceremony,
                                          const std::string& path, std::string_view words,
                                          const std::optional<Id<accounts::Account>>& account);
/// The form that makes a passkey, with a field for its name, and what is said where that cannot be.
[[nodiscard]] html::Node make_passkey_form(const Workspace& workspace, const Call& call, const FormErrors& errors);

/// Whether a form brings the answer of a passkey; and that answer.
[[nodiscard]] bool has_passkey_answer(const Call& call);
[[nodiscard]] accounts::PasskeyAnswer passkey_answer(const Call& call);
[[nodiscard]] accounts::NewPasskeyAnswer new_passkey_answer(const Call& call);

/// The passkeys of the profile, each with a button to remove it.
[[nodiscard]] html::Node passkeys_part(const Workspace& workspace, const Call& call);

} // namespace interregio::workspace::web
