#include "platform/secrets/password_pieces.h"

#include "base/assert.h"
#include "platform/secrets/common_words.h"
#include "platform/secrets/secret_bytes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unordered_set>

namespace interregio::secrets {
namespace {

// Bits that guessing a piece takes. Signs and digits come easier than letters of chance, because people put them where
// a form asks for one.
constexpr double bits_of_digit = 3.3;  // log2 10
constexpr double bits_of_letter = 4.7; // log2 26; at most, see LetterPairs; capitals add nothing
constexpr double bits_of_sign = 5;
constexpr double bits_of_sign_again = 1; // "correct-horse-battery"
constexpr double bits_of_word = 12;      // one of some thousand, capitals and signs for letters included
constexpr double bits_of_context_word = 4;
constexpr double bits_of_run = 6; // where it begins, in which direction, how far
constexpr double bits_of_double_run = 10;
constexpr double bits_of_year = 7;
constexpr double bits_of_date = 14;

/// Some characters of one code point become eighteen when folded. What comes behind this counts nothing.
constexpr std::size_t most_characters = 256;
constexpr std::size_t shortest_word = 4;
constexpr std::size_t longest_word = 24;
constexpr std::size_t shortest_run = 3;
constexpr std::size_t shortest_double_run = 6; // "a1b2c3"

constexpr std::array<std::u32string_view, 9> key_rows{
    U"1234567890", U"qwertyuiop", U"qwertzuiop", U"asdfghjkl", U"zxcvbnm", U"yxcvbnm",
    // Columns, one after the other.
    U"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", U"1qay2wsx3edc4rfv5tgb6zhn7ujm8ik9ol0p", U"!@#$%^&*()"};

using WordSet = std::unordered_set<std::u32string>;

WordSet read_words() {
    WordSet out;
    std::u32string word;
    for (const char c : common_words()) {
        if (c != ' ' && c != '\n') {
            word += static_cast<char32_t>(static_cast<unsigned char>(c));
            continue;
        }
        if (word.size() >= shortest_word && word.back() != U':') {
            out.insert(as_letters(word));
            std::ranges::reverse(word);
            out.insert(as_letters(word));
        }
        word.clear();
    }
    return out;
}

const WordSet& word_set() {
    static const WordSet words = read_words();
    return words;
}

/// How surprising a letter is after the one before, in bits: learnt from the list, so that a word which is not on it
/// costs less than letters of chance.
class LetterPairs {
  public:
    LetterPairs() {
        std::array<std::array<double, letters>, letters> seen{};
        for (auto& row : seen) row.fill(0.5);
        std::size_t before = no_letter;
        for (const char c : common_words()) {
            const std::size_t letter = index(static_cast<char32_t>(static_cast<unsigned char>(c)));
            seen[before][letter] += 1;
            before = letter;
        }
        for (std::size_t a = 0; a < letters; ++a) {
            const double all = std::accumulate(seen[a].begin() + 1, seen[a].end(), 0.0);
            for (std::size_t b = 1; b < letters; ++b)
                bits_[a][b] = std::min(bits_of_letter, -std::log2(seen[a][b] / all));
        }
    }

    /// `letter` is a letter; `before` may be anything.
    [[nodiscard]] double bits(char32_t before, char32_t letter) const {
        const std::size_t to = index(letter);
        return to == no_letter ? bits_of_letter : bits_[index(before)][to];
    }

  private:
    static constexpr std::size_t letters = 27; // none, a to z
    static constexpr std::size_t no_letter = 0;
    static std::size_t index(char32_t c) { return c >= U'a' && c <= U'z' ? c - U'a' + 1 : no_letter; }
    std::array<std::array<double, letters>, letters> bits_{};
};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// The number of the digits [place, place + count); nothing when they are not all digits.
std::optional<int> number_at(std::u32string_view text, std::size_t place, std::size_t count) {
    if (place + count > text.size()) return std::nullopt;
    int number = 0;
    for (const char32_t c : text.substr(place, count)) {
        if (!is_digit(c)) return std::nullopt;
        number = number * 10 + static_cast<int>(c - U'0');
    }
    return number;
}

bool is_year(int number) { return number >= 1900 && number <= 2099; }

/// Day and month in either order.
bool is_day_of_month(int one, int other) {
    return one >= 1 && other >= 1 && one <= 31 && other <= 31 && std::min(one, other) <= 12;
}

/// Length of a date with parts of these lengths and a sign between them or none; 0 when there is none.
std::size_t date_length(std::u32string_view text, std::size_t place, std::array<std::size_t, 3> parts) {
    std::array<int, 3> numbers{};
    std::size_t at = place;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0 && at < text.size() && is_sign(text[at])) ++at;
        const auto number = number_at(text, at, parts[i]);
        if (!number) return 0;
        numbers[i] = *number;
        at += parts[i];
    }
    const bool year_first = parts[0] == 4;
    if (year_first ? !is_year(numbers[0]) : parts[2] == 4 && !is_year(numbers[2])) return 0;
    const bool possible =
        year_first ? is_day_of_month(numbers[1], numbers[2]) : is_day_of_month(numbers[0], numbers[1]);
    return possible ? at - place : 0;
}

/// How far every character is the one `stride` before plus the same difference, from `place`. In each lane the
/// difference is its own.
std::size_t counted_length(std::u32string_view text, std::size_t place, std::size_t stride) {
    const auto difference = [&](std::size_t at) {
        return static_cast<std::int64_t>(text[at]) - static_cast<std::int64_t>(text[at - stride]);
    };
    std::size_t end = std::min(place + stride, text.size());
    while (end < text.size()) {
        const std::int64_t step = difference(end);
        const bool goes_on = end < place + 2 * stride || step == difference(end - stride);
        if (step < -2 || step > 2 || !goes_on) break;
        ++end;
    }
    return end - place;
}

} // namespace

bool is_sign(char32_t character) { return !u_isalnum(static_cast<UChar32>(character)); }

std::u32string folded_characters(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot fold text: ") + u_errorName(status));
    const auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const icu::UnicodeString parts = decompose->normalize(fold->normalize(source, status), status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot fold text: ") + u_errorName(status));
    std::u32string out;
    out.reserve(static_cast<std::size_t>(parts.length()));
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 c = parts.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        out += c == U'ł' ? U'l' : static_cast<char32_t>(c);
    }
    return out;
}

std::u32string as_letters(std::u32string_view folded) {
    static constexpr std::u32string_view written = U"0134@5$78+9!|l€26";
    static constexpr std::u32string_view meant = U"oieaasstbtgiiiezg";
    static_assert(written.size() == meant.size());
    std::u32string out(folded);
    for (char32_t& c : out)
        if (const std::size_t at = written.find(c); at != std::u32string_view::npos) c = meant[at];
    return out;
}

PasswordPieces::PasswordPieces(std::string_view password, std::vector<ContextWord> context)
    : folded_(folded_characters(password)), context_(std::move(context)) {
    if (folded_.size() > most_characters) folded_.resize(most_characters);
    letters_ = as_letters(folded_);
}

PasswordPieces::~PasswordPieces() {
    wipe(std::as_writable_bytes(std::span(folded_)));
    wipe(std::as_writable_bytes(std::span(letters_)));
}

void PasswordPieces::at(std::size_t place, const Take& take) const {
    INTERREGIO_ASSERT(place < length(), "a place within the password");
    take({.length = 1, .bits = single(place)});
    words(place, take);
    counting(place, take);
    rows_of_keys(place, take);
    repetition(place, take);
    dates(place, take);
}

double PasswordPieces::single(std::size_t place) const {
    const char32_t c = folded_[place];
    if (is_digit(c)) return bits_of_digit;
    if (!is_sign(c)) {
        static const LetterPairs pairs;
        return pairs.bits(place == 0 ? U' ' : folded_[place - 1], c);
    }
    return folded_.find(c) < place ? bits_of_sign_again : bits_of_sign;
}

void PasswordPieces::words(std::size_t place, const Take& take) const {
    const std::u32string_view rest = std::u32string_view(letters_).substr(place);
    for (const ContextWord& word : context_)
        if (rest.starts_with(word.letters)) take({word.letters.size(), bits_of_context_word, word.index});
    for (std::size_t length = shortest_word; length <= std::min(longest_word, rest.size()); ++length)
        if (word_set().contains(std::u32string(rest.substr(0, length)))) take({length, bits_of_word});
}

void PasswordPieces::counting(std::size_t place, const Take& take) const {
    const std::size_t one = counted_length(folded_, place, 1);
    for (std::size_t length = shortest_run; length <= one; ++length) take({length, bits_of_run});
    const std::size_t two = counted_length(folded_, place, 2);
    for (std::size_t length = shortest_double_run; length <= two; ++length) take({length, bits_of_double_run});
}

void PasswordPieces::rows_of_keys(std::size_t place, const Take& take) const {
    const std::u32string_view rest = std::u32string_view(folded_).substr(place);
    const auto follow = [&](std::u32string_view keys) {
        const std::size_t begin = keys.find(rest.front());
        if (begin == std::u32string_view::npos) return;
        std::size_t length = 0;
        while (length < rest.size() && begin + length < keys.size() && rest[length] == keys[begin + length]) ++length;
        for (std::size_t taken = shortest_run; taken <= length; ++taken) take({taken, bits_of_run});
    };
    for (const std::u32string_view row : key_rows) {
        follow(row);
        follow(std::u32string(row.rbegin(), row.rend()));
    }
}

void PasswordPieces::repetition(std::size_t place, const Take& take) const {
    const std::u32string_view text(folded_);
    // What is found at a length is found at each shorter one; once not found, nothing longer is.
    for (std::size_t length = shortest_run; place + length <= text.size(); ++length) {
        if (text.find(text.substr(place, length)) >= place) return;
        take({length, bits_of_run});
    }
}

void PasswordPieces::dates(std::size_t place, const Take& take) const {
    if (!is_digit(folded_[place])) return;
    if (const auto year = number_at(folded_, place, 4); year && is_year(*year)) take({4, bits_of_year});
    static constexpr std::array<std::array<std::size_t, 3>, 10> forms{
        {{2, 2, 4}, {1, 2, 4}, {2, 1, 4}, {1, 1, 4}, {4, 2, 2}, {2, 2, 2}, {1, 2, 2}, {2, 1, 2}, {1, 1, 2}, {4, 1, 1}}};
    for (const auto& form : forms)
        if (const std::size_t length = date_length(folded_, place, form)) take({length, bits_of_date});
}

} // namespace interregio::secrets
