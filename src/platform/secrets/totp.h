#pragma once
// Codes of an authenticator app: TOTP (RFC 6238) over HMAC-SHA-1, steps of 30 seconds, 6 digits, which is what every
// app can do. SHA-1's collisions do not touch HMAC (RFC 6238, 1.2; NIST SP 800-63B, 5.1.4.1). Pure functions, safe from
// any thread.

#include "base/clock.h"
#include "platform/secrets/secret_bytes.h"

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace interregio::secrets {

/// A number of whole steps since 1970 (RFC 6238, 4.2: T with T0 = 0).
struct TimeStep {
    std::int64_t number = 0;
    friend auto operator<=>(const TimeStep&, const TimeStep&) = default;
};

constexpr std::chrono::seconds totp_step{30};
/// 160 bits: as long as the hash, as RFC 4226, 4 (R6) recommends.
constexpr std::size_t totp_secret_size = 20;

/// The step that a time lies in; 0 before 1970.
[[nodiscard]] TimeStep time_step(Clock::Time time);

/// A secret for a new device. It is stored sealed (sealed.h).
[[nodiscard]] SecretBytes new_totp_secret();

/// The 31 bits of RFC 4226, 5.3 before they are cut down to digits.
[[nodiscard]] std::uint32_t totp_number(std::span<const std::byte> secret, TimeStep step);

/// The 6 digits that an app shows during the step.
[[nodiscard]] std::string totp_code(std::span<const std::byte> secret, TimeStep step);

/// Accepts the code of the current step or of one either side (RFC 6238, 5.2: a device whose clock is off, somebody who
/// types slowly), if that step is later than `last_used`. Gives the step: the caller stores it as the last used one
/// before the sign-in counts, in the transaction that reads it, so that no code works twice (RFC 6238, 5.2; OWASP ASVS
/// 4.0.3, 2.8.4). Blanks in what was typed do not matter. Takes the same time whether and where it is wrong. A code has
/// a million values, and three are right: the caller must limit attempts (NIST SP 800-63B, 5.2.2).
[[nodiscard]] std::optional<TimeStep> accept_totp(std::span<const std::byte> secret, std::string_view typed,
                                                  Clock::Time now, std::optional<TimeStep> last_used);

/// The address that an app reads from a QR code, "otpauth://totp/Issuer:account?secret=…": the secret in base 32, both
/// names percent-encoded as UTF-8. A secret: not for logs.
[[nodiscard]] std::string otpauth_address(std::string_view issuer, std::string_view account,
                                          std::span<const std::byte> secret);

} // namespace interregio::secrets
