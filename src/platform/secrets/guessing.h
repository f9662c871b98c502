#pragma once
// How soon somebody who knows people would guess a password: a cautious estimate. It is taken apart into what guessers
// try (words, names, dates, rows of keys, counting, repetition; also backwards, without accents, and with digits and
// signs for letters) in the way that costs them least. Pure, safe from any thread; the first call reads the lists.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace interregio::secrets {

/// What a password must take at least. Four common words are enough, and twelve letters by chance.
constexpr double least_bits = 42;

struct Guess {
    double bits = 0; ///< binary logarithm of the number of guesses
    /// A word of the context that the password is made of, as it was given; the first one in the password.
    std::optional<std::string> context_word = {};
};

/// `password` and `context` are valid UTF-8, with a length that the caller has limited. A name of several words also
/// counts by its words; what has fewer than three letters is passed over.
[[nodiscard]] Guess guess_at(std::string_view password, std::span<const std::string> context);

} // namespace interregio::secrets
