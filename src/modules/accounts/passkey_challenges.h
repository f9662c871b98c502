#pragma once
// Challenges that a passkey signs (WebAuthn Level 2, 13.4.3): random, for one reader and one purpose, for a few
// minutes, once. Nothing is kept when one is given out, so that whoever asks for pages cannot fill the memory: what
// must be known later is sealed in the challenge itself, with a key that nobody has after a restart. What is kept is
// those that a passkey has signed, until their time is over. Safe from any thread.

#include "base/clock.h"
#include "platform/secrets/sealed.h"

#include <array>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace interregio::accounts {

enum class Ceremony { registration, sign_in, proof };
constexpr auto enum_names(Ceremony) { return std::array<std::string_view, 3>{"registration", "sign_in", "proof"}; }

inline constexpr std::chrono::minutes challenge_lifetime{5};

class PasskeyChallenges {
  public:
    /// The clock must outlive it.
    explicit PasskeyChallenges(const Clock& clock);

    /// base64url. `reader` is made from the cookie of the session or of the visitor, so that an answer is worth nothing
    /// in another browser.
    [[nodiscard]] std::string give(Ceremony ceremony, std::string_view reader) const;
    /// Whether it was given for that, its time is not over, and it was not used.
    [[nodiscard]] bool is_good(Ceremony ceremony, std::string_view reader, std::string_view challenge) const;
    /// To be called for one that is good, once the signature was right. False when another request was faster.
    [[nodiscard]] bool use_up(std::string_view challenge);

  private:
    const Clock& clock_;
    const secrets::SealingKey key_ = secrets::SealingKey::random();
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Clock::Time> used_; ///< until when each is to be known
};

} // namespace interregio::accounts
