#include "platform/language/words.h"

#include "base/assert.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace interregio::language {
namespace {

enum class Part : unsigned char { between, letter, apostrophe, unspaced };

Part part_by_icu(UChar32 character) {
    if (character == U'\'' || character == U'’') return Part::apostrophe;
    if (character == 0xAD) return Part::letter; // a soft hyphen stands inside a word
    const auto category = U_GET_GC_MASK(character);
    if ((category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) == 0) return Part::between;
    const auto breaking = static_cast<ULineBreak>(u_getIntPropertyValue(character, UCHAR_LINE_BREAK));
    if (breaking == U_LB_COMPLEX_CONTEXT || breaking == U_LB_IDEOGRAPHIC) return Part::unspaced;
    return Part::letter;
}

/// Nearly all letters of our texts; the table is asked instead of ICU.
constexpr UChar32 table_end = 0x250;

Part part_of(UChar32 character) {
    static const auto table = [] {
        std::array<Part, table_end> parts{};
        for (UChar32 each = 0; each < table_end; ++each) parts[static_cast<std::size_t>(each)] = part_by_icu(each);
        return parts;
    }();
    if (character < 0) return Part::between;
    return character < table_end ? table[static_cast<std::size_t>(character)] : part_by_icu(character);
}

/// Cuts a run of a script without spaces where ICU's dictionaries say.
void cut_by_icu(std::string_view run, std::size_t offset,
                const std::function<void(std::string_view, std::size_t)>& action) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    if (U_FAILURE(error)) return;
    const auto text = icu::UnicodeString::fromUTF8({run.data(), static_cast<std::int32_t>(run.size())});
    words->setText(text);
    std::size_t byte = 0;
    std::int32_t begin = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next()) {
        std::string word;
        text.tempSubStringBetween(begin, end).toUTF8String(word);
        if (word.size() <= most_word_bytes) action(run.substr(byte, word.size()), offset + byte);
        byte += word.size();
    }
}

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

/// Letters that do not come apart into a letter and a mark.
std::string_view spelled_out(UChar32 character) {
    switch (character) {
    case U'ß':
        return "ss";
    case U'ł':
        return "l";
    case U'ø':
        return "o";
    case U'đ':
    case U'ð':
        return "d";
    case U'æ':
        return "ae";
    case U'œ':
        return "oe";
    case U'þ':
        return "th";
    case U'ı':
        return "i";
    default:
        return {};
    }
}

std::string without_marks(std::string_view word) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKDInstance(error);
    INTERREGIO_ASSERT(U_SUCCESS(error), "ICU has its data");
    const auto apart = normalizer->normalize(from_utf8(word), error);
    std::string out;
    for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
        const UChar32 character = apart.char32At(at);
        if ((U_GET_GC_MASK(character) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0) continue;
        if (part_of(character) == Part::apostrophe) continue;
        if (const auto letters = spelled_out(character); !letters.empty())
            out += letters;
        else
            icu::UnicodeString(character).toUTF8String(out);
    }
    return out;
}

/// ae, oe and ue become a, o and u, where they may stand for an umlaut: not after a vowel (“neue”) or q (“quer”).
void close_umlauts(std::string& word) {
    constexpr std::string_view before_none = "aeiouq";
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        out += word[i];
        const bool umlaut = (word[i] == 'a' || word[i] == 'o' || word[i] == 'u') && i + 1 < word.size() &&
                            word[i + 1] == 'e' && (i == 0 || before_none.find(word[i - 1]) == std::string_view::npos);
        if (umlaut) ++i;
    }
    word = std::move(out);
}

} // namespace

void for_each_word(std::string_view text,
                   const std::function<void(std::string_view word, std::size_t offset)>& action) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t begin = 0; // of the run
    std::int32_t end = 0;   // of the run so far; empty while begin == end
    Part kind = Part::between;
    const auto give = [&] {
        const auto run = text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        if (kind == Part::unspaced)
            cut_by_icu(run, static_cast<std::size_t>(begin), action);
        else if (!run.empty() && run.size() <= most_word_bytes)
            action(run, static_cast<std::size_t>(begin));
        begin = end;
        kind = Part::between;
    };
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t here = at;
        UChar32 character = 0;
        U8_NEXT(bytes, at, size, character); // NOLINT(bugprone-inc-dec-in-conditions): ICU's macro counts as it reads
        const Part part = part_of(character);
        if (part == Part::letter || part == Part::unspaced) {
            if (kind != Part::between && kind != part) give();
            if (kind == Part::between) begin = here;
            kind = part;
            end = at;
        } else if (part == Part::apostrophe && kind == Part::letter) {
            // Part of the word if a letter follows; else the word has ended before it.
            std::int32_t after = at;
            UChar32 next = 0;
            if (after < size) U8_NEXT(bytes, after, size, next); // NOLINT(bugprone-inc-dec-in-conditions)
            if (at >= size || part_of(next) != Part::letter)
                give();
            else
                end = at;
        } else if (kind != Part::between) {
            give();
        }
    }
    if (kind != Part::between) give();
}

std::string lower(std::string_view word) {
    if (is_ascii(word)) {
        std::string out(word);
        std::ranges::transform(out, out.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return out;
    }
    auto text = from_utf8(word);
    text.toLower(icu::Locale::getRoot());
    text.findAndReplace(icu::UnicodeString(char16_t{0xAD}), icu::UnicodeString());
    text.findAndReplace(icu::UnicodeString(u'’'), icu::UnicodeString(u'\''));
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string folded(std::string_view word, Language language) {
    std::string out =
        is_ascii(word) && word.find('\'') == std::string_view::npos ? std::string(word) : without_marks(word);
    if (language == languages::german || language == Language()) close_umlauts(out);
    return out;
}

} // namespace interregio::language
