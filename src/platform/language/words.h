#pragma once
// Words: how text is cut into them, and in which form they are compared. The same for texts that are searched and for
// what somebody types, and the same on every database engine, which knows nothing of it. All functions are pure and
// safe from any thread; text is valid UTF-8 in normal form C.

#include "base/language.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace interregio::language {

/// Longer runs of letters are no words that anybody types: they are left out.
inline constexpr std::size_t most_word_bytes = 120;

/// Calls for each word of the text, in order, with its bytes as written and where they begin. A word is a run of
/// letters, digits and marks, with apostrophes inside (Unicode Standard Annex 29, WB6 and WB7, without the full stop);
/// scripts that write without spaces are cut by ICU.
void for_each_word(std::string_view text, const std::function<void(std::string_view word, std::size_t offset)>& action);

/// In lower case, without soft hyphens.
[[nodiscard]] std::string lower(std::string_view word);

/// Without accents and other marks, ß as ss, ł as l: "swietochlowice". `word` is in lower case. In German, and where
/// the language is not known, ae, oe and ue count as the umlauts they stand for, so that "flaeche", "fläche" and
/// "flache" become the same.
[[nodiscard]] std::string folded(std::string_view word, Language language);

/// Whether the word, in lower case, says nothing by itself in the language: articles, conjunctions, prepositions,
/// pronouns, auxiliary verbs. Such words are neither kept nor asked for.
[[nodiscard]] bool is_stop_word(std::string_view word, Language language);

} // namespace interregio::language
