#include "platform/secrets/guessing.h"

#include "platform/secrets/password_pieces.h"

#include <algorithm>
#include <vector>

namespace interregio::secrets {
namespace {

/// The cheapest way to guess everything up to a place, and how it ends.
struct Step {
    double bits = 0;
    std::size_t from = 0;
    std::optional<std::size_t> context = {}; ///< the word of the context that the last piece is
};

/// The words of the context, in the form that text is compared in, and where each comes from.
std::vector<ContextWord> words_of(std::span<const std::string> context) {
    std::vector<ContextWord> out;
    const auto add = [&](std::u32string_view word, std::size_t index) {
        if (word.size() < shortest_context_word) return;
        out.push_back({as_letters(word), index});
        std::u32string backwards(word.rbegin(), word.rend());
        out.push_back({as_letters(backwards), index});
    };
    for (std::size_t index = 0; index < context.size(); ++index) {
        const std::u32string folded = folded_characters(context[index]);
        std::u32string joined;
        std::u32string word;
        for (const char32_t c : folded) {
            if (is_sign(c)) {
                add(word, index);
                word.clear();
            } else {
                word += c;
                joined += c;
            }
        }
        add(word, index);
        add(joined, index);
        add(folded, index);
    }
    return out;
}

std::optional<std::string> first_context_word(const std::vector<Step>& steps, std::span<const std::string> context) {
    std::optional<std::string> found;
    for (std::size_t at = steps.size() - 1; at > 0; at = steps[at].from)
        if (steps[at].context) found = context[*steps[at].context];
    return found;
}

} // namespace

Guess guess_at(std::string_view password, std::span<const std::string> context) {
    std::vector<std::string> all(context.begin(), context.end());
    all.emplace_back("Interregio");
    const PasswordPieces pieces(password, words_of(all));
    std::vector<Step> steps(pieces.length() + 1, Step{.bits = 1e9});
    steps[0].bits = 0;
    for (std::size_t at = 0; at < pieces.length(); ++at)
        pieces.at(at, [&](const Piece& piece) {
            Step& end = steps[at + piece.length];
            const double bits = steps[at].bits + piece.bits;
            if (bits < end.bits) end = {bits, at, piece.context};
        });
    return {steps.back().bits, first_context_word(steps, all)};
}

} // namespace interregio::secrets
