#include "platform/secrets/totp.h"

#include "base/assert.h"
#include "platform/secrets/encodings.h"

#include <algorithm>
#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdexcept>

namespace interregio::secrets {
namespace {

constexpr std::size_t code_length = 6;
constexpr std::uint32_t number_of_codes = 1'000'000;

/// The digits of what was typed, or nothing when it is no code.
std::optional<std::string> code_typed(std::string_view typed) {
    std::string digits;
    for (const char c : typed) {
        if (c == ' ') continue;
        if (c < '0' || c > '9' || digits.size() == code_length) return std::nullopt;
        digits += c;
    }
    if (digits.size() != code_length) return std::nullopt;
    return digits;
}

} // namespace

TimeStep time_step(Clock::Time time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch());
    return {std::max<std::int64_t>(0, seconds / totp_step)};
}

SecretBytes new_totp_secret() { return SecretBytes::random(totp_secret_size); }

std::uint32_t totp_number(std::span<const std::byte> secret, TimeStep step) {
    INTERREGIO_ASSERT(step.number >= 0, "steps are counted from 1970");
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step.number) >> (56 - 8 * i));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), digest.data(),
             &size) == nullptr)
        throw std::runtime_error("OpenSSL gives no HMAC-SHA-1");
    const std::size_t at = digest[size - 1] & 0xF;
    const std::uint32_t number = static_cast<std::uint32_t>(digest[at] & 0x7F) << 24 |
                                 std::uint32_t{digest[at + 1]} << 16 | std::uint32_t{digest[at + 2]} << 8 |
                                 digest[at + 3];
    wipe(std::as_writable_bytes(std::span(digest)));
    return number;
}

std::string totp_code(std::span<const std::byte> secret, TimeStep step) {
    const std::string digits = std::to_string(totp_number(secret, step) % number_of_codes);
    return std::string(code_length - digits.size(), '0') + digits;
}

std::optional<TimeStep> accept_totp(std::span<const std::byte> secret, std::string_view typed, Clock::Time now,
                                    std::optional<TimeStep> last_used) {
    const auto code = code_typed(typed);
    const TimeStep current = time_step(now);
    std::optional<TimeStep> accepted;
    for (std::int64_t number = std::max<std::int64_t>(0, current.number - 1); number <= current.number + 1; ++number) {
        const bool right = same_secret(totp_code(secret, {number}), code.value_or(""));
        const bool unused = !last_used || TimeStep{number} > *last_used;
        if (right && unused && !accepted) accepted = TimeStep{number};
    }
    return accepted;
}

std::string otpauth_address(std::string_view issuer, std::string_view account, std::span<const std::byte> secret) {
    const std::string name = percent_encoded(issuer);
    return "otpauth://totp/" + name + ":" + percent_encoded(account) + "?secret=" + base32(secret) + "&issuer=" + name +
           "&algorithm=SHA1&digits=6&period=30";
}

} // namespace interregio::secrets
