#pragma once
// Whether a request that changes something comes from a page of ours: the second guard against forged requests (CSRF),
// beside the token in the form and SameSite of the cookie. Follows OWASP's Cross-Site Request Forgery Prevention Cheat
// Sheet ("Fetch Metadata", "Verifying Origin With Standard Headers") and W3C Fetch Metadata, 2. A pure function; why it
// decides as it does is in docs/adr/0025.

#include "base/refusal.h"
#include "platform/http/message.h"
#include "platform/http/origin.h"

#include <expected>
#include <optional>
#include <string_view>

namespace interregio::http {

/// Why a request is taken for one that is not ours. Each is answered with 403.
enum class OriginProblem {
    other_site,    ///< Sec-Fetch-Site says same-site or cross-site: a page of a neighbour is not ours
    other_origin,  ///< Origin names another origin
    other_referer, ///< Referer is an address of another origin
    no_origin,     ///< Origin is "null" and Sec-Fetch-Site is not there to explain it
    unreadable,    ///< one of the headers is there twice, or says nothing that we know
    missing        ///< none of the headers is there
};

/// For the log and for tests: "other_site".
[[nodiscard]] std::string_view name_of(OriginProblem problem);

/// What the reader is told: "refusal.form.elsewhere", whatever the problem.
[[nodiscard]] Refusal refusal_of(OriginProblem problem);

/// Passes GET, HEAD and OPTIONS, which change nothing (RFC 9110, 9.2.1). For all else, in this order:
///   1. Sec-Fetch-Site, where it is there, must be same-origin or none (nobody's page, but the reader).
///   2. Origin, where it is there, must be ours; or "null" if 1. has passed, as pages with the Referrer-Policy
///      no-referrer send it (Fetch, "append a request Origin header").
///   3. Where neither is there, Referer must be an address of ours.
/// `site` is the origin under which readers know the site; behind a proxy it comes from the configured base address.
/// Without it, host and port must be those of Host, and the scheme is not looked at.
[[nodiscard]] std::expected<void, OriginProblem> check_origin(const Request& request,
                                                              const std::optional<Origin>& site);

} // namespace interregio::http
