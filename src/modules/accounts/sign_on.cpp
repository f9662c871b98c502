#include "modules/accounts/sign_on.h"

#include "base/assert.h"
#include "platform/secrets/encodings.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

using secrets::percent_encoded;

/// An address of the provider with parameters; it may have some of its own.
class Address {
  public:
    explicit Address(std::string base) : text_(std::move(base)) {}
    void add(std::string_view name, std::string_view value) {
        text_ += text_.contains('?') ? '&' : '?';
        text_ += std::string(name) + '=' + percent_encoded(value);
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
};

std::string joined_by_blanks(std::string first, const std::vector<std::string>& more) {
    for (const std::string& one : more) first += (first.empty() ? "" : " ") + one;
    return first;
}

constexpr std::chrono::minutes used_kept = attempt_lifetime + std::chrono::minutes{1};

} // namespace

/// One of those who may wait for a provider at a time.
class SignOn::Waiting {
  public:
    Waiting(std::atomic<int>& count, int most) : count_(count), fits_(count.fetch_add(1) < most) {}
    ~Waiting() { count_.fetch_sub(1); }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
    [[nodiscard]] bool fits() const { return fits_; }

  private:
    std::atomic<int>& count_;
    bool fits_;
};

SignOn::SignOn(std::vector<SignOnProvider> providers, SignIn& sign_in, const fetch::Fetcher& fetcher,
               const Clock& clock, const secrets::SealingKey& key, Options options)
    : providers_(std::move(providers)), sign_in_(sign_in), clock_(clock), key_(key), options_(std::move(options)) {
    for (const SignOnProvider& provider : providers_)
        clients_.try_emplace(provider.key, provider, fetcher, clock, options_.on_trouble);
}

const SignOnProvider* SignOn::find(std::string_view key) const {
    const auto found = std::ranges::find(providers_, key, &SignOnProvider::key);
    return found == providers_.end() ? nullptr : &*found;
}

OpenIdClient& SignOn::client(std::string_view provider) {
    const auto found = clients_.find(provider);
    INTERREGIO_ASSERT(found != clients_.end(), "there is such a provider");
    return found->second;
}

std::string SignOn::redirect_uri(const SignOnProvider& provider) const {
    return options_.base_url + "/sign-on/" + provider.key;
}

std::string SignOn::signed_out_uri(const SignOnProvider& provider) const {
    return redirect_uri(provider) + "/signed-out";
}

std::expected<SignOn::Begun, SignOnProblem> SignOn::begin(std::string_view provider_key, SignOnAim aim,
                                                          std::string_view next, Language language) {
    OpenIdClient& provider_client = client(provider_key);
    const Waiting waiting(waiting_, options_.most_waiting);
    if (!waiting.fits()) return std::unexpected(SignOnProblem::busy);
    const auto metadata = provider_client.metadata();
    if (!metadata) return std::unexpected(metadata.error());
    const SignOnProvider& provider = provider_client.provider();
    auto attempt = SignOnAttempt::begin(provider.key, aim, clock_.now());
    attempt.next = next.size() <= longest_next ? std::string(next) : std::string();
    attempt.language = language;
    Address address(metadata->authorization_endpoint);
    address.add("response_type", "code");
    address.add("client_id", provider.client_id);
    address.add("redirect_uri", redirect_uri(provider));
    address.add("scope", joined_by_blanks("openid", provider.scopes));
    address.add("state", attempt.state);
    address.add("nonce", attempt.nonce);
    address.add("code_challenge", secrets::pkce_challenge(attempt.verifier));
    address.add("code_challenge_method", "S256");
    address.add("ui_locales", language.tag());
    if (!provider.second_factor_acr.empty())
        address.add("acr_values", joined_by_blanks("", provider.second_factor_acr));
    if (aim == SignOnAim::prove) { // Core, 3.1.2.1
        address.add("prompt", "login");
        address.add("max_age", "0");
    }
    return Begun{address.text(), attempt.sealed(key_)};
}

bool SignOn::use_up(const std::string& state) {
    const std::scoped_lock lock(mutex_);
    const auto now = clock_.now();
    std::erase_if(used_, [&](const auto& one) { return now - one.second > used_kept; });
    return used_.emplace(state, now).second;
}

std::expected<Identity, SignOnProblem> SignOn::identity(OpenIdClient& provider_client, const Returned& returned,
                                                        const SignOnAttempt& attempt) {
    const SignOnProvider& provider = provider_client.provider();
    const auto metadata = provider_client.metadata();
    if (!metadata) return std::unexpected(metadata.error());
    // RFC 9207, 2.4: before anything else of the answer is used, also of an error.
    const bool announced = metadata->issuer_in_answer == IssuerInAnswer::announced;
    if (returned.issuer ? *returned.issuer != provider.issuer : announced)
        return provider_client.trouble(SignOnProblem::invalid, "answer: iss");
    if (returned.error) {
        if (*returned.error == "access_denied") return std::unexpected(SignOnProblem::cancelled);
        return provider_client.trouble(SignOnProblem::provider, "answer: error");
    }
    if (!returned.code) return provider_client.trouble(SignOnProblem::invalid, "answer: no code");
    const auto claims = provider_client.redeem(*returned.code, attempt.verifier, redirect_uri(provider));
    if (!claims) return std::unexpected(claims.error());
    Asked asked{.nonce = attempt.nonce, .now = clock_.now()};
    if (attempt.aim == SignOnAim::prove) asked.shown_since = attempt.began_at;
    auto read = read_identity(*claims, provider, asked);
    if (read) return std::move(*read);
    const bool not_again = attempt.aim == SignOnAim::prove && read.error() == "auth_time";
    return provider_client.trouble(not_again ? SignOnProblem::not_again : SignOnProblem::invalid,
                                   "token: " + std::string(read.error()));
}

std::expected<accounts::Begun, SignOnProblem> SignOn::go_on(const Returned& returned, const SignOnAttempt& attempt,
                                                            const From& from) {
    if (!returned.state || !secrets::same_secret(*returned.state, attempt.state) ||
        attempt.provider != returned.provider || !use_up(attempt.state))
        return std::unexpected(SignOnProblem::stale);
    if (attempt.aim == SignOnAim::prove && !returned.visit) return std::unexpected(SignOnProblem::stale);
    const Waiting waiting(waiting_, options_.most_waiting);
    if (!waiting.fits()) return std::unexpected(SignOnProblem::busy);
    OpenIdClient& provider_client = client(attempt.provider);
    const auto found = identity(provider_client, returned, attempt);
    if (!found) return std::unexpected(found.error());
    auto begun = attempt.aim == SignOnAim::prove
                     ? sign_in_.prove_through(*returned.visit, provider_client.provider(), *found, from)
                     : sign_in_.with_identity(provider_client.provider(), *found, from);
    if (!begun) return std::unexpected(begun.error());
    return std::move(*begun);
}

SignOn::Finished SignOn::finish(const Returned& returned, const From& from) {
    const auto attempt = returned.attempt ? SignOnAttempt::open(key_, *returned.attempt, clock_.now()) : std::nullopt;
    if (!attempt || find(attempt->provider) == nullptr) return {.begun = std::unexpected(SignOnProblem::stale)};
    return {go_on(returned, *attempt, from), attempt->aim, attempt->next, attempt->language};
}

std::optional<std::string> SignOn::sign_out_address(std::string_view provider_key, Language language) {
    OpenIdClient& provider_client = client(provider_key);
    const Waiting waiting(waiting_, options_.most_waiting);
    if (!waiting.fits()) return std::nullopt;
    const auto metadata = provider_client.metadata();
    if (!metadata || !metadata->end_session_endpoint) return std::nullopt;
    Address address(*metadata->end_session_endpoint);
    // No id_token_hint: it would have to be kept, and would stand in an address with what it says of somebody.
    address.add("client_id", provider_client.provider().client_id);
    address.add("post_logout_redirect_uri", signed_out_uri(provider_client.provider()));
    address.add("state", language.tag());
    address.add("ui_locales", language.tag());
    return address.text();
}

} // namespace interregio::accounts
