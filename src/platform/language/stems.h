#pragma once
// The stem that the forms of a word share: Snowball where it knows the language (German, English and others), a
// Hunspell dictionary inside the program for Polish, which Snowball does not know.

#include "base/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace interregio::language {

/// The stems of a word in lower case, folded, sorted, at least one. Several where a form belongs to several words
/// ("mieście": miasto, miesić); two words are forms of one when they share a stem. A language without rules gives the
/// word as it is; "und" gives what any language with rules gives. Safe from any thread; the first Polish word takes
/// some 0.2 s, in which the dictionary is read.
[[nodiscard]] std::vector<std::string> stems(std::string_view word, Language language);

/// Reads the dictionaries now rather than with the first word.
void load_dictionaries();

} // namespace interregio::language
