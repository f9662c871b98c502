#pragma once
// The parts of pages that have to do with signing in through a provider: buttons that lead there, and what is said when
// nothing has come of it. All of it is there only where the operator has named providers.

#include "modules/accounts/sign_on.h"
#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// A button for each provider, above the form for the password; nothing where there are none.
[[nodiscard]] html::Node sign_on_buttons(const Workspace& workspace, const Call& call);
/// The same for showing again who it is: the providers to which this account is bound.
[[nodiscard]] html::Node prove_through_buttons(const Workspace& workspace, const Call& call);

/// Whether a form wants to go to a provider.
[[nodiscard]] bool wants_sign_on(const Call& call);
/// Sends the browser to the provider that the form names, and lets it keep the attempt. Where that cannot be: back to
/// `page`, which says why. Slow.
[[nodiscard]] http::Response go_to_provider(const Workspace& workspace, const Call& call, accounts::SignOnAim aim,
                                            const std::string& page);
/// The page for somebody who has signed out here and is sent on to do so at the provider, too; nothing where the
/// session did not come from there, or where the provider offers no such thing. Slow.
[[nodiscard]] std::optional<http::Response> sign_out_there(const Workspace& workspace, const Call& call);

/// `page` with why nobody was signed in through a provider, for sign_on_notice().
[[nodiscard]] std::string with_problem(const std::string& page, accounts::SignOnProblem problem,
                                       std::string_view provider);
/// What went wrong, when the address says so; nothing otherwise.
[[nodiscard]] html::Node sign_on_notice(const Workspace& workspace, const Call& call);

/// The name of a provider; its key when the operator has taken it away.
[[nodiscard]] std::string provider_name(const Workspace& workspace, const View& view, const std::string& key);

} // namespace interregio::workspace::web
