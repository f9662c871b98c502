#pragma once
// How often may be guessed: passwords, codes of a second factor, recovery codes. Strangers are slowed down and the
// person whose account it is is not locked out (OWASP ASVS 4.0.3, 2.2.1; NIST SP 800-63B, 5.2.2; OWASP “Slow Down
// Online Guessing Attacks with Device Cookies”).
//
// An attempt counts in three counters and waits as long as the slowest wants. “In a row” means: not forgotten.
//
//     counted for                           waits from the  15 minutes from the  a day from the  forgets one each
//     account, over all addresses                10th             20th                90th            day
//     account and address                         5th             15th                20th            day
//     address, over all accounts                 50th             60th               never         15 minutes
//
// - The first wait is one second, and each further failure in a row doubles it, up to 15 minutes.
// - Known devices have both counters of the account once more, for themselves, and none of the address: failures from
//   unknown devices never delay a known one, whatever their number, nor the other way round.
// - A day, before the 100 failures in a row of NIST 5.2.2 are reached. One address comes to a day by itself (at 20) and
//   then adds no more than the account forgets, so it cannot bring the account there. Two need 50 days for that, five
//   need 18 hours. While they go on, the account cannot be entered from new devices but by a link that cannot be
//   guessed.
// - Read to the letter, NIST 5.2.2 counts both kinds of device together and forgets nothing, which would be a lock that
//   strangers can turn. Here they count apart, and from 90 on it goes on at one a day.
// - An attempt counts when it begins. A success takes back its own and all failures of the same account, address and
//   kind of device, from every counter (NIST 5.2.2: “from the same IP address”). What others did to the account and
//   what the address did to other accounts stays.
// - The wait runs from the end of a failure. An attempt that never ends has failed.
// - A refused attempt counts nowhere and prolongs nothing.
// - Whether an account exists is not known here, so it can make no difference.
//
// In a year, a patient guesser on unknown devices, with as many addresses as wanted, has at most 90 + 365 = 455
// attempts at an account; with one address 20 + 365 = 385; with a known device as well, 455 more. Of a million codes
// three are right (totp.h): 455 attempts find one with a chance of 0.14 %, 910 with 0.27 %. (With 15 minutes as the
// longest wait it would be 35,040 attempts and 10 %.) A recovery code of 66.9 bits stays out of reach. Three things
// give a guesser more: a restart of the program forgets everything, which gives 90 attempts each time (0.03 %);
// somebody at the same address as the owner and on the same kind of device gets up to 20 again each time the owner
// signs in; and a success must be one of what is guessed: use one throttle for passwords and another for codes, or a
// password that is known would take back the failures of codes.
//
// In memory, and bounded: 50,000 counters a kind, some 50 MB when all are taken, 80 with the longest names. When there
// is no room, that goes which would have been forgotten first. A new counter of an account then goes on from what the
// one that went for it had, so that no flood of names makes an account count too few; it takes 450,000 attempts in a
// day until one waits without cause. Known devices are not concerned: their counters are apart.

#include "base/clock.h"
#include "modules/accounts/attempt_counters.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

namespace interregio::accounts {

struct Attempt {
    std::string account; ///< the name that was typed, folded by the caller; also of accounts that do not exist. Names
                         ///< count by their first 254 bytes, so that what is kept is bounded
    std::string address; ///< of the client; IPv6 counts by its /64 network, IPv4 written as IPv6 (::ffff:…) as IPv4
    bool known_device = false; ///< the browser has signed in to this account before (device cookie)
};

/// Safe from any thread.
class SignInThrottle {
  public:
    /// The clock must outlive it.
    explicit SignInThrottle(const Clock& clock);

    /// Nothing when it may be tried now, and then it counts as tried until failed() or succeeded() says how it ended,
    /// so that of a thousand attempts sent at once not all are let in. Otherwise how long to wait, at least a second.
    [[nodiscard]] std::optional<std::chrono::seconds> begin(const Attempt& attempt);
    /// One of these two, once after each begin() that let it in, with the same attempt.
    void failed(const Attempt& attempt);
    void succeeded(const Attempt& attempt);

  private:
    /// The counters of one kind of device.
    struct OfAccounts {
        AttemptCounters accounts;
        AttemptCounters pairs;
        OfAccounts();
    };
    OfAccounts& of(const Attempt& attempt) { return attempt.known_device ? known_ : unknown_; }

    const Clock& clock_;
    std::mutex mutex_;
    OfAccounts known_;
    OfAccounts unknown_;
    AttemptCounters addresses_;
    /// What each pair has added to its address, to take it back.
    AttemptCounters pairs_at_addresses_;
};

} // namespace interregio::accounts
