#pragma once
// Passwords: what may be one, and how it is kept. Length counts, not the kinds of characters (NIST SP 800-63B, 5.1.1.2;
// OWASP ASVS 4.0.3, 2.1); what everybody tries first is refused. Kept as argon2id (RFC 9106). All functions are safe
// from any thread; hashing takes some tens of milliseconds and 12 MiB, so the caller limits how many run at a time.

#include "base/refusal.h"
#include "platform/secrets/secret_bytes.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace interregio::secrets {

/// In Unicode code points after normalisation to NFC.
constexpr std::size_t shortest_password = 12; ///< ASVS 2.1.1; several blanks together count as one
/// ASVS 2.1.2 wants 64 to be allowed and more than 128 refused: nobody types more, and a request of some megabytes is
/// not to be normalised, estimated and hashed.
constexpr std::size_t longest_password = 128;
/// No text of `longest_password` code points is longer, however it is composed; longer input is not looked at.
constexpr std::size_t longest_password_bytes = longest_password * 4 * 4;

/// What argon2id costs: passes over the memory, and the memory in bytes. One lane, as libsodium has it.
struct HashCost {
    unsigned long long passes = 0;
    std::size_t memory = 0;
};

/// One of the settings that the OWASP Password Storage Cheat Sheet gives as equally strong for argon2id (m = 12 MiB, t
/// = 3, p = 1): the first of them, 19 MiB and two passes, takes nearly twice the processor time here, for fresh memory.
constexpr HashCost recommended_cost{.passes = 3, .memory = std::size_t{12} * 1024 * 1024};

/// Text in the form that is hashed: NFC (RFC 8265, 4.2.2), so that a keyboard that composes letters and one that does
/// not give the same password. Wiped when given up.
class Password {
  public:
    /// For signing in. Nothing when it can be no password: not UTF-8, with control characters, too long, or empty. The
    /// rules for new passwords do not apply: those who have one from before get in.
    [[nodiscard]] static std::optional<Password> typed(std::string_view text);

    /// For a new password. Refused with
    ///   refusal.password.characters   not UTF-8, or control characters in it; all else is allowed, also blanks
    ///   refusal.password.too_short    {least}, {found}
    ///   refusal.password.too_long     {most}
    ///   refusal.password.context      {word}: easily guessed, and because of a word of the context
    ///   refusal.password.guessable    easily guessed: made of what everybody tries (guessing.h)
    /// `context` are the words that somebody would try for this account: names of the person, of the organisation and
    /// of the site, the e-mail address; as they are written. The name of this program is always among them.
    [[nodiscard]] static std::expected<Password, Refusal> choose(std::string_view text,
                                                                 std::span<const std::string> context);

    [[nodiscard]] std::string_view text() const { return text_.text(); }

  private:
    explicit Password(SecretBytes text) : text_(std::move(text)) {}
    SecretBytes text_;
};

/// "$argon2id$v=19$m=…": with a random salt and the cost in it. Stored sealed for its account (sealed.h), so that a
/// database without its key file gives nothing to try passwords on (OWASP ASVS 4.0.3, 2.4.5). Throws std::bad_alloc
/// when the memory is not there.
[[nodiscard]] std::string hash_password(const Password& password, HashCost cost = recommended_cost);

enum class Verdict { right, wrong };

/// Whether `typed` is the password that `stored` was made of. Without `stored` (no such account, or one without a
/// password) or with text that can be no password it is wrong, after the same work as otherwise, so that the time does
/// not tell which accounts exist (CWE-208). `cost` is that of the work done then: the
/// one that new hashes have. A hash from before with another cost takes the time of that, until it is made anew. Throws
/// std::bad_alloc when the memory is not there.
[[nodiscard]] Verdict verify_password(std::optional<std::string_view> stored, std::string_view typed,
                                      HashCost cost = recommended_cost);

enum class Rehash { needed, not_needed };

/// Whether a stored hash has another cost than `cost`: then it is made anew when its owner signs in the next time,
/// which is when the password is known.
[[nodiscard]] Rehash needs_rehash(std::string_view stored, HashCost cost = recommended_cost);

} // namespace interregio::secrets
