#include "platform/secrets/web_token.h"

#include "platform/secrets/encodings.h"
#include "platform/secrets/strict_json.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace interregio::secrets {
namespace {

/// "JWT" or "application/jwt", without case. What has a type of its own, such as "at+jwt" or "logout+jwt", says
/// something else (RFC 8725, 3.11).
bool is_web_token(std::string_view type) {
    std::string small(type);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small == "jwt" || small == "application/jwt";
}

} // namespace

std::string_view name_of(TokenProblem problem) {
    switch (problem) {
    case TokenProblem::malformed:
        return "malformed";
    case TokenProblem::algorithm:
        return "algorithm";
    case TokenProblem::no_key:
        return "no such key";
    case TokenProblem::signature:
        break;
    }
    return "signature";
}

std::expected<nlohmann::json, TokenProblem> verified_claims(std::string_view token, const WebKeySet& keys) {
    const auto refused = [](TokenProblem problem) { return std::unexpected(problem); };
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (token.size() > longest_web_token || first == std::string_view::npos || first == last)
        return refused(TokenProblem::malformed);
    const auto header_bytes = read_base64url(token.substr(0, first));
    const auto claim_bytes = read_base64url(token.substr(first + 1, last - first - 1));
    const auto signature = read_base64url(token.substr(last + 1));
    if (!header_bytes || !claim_bytes || !signature) return refused(TokenProblem::malformed);
    const auto header = read_json_object(header_bytes->text());
    if (!header || header->contains("crit")) return refused(TokenProblem::malformed);
    if (header->contains("typ") && !is_web_token(text_member(*header, "typ").value_or("")))
        return refused(TokenProblem::malformed);
    const auto algorithm = signature_algorithm(text_member(*header, "alg").value_or(""));
    if (!algorithm) return refused(TokenProblem::algorithm);
    const WebKey* key = keys.find(text_member(*header, "kid"), *algorithm);
    if (key == nullptr) return refused(TokenProblem::no_key);
    if (!key->verify(*algorithm, token.substr(0, last), signature->bytes())) return refused(TokenProblem::signature);
    auto claims = read_json_object(claim_bytes->text());
    if (!claims) return refused(TokenProblem::malformed);
    return std::move(*claims);
}

std::string pkce_challenge(std::string_view verifier) {
    std::array<std::byte, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(octets(std::span<std::byte>(hash)), octets(bytes_of(verifier)), verifier.size());
    return base64url(hash);
}

} // namespace interregio::secrets
