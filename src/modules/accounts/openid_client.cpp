#include "modules/accounts/openid_client.h"

#include "platform/secrets/encodings.h"
#include "platform/secrets/strict_json.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

constexpr int status_ok = 200;
constexpr int first_server_error = 500;

/// The code of an error as it may stand in a log (RFC 6749, 5.2: few characters).
std::string error_code(const nlohmann::json& answer) {
    constexpr std::size_t longest = 60;
    std::string code = secrets::text_member(answer, "error").value_or("").substr(0, longest);
    std::erase_if(code, [](char c) { return (c < 'a' || c > 'z') && c != '_'; });
    return code;
}

} // namespace

std::unexpected<SignOnProblem> OpenIdClient::trouble(SignOnProblem problem, std::string_view what) const {
    if (on_trouble_) on_trouble_(provider_.key, what);
    return std::unexpected(problem);
}

std::expected<fetch::Answer, SignOnProblem> OpenIdClient::ask(const fetch::Request& request) {
    {
        const std::scoped_lock lock(mutex_);
        if (failed_at_ && clock_.now() - *failed_at_ < left_alone) return std::unexpected(SignOnProblem::unreachable);
    }
    auto answer = fetcher_.fetch(request);
    {
        const std::scoped_lock lock(mutex_);
        failed_at_ = answer ? std::nullopt : std::optional(clock_.now());
    }
    if (!answer) return trouble(SignOnProblem::unreachable, fetch::name_of(answer.error()));
    if (answer->status >= first_server_error)
        return trouble(SignOnProblem::unreachable, "status " + std::to_string(answer->status));
    return std::move(*answer);
}

std::expected<std::string, SignOnProblem> OpenIdClient::document(const std::string& address) {
    auto answer = ask({.address = address, .transport = provider_.transport});
    if (!answer) return std::unexpected(answer.error());
    if (answer->status != status_ok)
        return trouble(SignOnProblem::unreachable, "status " + std::to_string(answer->status));
    return std::move(answer->body);
}

std::expected<ProviderMetadata, SignOnProblem> OpenIdClient::metadata() {
    {
        const std::scoped_lock lock(mutex_);
        if (metadata_ && clock_.now() - metadata_at_ < documents_kept) return *metadata_;
    }
    const auto text = document(metadata_address(provider_.issuer));
    if (!text) return std::unexpected(text.error());
    const auto read = read_metadata(*text, provider_);
    if (!read) return trouble(SignOnProblem::unreachable, read.error());
    const std::scoped_lock lock(mutex_);
    metadata_ = *read;
    metadata_at_ = clock_.now();
    return *read;
}

std::expected<OpenIdClient::Keys, SignOnProblem> OpenIdClient::fetch_keys(const std::string& address) {
    const auto text = document(address);
    if (!text) return std::unexpected(text.error());
    auto set = secrets::WebKeySet::parse(*text);
    if (!set) return trouble(SignOnProblem::unreachable, "keys: no key set");
    const std::scoped_lock lock(mutex_);
    keys_ = std::make_shared<const secrets::WebKeySet>(std::move(*set));
    keys_at_ = clock_.now();
    return keys_;
}

std::expected<OpenIdClient::Keys, SignOnProblem> OpenIdClient::keys() {
    {
        const std::scoped_lock lock(mutex_);
        if (keys_ && clock_.now() - keys_at_ < documents_kept) return keys_;
    }
    const auto known = metadata();
    if (!known) return std::unexpected(known.error());
    return fetch_keys(known->jwks_uri);
}

bool OpenIdClient::may_refetch_keys() {
    const std::scoped_lock lock(mutex_);
    const auto now = clock_.now();
    if (refetched_at_ && now - *refetched_at_ < keys_refetched_once_a) return false;
    refetched_at_ = now;
    return true;
}

std::expected<nlohmann::json, SignOnProblem> OpenIdClient::verify(std::string_view token) {
    auto known = keys();
    if (!known) return std::unexpected(known.error());
    auto claims = secrets::verified_claims(token, **known);
    // Core, 10.1.1: a key that is not known may be a new one.
    if (!claims && claims.error() == secrets::TokenProblem::no_key && may_refetch_keys()) {
        const auto described = metadata();
        if (!described) return std::unexpected(described.error());
        known = fetch_keys(described->jwks_uri);
        if (!known) return std::unexpected(known.error());
        claims = secrets::verified_claims(token, **known);
    }
    if (!claims) return trouble(SignOnProblem::invalid, "token: " + std::string(secrets::name_of(claims.error())));
    return std::move(*claims);
}

std::expected<nlohmann::json, SignOnProblem> OpenIdClient::redeem(const std::string& code, const std::string& verifier,
                                                                  const std::string& redirect_uri) {
    using secrets::percent_encoded;
    const auto known = metadata();
    if (!known) return std::unexpected(known.error());
    const std::string secret(provider_.client_secret.text());
    fetch::Request request{.address = known->token_endpoint, .transport = provider_.transport};
    request.form = "grant_type=authorization_code&code=" + percent_encoded(code) +
                   "&redirect_uri=" + percent_encoded(redirect_uri) + "&code_verifier=" + percent_encoded(verifier);
    if (known->client_proof == ClientProof::basic) // RFC 6749, 2.3.1: both encoded as in a form
        request.credentials = {percent_encoded(provider_.client_id), percent_encoded(secret)};
    else
        *request.form +=
            "&client_id=" + percent_encoded(provider_.client_id) + "&client_secret=" + percent_encoded(secret);
    const auto answer = ask(request);
    if (!answer) return std::unexpected(answer.error());
    const auto read = secrets::read_json_object(answer->body);
    if (answer->status != status_ok)
        return trouble(SignOnProblem::provider, "token endpoint: " + std::to_string(answer->status) + ' ' +
                                                    (read ? error_code(*read) : std::string()));
    const auto token = read ? secrets::text_member(*read, "id_token") : std::nullopt;
    if (!token) return trouble(SignOnProblem::invalid, "token endpoint: no id_token");
    return verify(*token);
}

} // namespace interregio::accounts
