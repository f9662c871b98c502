#pragma once
// Where a line may not break: between the parts of a date, and in Polish after words of one letter. Done when text
// becomes HTML, so that the record keeps what people wrote. No-break space: U+00A0.

#include <string>
#include <string_view>

namespace interregio::portal::web {

/// A date in words (in_words()) with its day and month, and in Polish its year and "r.", held together:
/// "9 sierpnia 2019 r." breaks before the year only. Plain text in, plain text out.
[[nodiscard]] std::string unbroken_date(std::string_view words);

/// Finished markup of our own elements in which Polish words of one letter (w, z, o, a, u, i) stay with the word after
/// them, and "r." with its year. Only the text of elements in Polish changes: `lang` says which are, as in HTML from an
/// element to those in it. Tags, attributes, <title>, <code> and what stands in a <textarea> stay as they are.
[[nodiscard]] std::string bound_polish_words(std::string_view markup);

} // namespace interregio::portal::web
