#include "modules/editing/text_difference.h"

#include <algorithm>
#include <cstdint>

namespace interregio::editing {
namespace {

using Words = std::vector<std::string_view>;

/// Words, and the white space between them.
Words words_and_spaces(std::string_view text) {
    constexpr std::string_view space = " \t\n";
    Words words;
    while (!text.empty()) {
        const bool is_space = space.contains(text.front());
        const auto end = std::min(is_space ? text.find_first_not_of(space) : text.find_first_of(space), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

class Pieces {
  public:
    void add(TextPiece::Kind kind, std::string_view text) {
        if (text.empty()) return;
        if (list_.empty() || list_.back().kind != kind) list_.push_back({kind, {}});
        list_.back().text += text;
    }
    void add(TextPiece::Kind kind, const Words& words, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) add(kind, words[i]);
    }
    [[nodiscard]] std::vector<TextPiece> take() { return std::move(list_); }

  private:
    std::vector<TextPiece> list_;
};

/// Lengths of common subsequences of what follows: (before from i, after from j).
class CommonLengths {
  public:
    CommonLengths(const Words& before, const Words& after)
        : columns_(after.size() + 1), lengths_((before.size() + 1) * columns_) {
        for (std::size_t i = before.size(); i-- > 0;)
            for (std::size_t j = after.size(); j-- > 0;)
                lengths_[i * columns_ + j] = before[i] == after[j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                                   : std::max(at(i + 1, j), at(i, j + 1));
    }
    [[nodiscard]] std::uint16_t at(std::size_t i, std::size_t j) const { return lengths_[i * columns_ + j]; }

  private:
    std::size_t columns_;
    std::vector<std::uint16_t> lengths_;
};

void add_middle(Pieces& pieces, const Words& before, const Words& after) {
    constexpr std::size_t most_cells = 16'000'000;
    if ((before.size() + 1) * (after.size() + 1) > most_cells) {
        pieces.add(TextPiece::Kind::removed, before, 0, before.size());
        pieces.add(TextPiece::Kind::added, after, 0, after.size());
        return;
    }
    const CommonLengths lengths(before, after);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            pieces.add(TextPiece::Kind::same, before[i++]);
            ++j;
        } else if (j == after.size() || (i < before.size() && lengths.at(i + 1, j) >= lengths.at(i, j + 1))) {
            pieces.add(TextPiece::Kind::removed, before[i++]);
        } else {
            pieces.add(TextPiece::Kind::added, after[j++]);
        }
    }
}

} // namespace

std::vector<TextPiece> text_difference(std::string_view before, std::string_view after) {
    const Words from = words_and_spaces(before);
    const Words to = words_and_spaces(after);
    const std::size_t shorter = std::min(from.size(), to.size());
    std::size_t head = 0;
    while (head < shorter && from[head] == to[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && from[from.size() - 1 - tail] == to[to.size() - 1 - tail]) ++tail;
    Pieces pieces;
    pieces.add(TextPiece::Kind::same, from, 0, head);
    const auto middle = [&](const Words& words) {
        return Words(words.begin() + static_cast<std::ptrdiff_t>(head),
                     words.end() - static_cast<std::ptrdiff_t>(tail));
    };
    add_middle(pieces, middle(from), middle(to));
    pieces.add(TextPiece::Kind::same, from, from.size() - tail, from.size());
    return pieces.take();
}

} // namespace interregio::editing
