#include "modules/accounts/passkey_challenges.h"

#include "modules/record/stored_enum.h"
#include "platform/secrets/encodings.h"

#include <charconv>

namespace interregio::accounts {
namespace {

std::string challenge_place(Ceremony ceremony, std::string_view reader) {
    return std::string(name_of(ceremony)) + ":" + std::string(reader);
}

} // namespace

PasskeyChallenges::PasskeyChallenges(const Clock& clock) : clock_(clock) {}

std::string PasskeyChallenges::give(Ceremony ceremony, std::string_view reader) const {
    const auto until = std::to_string((clock_.now() + challenge_lifetime).time_since_epoch().count());
    // The nonce of what is sealed is 24 random bytes; WebAuthn asks for 16.
    return secrets::base64url(secrets::seal(key_, secrets::bytes_of(until), challenge_place(ceremony, reader)));
}

bool PasskeyChallenges::is_good(Ceremony ceremony, std::string_view reader, std::string_view challenge) const {
    const auto sealed = secrets::read_base64url(challenge);
    const auto opened =
        sealed ? secrets::open_sealed(key_, sealed->bytes(), challenge_place(ceremony, reader)) : std::nullopt;
    if (!opened) return false;
    const auto text = opened->text();
    std::int64_t until = 0;
    std::from_chars(text.data(), text.data() + text.size(), until);
    if (clock_.now().time_since_epoch().count() >= until) return false;
    const std::scoped_lock lock(mutex_);
    return !used_.contains(std::string(challenge));
}

bool PasskeyChallenges::use_up(std::string_view challenge) {
    const auto now = clock_.now();
    const std::scoped_lock lock(mutex_);
    std::erase_if(used_, [&](const auto& one) { return one.second < now; });
    return used_.emplace(std::string(challenge), now + challenge_lifetime).second;
}

} // namespace interregio::accounts
