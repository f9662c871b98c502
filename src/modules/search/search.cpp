#include "modules/search/search.h"

#include "base/utf8.h"
#include "platform/language/words.h"

namespace interregio::search {

std::string clean_query(std::string_view typed) {
    // Wrong bytes and control characters become U+FFFD, which is in no word.
    // Control characters become U+FFFD like wrong bytes; that character is taken for a space below. The bytes that are
    // read are more than the characters that are kept can have.
    constexpr std::size_t most_bytes = 16 * most_query_characters;
    const auto whole = to_nfc(quotable(typed, most_bytes));
    std::string out;
    std::size_t characters = 0;
    bool space = false;
    for (std::size_t at = 0; at < whole.size() && characters < most_query_characters;) {
        const auto lead = static_cast<unsigned char>(whole[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const auto character = std::string_view(whole).substr(at, length);
        at += length;
        if (character == " " || character == "\u00A0" || character == "\uFFFD") {
            space = !out.empty();
            continue;
        }
        if (space) {
            out += ' ';
            ++characters;
        }
        space = false;
        out += character;
        ++characters;
    }
    return out;
}

std::string with_last_word(std::string_view query, std::string_view word) {
    std::size_t begin = query.size();
    language::for_each_word(query, [&](std::string_view, std::size_t offset) { begin = offset; });
    return std::string(query.substr(0, begin)).append(word);
}

bool FoundWords::holds(std::string_view word, Language language) const {
    const auto lower = language::lower(word);
    if (names.contains(language::folded(lower, Language()))) return true;
    const auto of_language = forms.find(language);
    return of_language != forms.end() && of_language->second.contains(language::folded(lower, language));
}

} // namespace interregio::search
