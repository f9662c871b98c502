#include "modules/accounts/openid_metadata.h"

#include "platform/secrets/strict_json.h"
#include "platform/secrets/web_key.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

/// Whether a list has the value; where there is no list, what the standard takes for granted then.
bool lists(const nlohmann::json& document, std::string_view name, std::string_view value, bool otherwise) {
    return document.contains(name) ? std::ranges::count(secrets::texts_member(document, name), value) > 0 : otherwise;
}

bool signs_in_a_way_we_check(const nlohmann::json& document) {
    constexpr std::string_view name = "id_token_signing_alg_values_supported";
    return !document.contains(name) ||
           std::ranges::any_of(secrets::texts_member(document, name),
                               [](const std::string& one) { return secrets::signature_algorithm(one).has_value(); });
}

} // namespace

std::string metadata_address(std::string_view issuer) {
    if (issuer.ends_with('/')) issuer.remove_suffix(1);
    return std::string(issuer) + "/.well-known/openid-configuration";
}

std::expected<ProviderMetadata, std::string_view> read_metadata(std::string_view json, const SignOnProvider& provider) {
    const auto document = secrets::read_json_object(json);
    if (!document) return std::unexpected("discovery: no JSON object");
    if (secrets::text_member(*document, "issuer") != provider.issuer)
        return std::unexpected("discovery: another issuer");
    ProviderMetadata metadata;
    const auto read = [&](std::string_view name, std::string& target) {
        target = secrets::text_member(*document, name).value_or("");
        return fetch::is_fetchable(target, provider.transport);
    };
    if (!read("authorization_endpoint", metadata.authorization_endpoint))
        return std::unexpected("discovery: authorization_endpoint");
    if (!read("token_endpoint", metadata.token_endpoint)) return std::unexpected("discovery: token_endpoint");
    if (!read("jwks_uri", metadata.jwks_uri)) return std::unexpected("discovery: jwks_uri");
    std::string end;
    if (document->contains("end_session_endpoint") && read("end_session_endpoint", end))
        metadata.end_session_endpoint = std::move(end);
    if (!lists(*document, "response_types_supported", "code", true)) return std::unexpected("discovery: no code flow");
    if (!lists(*document, "code_challenge_methods_supported", "S256", true))
        return std::unexpected("discovery: no S256");
    if (!signs_in_a_way_we_check(*document)) return std::unexpected("discovery: no signature that we check");
    constexpr std::string_view proofs = "token_endpoint_auth_methods_supported";
    if (!lists(*document, proofs, "client_secret_basic", true)) {
        if (!lists(*document, proofs, "client_secret_post", false))
            return std::unexpected("discovery: neither client_secret_basic nor client_secret_post");
        metadata.client_proof = ClientProof::post;
    }
    const auto announced = document->find("authorization_response_iss_parameter_supported");
    if (announced != document->end() && announced->is_boolean() && announced->get<bool>())
        metadata.issuer_in_answer = IssuerInAnswer::announced;
    return metadata;
}

} // namespace interregio::accounts
