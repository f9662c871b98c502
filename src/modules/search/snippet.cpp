#include "modules/search/snippet.h"

#include "platform/language/words.h"

#include <algorithm>

namespace interregio::search {
namespace {

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string form; ///< empty unless it was found
};

std::vector<Word> words_of(std::string_view text, Language language, const FoundWords& found) {
    std::vector<Word> words;
    language::for_each_word(text, [&](std::string_view word, std::size_t offset) {
        Word each{offset, offset + word.size(), {}};
        if (found.holds(word, language)) each.form = language::folded(language::lower(word), Language());
        words.push_back(std::move(each));
    });
    return words;
}

MarkedText marked_between(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Word>& words) {
    MarkedText parts;
    for (const Word& word : words) {
        if (word.form.empty() || word.begin < begin || word.end > end) continue;
        if (word.begin > begin) parts.push_back({std::string(text.substr(begin, word.begin - begin)), false});
        parts.push_back({std::string(text.substr(word.begin, word.end - word.begin)), true});
        begin = word.end;
    }
    if (end > begin) parts.push_back({std::string(text.substr(begin, end - begin)), false});
    return parts;
}

/// The range of words, at most so long, in which most different ones were found; the first of those as good.
struct Range {
    std::size_t first = 0;
    std::size_t last = 0; ///< included
    std::size_t found = 0;
};
Range best_range(const std::vector<Word>& words, std::size_t most_bytes) {
    Range best;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (words[first].form.empty()) continue;
        std::vector<std::string_view> forms;
        std::size_t last = first;
        for (std::size_t i = first; i < words.size() && words[i].end - words[first].begin <= most_bytes; ++i) {
            if (words[i].form.empty()) continue;
            last = i;
            if (std::ranges::find(forms, words[i].form) == forms.end()) forms.emplace_back(words[i].form);
        }
        if (forms.size() > best.found) best = {first, last, forms.size()};
    }
    return best;
}

} // namespace

MarkedText marked(std::string_view text, Language language, const FoundWords& found) {
    return marked_between(text, 0, text.size(), words_of(text, language, found));
}

Snippet snippet(std::string_view text, Language language, const FoundWords& found, std::size_t most_bytes) {
    const auto words = words_of(text, language, found);
    if (words.empty()) return {};
    auto range = best_range(words, most_bytes);
    if (range.found == 0) range = {0, 0, 0};
    const auto length = [&](std::size_t first, std::size_t last) { return words[last].end - words[first].begin; };
    // Some words before what was found; then as many behind as there is room for; then before, if the text ends.
    for (int i = 0; i < 6 && range.first > 0 && length(range.first - 1, range.last) <= most_bytes; ++i) --range.first;
    while (range.last + 1 < words.size() && length(range.first, range.last + 1) <= most_bytes) ++range.last;
    while (range.first > 0 && length(range.first - 1, range.last) <= most_bytes) --range.first;
    const bool from_start = range.first == 0;
    const bool to_end = range.last + 1 == words.size();
    const auto begin = from_start ? 0 : words[range.first].begin;
    const auto end = to_end ? text.size() : words[range.last].end;
    Snippet made{marked_between(text, begin, end, words), range.found};
    if (!from_start) made.text.insert(made.text.begin(), {"… ", false});
    if (!to_end) made.text.push_back({" …", false});
    return made;
}

} // namespace interregio::search
