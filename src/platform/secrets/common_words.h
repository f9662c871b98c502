#pragma once
// Words that passwords are made of in German, Polish and English: names, seasons, towns, clubs, and what people write
// when they are asked for a password.

#include <string_view>

namespace interregio::secrets {

/// Small letters without accents and digits, four or more to a word, separated by blanks and line ends. What ends with
/// a colon is a subject, not a word.
[[nodiscard]] std::string_view common_words();

} // namespace interregio::secrets
