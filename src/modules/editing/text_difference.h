#pragma once
// What differs between two states of a text, word by word: for the history. Pure and thread-safe.

#include <string>
#include <string_view>
#include <vector>

namespace interregio::editing {

struct TextPiece {
    enum class Kind { same, removed, added } kind = Kind::same;
    std::string text;
    friend bool operator==(const TextPiece&, const TextPiece&) = default;
};

/// Pieces that give `before` without what was added, and `after` without what was removed. A longest common subsequence
/// of words (Wagner and Fischer 1974); where both texts differ over more than some thousand words, what lies between
/// their common beginning and end is given as removed and added whole.
[[nodiscard]] std::vector<TextPiece> text_difference(std::string_view before, std::string_view after);

} // namespace interregio::editing
