#include "base/slug.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <stdexcept>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace interregio {
namespace {

constexpr std::size_t longest_made = 80;
constexpr std::size_t longest_allowed = 100;
constexpr std::size_t longest_read = 2000; // bytes of a title that can matter to the slug

/// What a language writes for its letters where it must do without diacritics, as ICU rules. Other languages drop them.
std::u16string_view letters_of(Language language) {
    if (language.tag() == "de") return u"ä > ae; ö > oe; ü > ue; Ä > ae; Ö > oe; Ü > ue;";
    return u"";
}

/// Apostrophes, primes, soft hyphens and modifier letters (as the soft sign of romanised Cyrillic) stand within words
/// and go.
constexpr std::u16string_view before = u":: NFC;";
constexpr std::u16string_view after =
    u":: Any-Latin; :: [[:Lm:] [:Cf:] [\\u0027\\u0060\\u00B4\\u2018\\u2019\\u201B\\u2032]] Remove; :: Latin-ASCII; :: "
    u"Lower;";

/// Text in a-z and whatever is no letter. Not thread-safe.
class Romaniser {
  public:
    explicit Romaniser(std::u16string_view letters) {
        icu::UnicodeString rules;
        for (const std::u16string_view part : {before, letters, after})
            rules.append(part.data(), static_cast<std::int32_t>(part.size()));
        UErrorCode status = U_ZERO_ERROR;
        UParseError where;
        transliterator_.reset(
            icu::Transliterator::createFromRules("interregio-slug", rules, UTRANS_FORWARD, where, status));
        if (U_FAILURE(status))
            throw std::runtime_error(std::string("ICU cannot romanise text: ") + u_errorName(status));
        for (std::size_t c = 0; c < known_.size(); ++c)
            known_[c] = transliterated(icu::UnicodeString(static_cast<char16_t>(c)));
    }

    std::string operator()(const icu::UnicodeString& text) const {
        std::string out;
        for (std::int32_t i = 0; i < text.length(); ++i) {
            const char16_t c = text.charAt(i);
            if (c < known_.size())
                out += known_[c];
            else if (c == u'‘' || c == u'’' || c == u'‛')
                continue; // apostrophes
            else if (c >= 0x2010 && c <= 0x2027)
                out += ' '; // dashes, quotation marks, dots
            else
                return transliterated(text);
        }
        return out;
    }

  private:
    std::string transliterated(icu::UnicodeString text) const {
        transliterator_->transliterate(text);
        std::string out;
        text.toUTF8String(out);
        return out;
    }

    std::unique_ptr<icu::Transliterator> transliterator_;
    // Transliterating takes some 30 µs a title, and an import makes hundreds of thousands of slugs. The letters of
    // Latin scripts (up to Latin Extended-B) do not depend on what stands beside them, so they are looked up one by
    // one.
    std::array<std::string, 0x250> known_;
};

/// Romanisers are slow to make and not safe to share: each thread makes its own, one for each set of letters.
const Romaniser& romaniser_for(Language language) {
    thread_local std::map<std::u16string_view, Romaniser> made;
    return made.try_emplace(letters_of(language), letters_of(language)).first->second;
}

bool is_slug_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Romanised text without what stands within words: apostrophes and what ICU could not write in ASCII.
std::string without_marks(std::string_view text) {
    const auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string out;
    for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
        const UChar32 c = unicode.char32At(i);
        if (c < 0x80)
            out += static_cast<char>(c);
        else if ((U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_LM_MASK)) == 0)
            out += ' ';
    }
    return out;
}

/// Whole words joined by hyphens as long as they fit.
std::string joined(std::string_view text) {
    std::string out, word;
    const auto add_word = [&] {
        if (word.empty()) return true;
        if (out.empty())
            out = word.substr(0, longest_made);
        else if (out.size() + 1 + word.size() > longest_made)
            return false;
        else
            out += '-' + word;
        word.clear();
        return true;
    };
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (is_slug_letter(lower))
            word += lower;
        else if (c != '\'' && c != '`' && !add_word())
            return out;
    }
    add_word();
    return out;
}

} // namespace

std::string slug_from(std::string_view text, Language language) {
    text = beginning_of(text, longest_read);
    if (is_ascii(text)) return joined(text);
    const auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const std::string romanised = romaniser_for(language)(unicode);
    return joined(is_ascii(romanised) ? romanised : without_marks(romanised));
}

bool is_slug(std::string_view text) {
    if (text.empty() || text.size() > longest_allowed || text.front() == '-' || text.back() == '-') return false;
    if (text.find("--") != std::string_view::npos) return false;
    return std::ranges::all_of(text, [](char c) { return is_slug_letter(c) || c == '-'; });
}

} // namespace interregio
