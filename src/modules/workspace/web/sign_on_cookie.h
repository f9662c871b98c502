#pragma once
// The cookie in which a browser keeps a sign-in through a provider that has begun.

#include "platform/http/cookies.h"

namespace interregio::workspace::web {

/// Lax: the provider's site sends the browser back to us.
inline constexpr http::HostCookieName sign_on_cookie("__Host-sign-on");

} // namespace interregio::workspace::web
