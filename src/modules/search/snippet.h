#pragma once
// The part of a text in which what was searched stands, with the found words apart from the others.

#include "modules/search/search.h"

#include <string>
#include <string_view>
#include <vector>

namespace interregio::search {

struct MarkedPart {
    std::string text;
    bool found = false;
    friend bool operator==(const MarkedPart&, const MarkedPart&) = default;
};
using MarkedText = std::vector<MarkedPart>;

/// The whole text with its found words.
[[nodiscard]] MarkedText marked(std::string_view text, Language language, const FoundWords& found);

struct Snippet {
    MarkedText text;
    std::size_t found = 0; ///< different words that were found in it
};
/// At most about `most_bytes` of a plain text: the place with most of the found words, cut between words, with "…"
/// where something is left out. The beginning when nothing was found in it.
[[nodiscard]] Snippet snippet(std::string_view text, Language language, const FoundWords& found,
                              std::size_t most_bytes = 240);

} // namespace interregio::search
