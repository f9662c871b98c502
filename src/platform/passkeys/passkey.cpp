#include "platform/passkeys/passkey.h"

#include <fido.h>

namespace interregio::passkeys {

int cose_number(Algorithm algorithm) {
    switch (algorithm) {
    case Algorithm::es256:
        return COSE_ES256;
    case Algorithm::eddsa:
        return COSE_EDDSA;
    case Algorithm::rs256:
        return COSE_RS256;
    }
    return COSE_UNSPEC;
}

bool counter_may_follow(std::uint32_t stored, std::uint32_t told) {
    return (stored == 0 && told == 0) || told > stored;
}

} // namespace interregio::passkeys
