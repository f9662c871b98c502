// Fuzzes what a provider of sign-on sends, and the file that names providers: whatever is accepted can be stored, and
// no token is accepted with a signature that nobody made. The first byte picks.

#include "base/assert.h"
#include "modules/accounts/openid_claims.h"
#include "modules/accounts/openid_metadata.h"
#include "modules/accounts/sign_on_file.h"
#include "platform/secrets/strict_json.h"
#include "platform/secrets/token_maker.h"
#include "platform/secrets/web_token.h"

#include <cstddef>
#include <cstdint>

namespace interregio::accounts {
namespace {

constexpr std::size_t longest_name = 255;

SignOnProvider office() {
    SignOnProvider provider;
    provider.key = "office";
    provider.issuer = "https://login.example";
    provider.client_id = "interregio";
    provider.second_factor_amr = {"mfa"};
    provider.role_claim = "groups";
    provider.roles = {{"editors", Role::editor}};
    return provider;
}

void check_token(std::string_view text) {
    static const auto keys =
        secrets::WebKeySet::parse(secrets::TokenMaker(secrets::SignatureAlgorithm::es256).key_set()).value();
    INTERREGIO_ASSERT(!secrets::verified_claims(text, keys), "nobody has signed it");
}

void check_keys(std::string_view text) {
    const auto set = secrets::WebKeySet::parse(text);
    INTERREGIO_ASSERT(!set || set->size() <= secrets::WebKeySet::most_keys, "few keys");
    // A token of nobody, with whatever keys there are.
    using secrets::TokenMaker;
    static const std::string token = TokenMaker::encoded(R"({"alg":"RS256"})") + '.' + TokenMaker::encoded("{}") + '.' +
                                     TokenMaker::encoded(std::string(256, 'x'));
    if (set) INTERREGIO_ASSERT(!secrets::verified_claims(token, *set), "nobody has signed it");
}

void check_metadata(std::string_view text) {
    const auto read = read_metadata(text, office());
    if (!read) return;
    for (const auto& address : {read->authorization_endpoint, read->token_endpoint, read->jwks_uri})
        INTERREGIO_ASSERT(address.starts_with("https://"), "an address of https");
}

void check_claims(std::string_view text) {
    const auto claims = secrets::read_json_object(text);
    if (!claims) return;
    const auto identity = read_identity(*claims, office(), {"once", Clock::Time(std::chrono::seconds(1'800'000'000))});
    if (!identity) return;
    INTERREGIO_ASSERT(!identity->subject.empty() && identity->subject.size() <= longest_name, "can be stored");
    INTERREGIO_ASSERT(identity->roles.size() <= 1, "each role once");
}

void check_file(std::string_view text) {
    const auto providers = read_sign_on_text(text, "sign-on.yaml", "/nowhere",
                                             [](std::string_view) { return std::optional(Id<Organisation>(Uuid())); });
    INTERREGIO_ASSERT(!providers, "there is no secret");
    INTERREGIO_ASSERT(!providers.error().empty(), "it says why");
}

} // namespace
} // namespace interregio::accounts

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio::accounts;
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 5) {
    case 0:
        check_token(text);
        break;
    case 1:
        check_keys(text);
        break;
    case 2:
        check_metadata(text);
        break;
    case 3:
        check_claims(text);
        break;
    default:
        check_file(text);
    }
    return 0;
}
