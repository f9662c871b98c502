#pragma once
// Slugs: the readable part of a public address, "delegation-in-kattowitz". Made of a-z, 0-9 and single hyphens inside.

#include "base/language.h"

#include <string>
#include <string_view>

namespace interregio {

/// A slug of at most 80 bytes from a title, as its language writes without diacritics: German "ä" becomes "ae", "ß"
/// "ss", Polish "ł" "l", "ó" "o"; other scripts are romanised (ICU Any-Latin). Words are joined by hyphens, apostrophes
/// vanish
/// ("O'Brien" becomes "obrien"); a long title is cut between words. Wrong UTF-8 separates words.
/// Gives the empty string where nothing is left ("…", "🙂"): the caller then uses the key of the record.
/// Safe from any thread; the first call in a thread that meets letters beyond ASCII takes some 50 ms.
[[nodiscard]] std::string slug_from(std::string_view text, Language language);

/// Whether the text can be a slug: 1 to 100 bytes a-z, 0-9, single hyphens inside. A slug given by hand may be longer
/// than those that are made.
[[nodiscard]] bool is_slug(std::string_view text);

} // namespace interregio
