#include "base/typed_date_letters.h"

#include "base/utf8.h"

#include <array>
#include <stdexcept>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace interregio {
namespace {

constexpr std::string_view kept_signs = ".,/()?~%&'-";

/// Letters and their diacritics apart, so that these can be left out.
icu::UnicodeString decomposed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString out;
    if (U_SUCCESS(status))
        out = normalizer->normalize(
            icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
            status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot normalise text: ") + u_errorName(status));
    return out;
}

/// Carries no meaning and comes along when text is copied: soft hyphens, joiners, marks of direction.
bool invisible(UChar32 c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

/// The sign for a character beyond ASCII, or nothing.
std::optional<char> sign_for(UChar32 c) {
    switch (c) {
    case 0x2010: // hyphen
    case 0x2011: // non-breaking hyphen
        return '-';
    case 0x2012: // figure dash
    case 0x2013: // en dash
    case 0x2014: // em dash
    case 0x2015: // horizontal bar
    case 0x2212: // minus
        return long_dash;
    case 0x2018:
    case 0x2019:
        return '\'';
    case 0x2044: // fraction slash
    case 0x2215:
        return '/';
    case 0x223C: // tilde operator
    case 0x2248: // almost equal to
        return '~';
    case 0x142: // ł, which does not decompose
    case 0x141:
        return 'l';
    default:
        return std::nullopt;
    }
}

bool ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

/// The sign a character becomes; nothing for what no date is written with.
std::optional<char> plain_sign(UChar32 c) {
    if (c >= 0x80) return sign_for(c);
    const char sign = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const bool kept = ascii_letter(sign) || (sign >= '0' && sign <= '9') || kept_signs.find(sign) != kept_signs.npos;
    return kept ? std::optional(sign) : std::nullopt;
}

bool diacritic(UChar32 c) { return c >= 0x300 && c <= 0x331; }

} // namespace

std::optional<std::string> plain_date_letters(std::string_view typed) {
    if (!valid_utf8(typed)) return std::nullopt;
    const icu::UnicodeString text = decomposed(typed);
    std::string out;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (invisible(c) || (diacritic(c) && !out.empty() && ascii_letter(out.back()))) continue;
        if (u_isUWhiteSpace(c)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
            continue;
        }
        const auto sign = plain_sign(c);
        if (!sign) return std::nullopt;
        out += *sign;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string with_e_for_umlauts(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> letters{
        {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}}};
    std::string out;
    while (!word.empty()) {
        std::size_t read = 1;
        std::string_view written = word.substr(0, 1);
        for (const auto& [umlaut, replacement] : letters)
            if (word.starts_with(umlaut)) {
                read = umlaut.size();
                written = replacement;
            }
        out += written;
        word.remove_prefix(read);
    }
    return out;
}

} // namespace interregio
