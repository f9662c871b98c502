#include "platform/http/request_origin.h"

#include "platform/http/plain_text.h"

#include <algorithm>

namespace interregio::http {
namespace {

using Verdict = std::expected<void, OriginProblem>;

Verdict foreign(OriginProblem problem) { return std::unexpected(problem); }

bool is_ours(const Origin& origin, const Request& request, const std::optional<Origin>& site) {
    if (site) return origin == *site;
    const auto host = request.header("Host"); // once at most, the reader of requests sees to that
    const auto own = Origin::parse((origin.is_https() ? "https://" : "http://") + std::string(host.value_or("")));
    return own && origin == *own;
}

Verdict check_site(std::string_view site) {
    if (site == "same-origin" || site == "none") return {};
    if (site == "same-site" || site == "cross-site") return foreign(OriginProblem::other_site);
    return foreign(OriginProblem::unreadable);
}

/// "null" is left to the caller.
Verdict check_origin_header(std::string_view text, const Request& request, const std::optional<Origin>& site) {
    const auto origin = Origin::parse(text);
    if (!origin) return foreign(OriginProblem::unreadable);
    if (!is_ours(*origin, request, site)) return foreign(OriginProblem::other_origin);
    return {};
}

Verdict check_referer(std::string_view address, const Request& request, const std::optional<Origin>& site) {
    const auto origin = Origin::of_address(address);
    if (!origin) return foreign(OriginProblem::unreadable);
    if (!is_ours(*origin, request, site)) return foreign(OriginProblem::other_referer);
    return {};
}

} // namespace

std::string_view name_of(OriginProblem problem) {
    static constexpr std::string_view names[] = {"other_site", "other_origin", "other_referer",
                                                 "no_origin",  "unreadable",   "missing"};
    return names[static_cast<std::size_t>(problem)];
}

Refusal refusal_of(OriginProblem) { return {"refusal.form.elsewhere", {}}; }

std::expected<void, OriginProblem> check_origin(const Request& request, const std::optional<Origin>& site) {
    if (request.method == Method::get || request.method == Method::head || request.method == Method::options) return {};
    for (const std::string_view name : {"Sec-Fetch-Site", "Origin", "Referer"})
        if (request.count(name) > 1) return foreign(OriginProblem::unreadable);

    const auto fetch_site = request.header("Sec-Fetch-Site");
    if (fetch_site) {
        if (const auto checked = check_site(*fetch_site); !checked) return checked;
    }
    if (const auto origin = request.header("Origin")) {
        if (*origin != "null") return check_origin_header(*origin, request, site);
        return fetch_site ? Verdict() : foreign(OriginProblem::no_origin);
    }
    if (fetch_site) return {};
    const auto referer = request.header("Referer");
    return referer ? check_referer(*referer, request, site) : foreign(OriginProblem::missing);
}

} // namespace interregio::http
