// Fuzzes what a browser sends of passkeys: whatever is accepted has a key, an id and a counter that can be stored, and
// nothing is accepted with a signature that nobody made. The first byte picks; the next two are the length of the
// client data, what follows the rest: of an attestation, or of authenticator data and signature.

#include "base/assert.h"
#include "platform/passkeys/software_authenticator.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace interregio::passkeys {
namespace {

const RelyingParty& party() {
    static const RelyingParty made = RelyingParty::of_origin("https://interregio.example").value();
    return made;
}
const IsChallenge any = [](std::string_view challenge) { return !challenge.empty(); };

Bytes copy(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

void check_made(ByteView client_data, ByteView attestation) {
    const auto made = check_registration(party(), {copy(client_data), copy(attestation)}, any);
    if (!made) return;
    INTERREGIO_ASSERT(!made->id.empty() && made->id.size() <= longest_credential_id, "an id that can be stored");
    constexpr std::array<std::size_t, 3> sizes{64, 32, 259};
    INTERREGIO_ASSERT(made->key.bytes.size() == sizes[static_cast<std::size_t>(made->key.algorithm)], "a whole key");
}

void check_used(ByteView client_data, ByteView rest, Algorithm algorithm) {
    static const std::array<SoftwareAuthenticator, 3> passkeys{SoftwareAuthenticator(Algorithm::es256),
                                                               SoftwareAuthenticator(Algorithm::eddsa),
                                                               SoftwareAuthenticator(Algorithm::rs256)};
    static const std::array<PublicKey, 3> keys = [] {
        std::array<PublicKey, 3> list;
        for (std::size_t i = 0; i < list.size(); ++i)
            list[i] = check_registration(party(), passkeys[i].make({.challenge = "AAAA"}), any).value().key;
        return list;
    }();
    const auto& key = keys[static_cast<std::size_t>(algorithm)];
    constexpr std::size_t head = 37;
    const auto right = passkeys[static_cast<std::size_t>(algorithm)].use({.challenge = "AAAA"});
    // The head that is right, and what came behind it; or what came as it is.
    Bytes data = right.authenticator;
    data.insert(data.end(), rest.begin(), rest.end());
    const auto signature = rest.subspan(rest.size() / 2);
    INTERREGIO_ASSERT(!check_assertion(party(), {copy(client_data), data, copy(signature)}, key, any), "no signature");
    if (rest.size() >= head)
        INTERREGIO_ASSERT(
            !check_assertion(party(), {copy(client_data), copy(rest.first(head)), copy(signature)}, key, any),
            "no signature");
    // A key that is no key.
    (void)check_assertion(party(), right, {algorithm, copy(rest)}, any);
}

} // namespace
} // namespace interregio::passkeys

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio::passkeys;
    if (size < 3) return 0;
    const auto bytes = std::as_bytes(std::span(data, size));
    const std::size_t length = std::min<std::size_t>(data[1] * 256U + data[2], size - 3);
    const auto client_data = bytes.subspan(3, length);
    const auto rest = bytes.subspan(3 + length);
    if (data[0] % 2 == 0)
        check_made(client_data, rest);
    else
        check_used(client_data, rest, all_algorithms[data[0] / 2 % all_algorithms.size()]);
    return 0;
}
