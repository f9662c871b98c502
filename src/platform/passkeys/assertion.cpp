#include "platform/passkeys/assertion.h"

#include "platform/passkeys/public_key.h"
#include "platform/passkeys/response_parts.h"

namespace interregio::passkeys {
namespace {

constexpr std::size_t longest_signature = 1024;

struct AssertionEnd {
    void operator()(fido_assert_t* assertion) const { fido_assert_free(&assertion); }
};
using Assertion = std::unique_ptr<fido_assert_t, AssertionEnd>;

/// libfido2 looks at host, presence and verification once more.
bool signature_is_right(const RelyingParty& party, const AssertionResponse& response, const PublicKey& key) {
    const auto fido_key = FidoKey::of(key);
    const Assertion assertion(fido_assert_new());
    if (!assertion) throw std::bad_alloc();
    fido_assert_t* const one = assertion.get();
    return fido_key && fido_assert_set_rp(one, party.id().c_str()) == FIDO_OK &&
           fido_assert_set_up(one, FIDO_OPT_TRUE) == FIDO_OK && fido_assert_set_uv(one, FIDO_OPT_TRUE) == FIDO_OK &&
           fido_assert_set_clientdata(one, octets_of(response.client_data), response.client_data.size()) == FIDO_OK &&
           fido_assert_set_count(one, 1) == FIDO_OK &&
           fido_assert_set_authdata_raw(one, 0, octets_of(response.authenticator), response.authenticator.size()) ==
               FIDO_OK &&
           fido_assert_set_sig(one, 0, octets_of(response.signature), response.signature.size()) == FIDO_OK &&
           fido_assert_verify(one, 0, cose_number(key.algorithm), fido_key->pointer()) == FIDO_OK;
}

} // namespace

std::expected<std::uint32_t, Problem> check_assertion(const RelyingParty& party, const AssertionResponse& response,
                                                      const PublicKey& key, const IsChallenge& is_challenge) {
    if (const auto wrong = problem_of_client_data(response.client_data, "webauthn.get", party, is_challenge))
        return std::unexpected(*wrong);
    if (const auto wrong = problem_of_authenticator_data(response.authenticator, party)) return std::unexpected(*wrong);
    if (response.signature.empty() || response.signature.size() > longest_signature)
        return std::unexpected(Problem::unreadable);
    if (!signature_is_right(party, response, key)) return std::unexpected(Problem::wrong_signature);
    return counter_in(response.authenticator);
}

} // namespace interregio::passkeys
