#include "modules/accounts/session.h"

namespace interregio::accounts {

bool Session::valid(Clock::Time now) const {
    if (stage != Stage::whole) return now - began_at <= longest_half_session;
    return now - began_at <= longest_session && now - seen_at <= longest_silence;
}

} // namespace interregio::accounts
