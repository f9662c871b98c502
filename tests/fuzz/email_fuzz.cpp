// Input: what somebody types as an e-mail address. Reading it ends with an address in its one form or with a refusal.

#include "base/assert.h"
#include "base/utf8.h"
#include "modules/accounts/account.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio;
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    const auto email = accounts::read_email(typed);
    if (!email) {
        INTERREGIO_ASSERT(email.error().key == "refusal.account.email", "says why not");
        INTERREGIO_ASSERT(valid_utf8(email.error().arguments.front().second), "in words that can be shown");
        return 0;
    }
    INTERREGIO_ASSERT(email->size() <= accounts::longest_email, "within the limit");
    INTERREGIO_ASSERT(std::ranges::all_of(*email, [](char c) { return c > ' ' && c <= '~'; }), "visible ASCII");
    INTERREGIO_ASSERT(std::ranges::count(*email, '@') == 1, "one name at one host");
    INTERREGIO_ASSERT(accounts::read_email(*email) == *email, "read again it is the same");
    return 0;
}
