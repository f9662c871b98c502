#include "platform/secrets/recovery_code.h"

#include "base/assert.h"
#include "platform/secrets/encodings.h"

#include <algorithm>
#include <openssl/evp.h>
#include <sodium.h>
#include <stdexcept>

namespace interregio::secrets {
namespace {

constexpr std::string_view code_letters = "3467acdefghjkmnprtuwxy";
static_assert(code_letters.size() == 22);
constexpr std::size_t group_length = 5;
constexpr std::size_t length_without_dashes = 15;
constexpr std::size_t salt_size = 16;
constexpr std::size_t hash_size = 32;
constexpr int iterations = 10'000;

std::string new_code() {
    std::string code;
    for (std::size_t i = 0; i < length_without_dashes; ++i) {
        if (i != 0 && i % group_length == 0) code += '-';
        code += code_letters[randombytes_uniform(code_letters.size())];
    }
    return code;
}

SecretBytes derived(std::span<const std::byte> salt, std::string_view code) {
    SecretBytes out(hash_size);
    if (PKCS5_PBKDF2_HMAC(code.data(), static_cast<int>(code.size()), octets(salt), static_cast<int>(salt.size()),
                          iterations, EVP_sha256(), static_cast<int>(hash_size), octets(out.writable())) != 1)
        throw std::runtime_error("OpenSSL gives no PBKDF2");
    return out;
}

/// Length of the blank or dash that the text begins with: those of ASCII, the no-break space, and U+2010 to U+2015,
/// which word processors put for a hyphen; 0 when there is none.
std::size_t separator_length(std::string_view text) {
    if (text.starts_with(' ') || text.starts_with('-') || text.starts_with('\t')) return 1;
    if (text.starts_with("\u00A0")) return 2;
    if (text.starts_with("\xE2\x80") && text.size() > 2 && text[2] >= '\x90' && text[2] <= '\x95') return 3;
    return 0;
}

} // namespace

std::vector<std::string> new_recovery_codes() {
    require_sodium();
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < recovery_codes_at_once; ++i) codes.push_back(new_code());
    return codes;
}

std::optional<std::string> recovery_code_typed(std::string_view typed) {
    std::string code;
    while (!typed.empty()) {
        if (const std::size_t length = separator_length(typed)) {
            typed.remove_prefix(length);
            continue;
        }
        char letter = typed.front();
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
        if (code_letters.find(letter) == std::string_view::npos || code.size() == length_without_dashes)
            return std::nullopt;
        code += letter;
        typed.remove_prefix(1);
    }
    if (code.size() != length_without_dashes) return std::nullopt;
    return code;
}

std::string recovery_code_hash(std::string_view code) {
    const auto plain = recovery_code_typed(code);
    INTERREGIO_ASSERT(plain, "only recovery codes are hashed");
    SecretBytes out(salt_size + hash_size);
    const SecretBytes salt = SecretBytes::random(salt_size);
    const SecretBytes hash = derived(salt.bytes(), *plain);
    std::ranges::copy(salt.bytes(), out.writable().begin());
    std::ranges::copy(hash.bytes(), out.writable().begin() + salt_size);
    return base64url(out.bytes());
}

std::optional<std::size_t> matching_recovery_code(const std::vector<std::string>& stored, std::string_view typed) {
    const auto code = recovery_code_typed(typed);
    if (!code) return std::nullopt;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const auto bytes = read_base64url(stored[i]);
        if (!bytes || bytes->size() != salt_size + hash_size) continue;
        const SecretBytes hash = derived(bytes->bytes().first(salt_size), *code);
        if (same_secret(hash.bytes(), bytes->bytes().subspan(salt_size)) && !found) found = i;
    }
    return found;
}

} // namespace interregio::secrets
