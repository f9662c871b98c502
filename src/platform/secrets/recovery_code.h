#pragma once
// Recovery codes: a sheet of paper for the day when the device of the second factor is lost ("look-up secrets", NIST
// SP 800-63B, 5.1.2). Each works once; that is the caller's to see to. Pure functions, safe from any thread.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::secrets {

constexpr std::size_t recovery_codes_at_once = 10;

/// Ten new codes, "ac3de-fgh4j-kmnpr": 15 characters out of 22, each equally likely, that is 66.9 bits. Letters and
/// digits that are taken for each other on paper are left out: 0 and o, 1, i and l, 2 and z, 5 and s, 8 and b; 9 and q
/// beside g; v beside u.
[[nodiscard]] std::vector<std::string> new_recovery_codes();

/// The form that is hashed, of what somebody typed: capitals, blanks and dashes of any kind do not matter. Nothing when
/// it cannot be a code.
[[nodiscard]] std::optional<std::string> recovery_code_typed(std::string_view typed);

/// What is stored of a code: PBKDF2 (RFC 8018, 5.2) with HMAC-SHA-256, 10,000 iterations and a random 128-bit salt, in
/// base64url. Below 112 bits NIST SP 800-63B, 5.1.2.2 and 5.1.1.2 ask for a salt, a slow function and that many
/// iterations (OWASP ASVS 4.0.3, 2.6.2 for the salt). Some milliseconds. `code` is one of new_recovery_codes().
[[nodiscard]] std::string recovery_code_hash(std::string_view code);

/// Which of an account's stored hashes belongs to what was typed: its index. All are looked at, so that the time does
/// not tell which: ten take some fifty milliseconds. Stored text that is no hash matches nothing.
[[nodiscard]] std::optional<std::size_t> matching_recovery_code(const std::vector<std::string>& stored,
                                                                std::string_view typed);

} // namespace interregio::secrets
