#pragma once
// A sign-in through a provider that has begun and not come back: what the browser keeps of it, sealed, in a cookie. So
// nothing is stored for strangers, and only the browser that began can go on.

#include "modules/accounts/sign_on_provider.h"
#include "platform/secrets/sealed.h"

#include <string>
#include <string_view>

namespace interregio::accounts {

/// What somebody goes to the provider for.
enum class SignOnAim {
    sign_in,
    prove ///< to show again who they are, before what is dangerous
};
constexpr auto enum_names(SignOnAim) { return std::array<std::string_view, 2>{"sign_in", "prove"}; }

inline constexpr std::chrono::minutes attempt_lifetime{10};
/// A cookie has 4096 bytes.
inline constexpr std::size_t longest_next = 1000;

struct SignOnAttempt {
    std::string provider; ///< key
    SignOnAim aim = SignOnAim::sign_in;
    std::string state;    ///< OpenID Connect Core 1.0, 3.1.2.1
    std::string nonce;    ///< the same
    std::string verifier; ///< RFC 7636, 4.1
    std::string next;     ///< where to go afterwards; empty: nowhere in particular
    Language language;
    Clock::Time began_at{}; ///< to the second

    [[nodiscard]] static SignOnAttempt begin(std::string provider, SignOnAim aim, Clock::Time now);
    /// Base64url, for a cookie.
    [[nodiscard]] std::string sealed(const secrets::SealingKey& key) const;
    /// Nothing when it was not sealed with this key, or too long ago.
    [[nodiscard]] static std::optional<SignOnAttempt> open(const secrets::SealingKey& key, std::string_view sealed,
                                                           Clock::Time now);
};

} // namespace interregio::accounts
