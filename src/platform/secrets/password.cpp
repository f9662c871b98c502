#include "platform/secrets/password.h"

#include "base/assert.h"
#include "base/utf8.h"
#include "platform/secrets/guessing.h"

#include <algorithm>
#include <array>
#include <new>
#include <sodium.h>

namespace interregio::secrets {
namespace {

using StoredHash = std::array<char, crypto_pwhash_STRBYTES>;

bool is_line_of_text(std::string_view text) {
    return valid_utf8(text) && !has_control_characters(text, ControlCharacters::none);
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Blanks that follow a blank.
std::size_t further_blanks(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] == ' ' && text[i - 1] == ' ') ++count;
    return count;
}

/// In NFC, wiping the copy between.
SecretBytes normalised(std::string_view text) {
    std::string nfc = to_nfc(text);
    SecretBytes out = SecretBytes::copy_of(nfc);
    wipe(std::as_writable_bytes(std::span(nfc)));
    return out;
}

std::unexpected<Refusal> refused(const char* key, Refusal::Arguments arguments = {}) {
    return std::unexpected(Refusal{key, std::move(arguments)});
}

/// libsodium reads a whole array, ended by zeros. Nothing when it is too long to be a hash.
std::optional<StoredHash> as_stored(std::string_view text) {
    StoredHash out{};
    if (text.size() >= out.size()) return std::nullopt;
    std::ranges::copy(text, out.begin());
    return out;
}

/// Whether it can be read at all, whatever it costs.
bool is_hash(const StoredHash& stored) {
    return crypto_pwhash_str_needs_rehash(stored.data(), recommended_cost.passes, recommended_cost.memory) >= 0;
}

StoredHash hashed(std::string_view text, HashCost cost) {
    require_sodium();
    StoredHash out{};
    if (crypto_pwhash_str_alg(out.data(), text.data(), text.size(), cost.passes, cost.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return out;
}

} // namespace

std::optional<Password> Password::typed(std::string_view text) {
    if (text.empty() || text.size() > longest_password_bytes || !is_line_of_text(text)) return std::nullopt;
    SecretBytes nfc = normalised(text);
    if (code_points(nfc.text()) > longest_password) return std::nullopt;
    return Password(std::move(nfc));
}

std::expected<Password, Refusal> Password::choose(std::string_view text, std::span<const std::string> context) {
    const Refusal too_long{"refusal.password.too_long", {{"most", std::to_string(longest_password)}}};
    if (text.size() > longest_password_bytes) return std::unexpected(too_long);
    if (!is_line_of_text(text)) return refused("refusal.password.characters");
    SecretBytes nfc = normalised(text);
    if (code_points(nfc.text()) > longest_password) return std::unexpected(too_long);
    const std::size_t length = code_points(nfc.text()) - further_blanks(nfc.text());
    if (length < shortest_password)
        return refused("refusal.password.too_short",
                       {{"least", std::to_string(shortest_password)}, {"found", std::to_string(length)}});
    const Guess guess = guess_at(nfc.text(), context);
    if (guess.bits < least_bits) {
        if (guess.context_word) return refused("refusal.password.context", {{"word", quotable(*guess.context_word)}});
        return refused("refusal.password.guessable");
    }
    return Password(std::move(nfc));
}

std::string hash_password(const Password& password, HashCost cost) {
    return std::string(hashed(password.text(), cost).data());
}

Verdict verify_password(std::optional<std::string_view> stored, std::string_view typed, HashCost cost) {
    require_sodium();
    const auto password = Password::typed(typed);
    const auto hash = stored ? as_stored(*stored) : std::nullopt;
    if (!password || !hash || !is_hash(*hash)) {
        const StoredHash discarded = hashed(password ? password->text() : "", cost); // the same work as verifying
        INTERREGIO_ASSERT(discarded[0] != '\0', "the work is not left out");
        return Verdict::wrong;
    }
    const std::string_view text = password->text();
    return crypto_pwhash_str_verify(hash->data(), text.data(), text.size()) == 0 ? Verdict::right : Verdict::wrong;
}

Rehash needs_rehash(std::string_view stored, HashCost cost) {
    const auto hash = as_stored(stored);
    const bool current = hash && crypto_pwhash_str_needs_rehash(hash->data(), cost.passes, cost.memory) == 0;
    return current ? Rehash::not_needed : Rehash::needed;
}

} // namespace interregio::secrets
