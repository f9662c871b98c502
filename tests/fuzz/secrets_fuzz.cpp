// Fuzzes what is read of secrets: whatever somebody types as a password or a code, cookies and links with tokens, and
// what lies encrypted in the database. The first byte picks; of a password, the line behind it is a word of the
// context.

#include "base/assert.h"
#include "base/utf8.h"
#include "platform/secrets/encodings.h"
#include "platform/secrets/password.h"
#include "platform/secrets/recovery_code.h"
#include "platform/secrets/sealed.h"
#include "platform/secrets/token.h"
#include "platform/secrets/totp.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::secrets {
namespace {

void check_password(std::string_view input) {
    const std::size_t newline = std::min(input.find('\n'), input.size());
    const std::string_view text = input.substr(0, newline);
    std::vector<std::string> context;
    if (newline < input.size() && valid_utf8(input.substr(newline + 1)))
        context.emplace_back(input.substr(newline + 1, 200));
    if (!context.empty() && !valid_utf8(context.front())) context.clear();
    const auto typed = Password::typed(text);
    const auto chosen = Password::choose(text, context);
    if (!chosen) {
        INTERREGIO_ASSERT(chosen.error().key.starts_with("refusal.password."), "it says what is wrong");
        for (const auto& [name, value] : chosen.error().arguments)
            INTERREGIO_ASSERT(valid_utf8(value) && value.size() < 100, "the refusal can be shown");
        return;
    }
    INTERREGIO_ASSERT(typed && typed->text() == chosen->text(), "what may be chosen signs in");
    INTERREGIO_ASSERT(valid_utf8(chosen->text()) && chosen->text() == to_nfc(chosen->text()), "in normal form");
}

void check_token(std::string_view text) {
    if (const auto token = Token::parse(text)) INTERREGIO_ASSERT(token->text() == text, "one way to write a token");
    if (const auto bytes = read_base64url(text))
        INTERREGIO_ASSERT(base64url(bytes->bytes()) == text, "one way to write bytes");
}

void check_codes(std::string_view text) {
    if (const auto code = recovery_code_typed(text)) {
        INTERREGIO_ASSERT(code->size() == 15 && recovery_code_typed(*code) == code, "normalised once for all");
        INTERREGIO_ASSERT(matching_recovery_code({std::string(text), recovery_code_hash(text)}, text) == 1, "found");
    }
    const Clock::Time now{std::chrono::seconds(59)}; // RFC 6238, appendix B
    const auto step = accept_totp(bytes_of("12345678901234567890"), text, now, std::nullopt);
    if (step) INTERREGIO_ASSERT(step->number >= 0 && step->number <= 2, "a step near the time");
}

void check_sealed(std::string_view text) {
    static const SealingKey key = SealingKey::random();
    INTERREGIO_ASSERT(!open_sealed(key, bytes_of(text), "fuzz"), "nobody guesses what was sealed");
    const auto sealed = seal(key, bytes_of(text), text);
    const auto opened = open_sealed(key, sealed, text);
    INTERREGIO_ASSERT(opened && opened->text() == text, "what was sealed opens");
}

} // namespace
} // namespace interregio::secrets

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 4) {
    case 0:
        interregio::secrets::check_password(input);
        break;
    case 1:
        interregio::secrets::check_token(input);
        break;
    case 2:
        interregio::secrets::check_codes(input);
        break;
    default:
        interregio::secrets::check_sealed(input);
        break;
    }
    return 0;
}
