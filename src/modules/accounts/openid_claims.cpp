#include "modules/accounts/openid_claims.h"

#include "base/utf8.h"
#include "platform/secrets/strict_json.h"

#include <algorithm>
#include <cmath>

namespace interregio::accounts {
namespace {

using Json = nlohmann::json;
using secrets::text_member;
using secrets::texts_member;

/// A NumericDate (RFC 7519, 2), in years that a clock can have.
std::optional<Clock::Time> time_member(const Json& claims, std::string_view name) {
    constexpr double latest = 32'503'680'000; // the year 3000
    const auto found = claims.find(name);
    if (found == claims.end() || !found->is_number()) return std::nullopt;
    const auto seconds = found->get<double>();
    if (!std::isfinite(seconds) || seconds < 0 || seconds > latest) return std::nullopt;
    return Clock::Time(std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)));
}

/// A name that a provider has for something: as long as Core, 2 allows for sub.
std::optional<std::string> name_member(const Json& claims, std::string_view name) {
    constexpr std::size_t longest = 255;
    auto text = text_member(claims, name);
    if (!text || text->empty() || text->size() > longest || has_control_characters(*text, ControlCharacters::none))
        return std::nullopt;
    return text;
}

/// Who has made it, for whom, and when. Nothing when it is right.
std::optional<std::string_view> wrong_with(const Json& claims, const SignOnProvider& provider, Clock::Time now) {
    if (text_member(claims, "iss") != provider.issuer) return "iss";
    const auto audiences = texts_member(claims, "aud");
    if (std::ranges::count(audiences, provider.client_id) == 0) return "aud";
    const auto issued_at = time_member(claims, "iat");
    const auto ends_at = time_member(claims, "exp");
    if (!ends_at || *ends_at + clock_leeway <= now) return "exp";
    if (!issued_at || *issued_at > now + clock_leeway || *issued_at < now - oldest_id_token - clock_leeway)
        return "iat";
    if (claims.contains("nbf")) {
        const auto begins_at = time_member(claims, "nbf");
        if (!begins_at || *begins_at > now + clock_leeway) return "nbf";
    }
    return std::nullopt;
}

std::optional<std::string> email_of(const Json& claims, const SignOnProvider& provider) {
    const auto verified = claims.find("email_verified");
    const bool proved = provider.email == EmailProof::trusted ||
                        (verified != claims.end() && verified->is_boolean() && verified->get<bool>());
    const auto written = proved ? text_member(claims, "email") : std::nullopt;
    const auto email = written ? std::optional(read_email(*written)) : std::nullopt;
    return email && *email ? std::optional(**email) : std::nullopt;
}

std::vector<Role> roles_of(const Json& claims, const SignOnProvider& provider) {
    std::vector<Role> roles;
    if (provider.role_claim.empty()) return roles;
    const auto values = texts_member(claims, provider.role_claim);
    for (const auto& [value, role] : provider.roles)
        if (std::ranges::count(values, value) > 0 && std::ranges::count(roles, role) == 0) roles.push_back(role);
    return roles;
}

bool has_second_factor(const Json& claims, const SignOnProvider& provider) {
    const auto acr = text_member(claims, "acr");
    if (acr && std::ranges::count(provider.second_factor_acr, *acr) > 0) return true;
    const auto methods = texts_member(claims, "amr");
    return std::ranges::any_of(provider.second_factor_amr,
                               [&](const std::string& one) { return std::ranges::count(methods, one) > 0; });
}

} // namespace

std::expected<Identity, std::string_view> read_identity(const Json& claims, const SignOnProvider& provider,
                                                        const Asked& asked) {
    if (const auto wrong = wrong_with(claims, provider, asked.now)) return std::unexpected(*wrong);
    // 3.1.3.7, 3 to 5: other audiences only where the provider says that it is for us.
    const bool for_others = texts_member(claims, "aud").size() > 1;
    if ((for_others || claims.contains("azp")) && text_member(claims, "azp") != provider.client_id)
        return std::unexpected("azp");
    const auto nonce = text_member(claims, "nonce");
    if (!nonce || !secrets::same_secret(*nonce, asked.nonce)) return std::unexpected("nonce");
    if (!name_member(claims, "sub")) return std::unexpected("sub");
    auto subject = name_member(claims, provider.account_claim);
    if (!subject) return std::unexpected("account claim");
    Identity identity;
    identity.subject = std::move(*subject);
    identity.email = email_of(claims, provider);
    identity.roles = roles_of(claims, provider);
    identity.second_factor = has_second_factor(claims, provider);
    identity.shown_at = time_member(claims, "auth_time");
    if (identity.shown_at && *identity.shown_at > asked.now + clock_leeway) return std::unexpected("auth_time");
    if (asked.shown_since && (!identity.shown_at || *identity.shown_at < *asked.shown_since - clock_leeway))
        return std::unexpected("auth_time");
    return identity;
}

} // namespace interregio::accounts
