#pragma once
// What an ID token must say: the checks of OpenID Connect Core 1.0, 3.1.3.7 that come after the signature. Pure.

#include "modules/accounts/sign_on_provider.h"

#include <expected>
#include <nlohmann/json_fwd.hpp>

namespace interregio::accounts {

/// How far apart our clock and that of a provider may be.
inline constexpr std::chrono::seconds clock_leeway{60};
/// An ID token is fetched as it is made; one that is older was kept by somebody.
inline constexpr std::chrono::minutes oldest_id_token{10};

struct Asked {
    std::string nonce;
    Clock::Time now;
    /// Where who it is had to be shown anew: not before then (Core, 3.1.2.1, max_age).
    std::optional<Clock::Time> shown_since{};
};

/// What an ID token says about somebody. What is wrong with it is said in words for the log.
[[nodiscard]] std::expected<Identity, std::string_view>
read_identity(const nlohmann::json& claims, const SignOnProvider& provider, const Asked& asked);

} // namespace interregio::accounts
