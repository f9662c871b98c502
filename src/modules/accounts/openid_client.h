#pragma once
// Talking to one provider of sign-on: what it says about itself, its keys, and a token for a code. Keeps the first two
// for an hour. Safe from any thread; takes seconds (not for the threads with the connections), and never more than a
// provider that is down or slow may cost: after it has failed, it is left alone for a while.

#include "modules/accounts/openid_metadata.h"
#include "modules/accounts/sign_on_problem.h"
#include "platform/secrets/web_token.h"

#include <expected>
#include <functional>
#include <mutex>

namespace interregio::accounts {

/// What the operator should know: key of the provider, and what is wrong, without anything secret or personal.
using OnTrouble = std::function<void(std::string_view provider, std::string_view what)>;

inline constexpr std::chrono::hours documents_kept{1};
/// After a key that is not known, the keys are fetched again no more often than that.
inline constexpr std::chrono::minutes keys_refetched_once_a{1};
/// How long a provider that did not answer is not asked again.
inline constexpr std::chrono::seconds left_alone{10};

class OpenIdClient {
  public:
    /// All must outlive it.
    OpenIdClient(const SignOnProvider& provider, const fetch::Fetcher& fetcher, const Clock& clock,
                 const OnTrouble& on_trouble)
        : provider_(provider), fetcher_(fetcher), clock_(clock), on_trouble_(on_trouble) {}

    [[nodiscard]] const SignOnProvider& provider() const { return provider_; }
    /// SignOnProblem::unreachable, also where the document cannot be used.
    [[nodiscard]] std::expected<ProviderMetadata, SignOnProblem> metadata();
    /// The claims of the ID token for a code (OpenID Connect Core 1.0, 3.1.3); its signature has been checked.
    /// SignOnProblem::unreachable, ::provider (it gives none for this code), ::invalid.
    [[nodiscard]] std::expected<nlohmann::json, SignOnProblem>
    redeem(const std::string& code, const std::string& verifier, const std::string& redirect_uri);
    /// Says to the operator what is wrong, and gives the problem.
    std::unexpected<SignOnProblem> trouble(SignOnProblem problem, std::string_view what) const;

  private:
    using Keys = std::shared_ptr<const secrets::WebKeySet>;
    [[nodiscard]] std::expected<nlohmann::json, SignOnProblem> verify(std::string_view token);
    [[nodiscard]] std::expected<std::string, SignOnProblem> document(const std::string& address);
    [[nodiscard]] std::expected<Keys, SignOnProblem> keys();
    [[nodiscard]] std::expected<Keys, SignOnProblem> fetch_keys(const std::string& address);
    [[nodiscard]] bool may_refetch_keys();
    [[nodiscard]] std::expected<fetch::Answer, SignOnProblem> ask(const fetch::Request& request);

    const SignOnProvider& provider_;
    const fetch::Fetcher& fetcher_;
    const Clock& clock_;
    const OnTrouble& on_trouble_;
    std::mutex mutex_; ///< of all below; not held while the provider is asked
    std::optional<ProviderMetadata> metadata_;
    Clock::Time metadata_at_{};
    Keys keys_;
    Clock::Time keys_at_{};
    std::optional<Clock::Time> refetched_at_;
    std::optional<Clock::Time> failed_at_;
};

} // namespace interregio::accounts
