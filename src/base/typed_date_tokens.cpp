#include "base/typed_date_tokens.h"

#include "base/typed_date_letters.h"

#include <algorithm>

namespace interregio {
namespace {

using enum TypedRole;

constexpr std::size_t most_digits = 4;

bool letter(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t run_length(std::string_view text, bool (*belongs)(char)) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin());
}

struct Sign {
    TypedRole role;
    unsigned value = 0;
};

std::optional<Sign> sign_of(char c) {
    switch (c) {
    case '.':
        return Sign{dot};
    case ',':
        return Sign{comma};
    case '/':
        return Sign{slash};
    case '-':
        return Sign{hyphen};
    case long_dash:
        return Sign{dash};
    case '(':
        return Sign{opening};
    case ')':
        return Sign{closing};
    case '&':
        return Sign{both};
    case '?':
        return Sign{doubt, typed_doubt::uncertain};
    case '~':
        return Sign{doubt, typed_doubt::approximate};
    case '%':
        return Sign{doubt, typed_doubt::uncertain | typed_doubt::approximate};
    default:
        return std::nullopt;
    }
}

class Tokeniser {
  public:
    Tokeniser(std::string_view plain, Language reader) : rest_(plain), reader_(reader) {}

    std::optional<std::vector<TypedToken>> operator()() {
        while (!rest_.empty()) {
            if (rest_.front() == ' ') {
                before_ = TypedToken::Before::space;
                rest_.remove_prefix(1);
                continue;
            }
            if (!next()) return std::nullopt;
            before_ = TypedToken::Before::nothing;
        }
        settle();
        return std::move(tokens_);
    }

  private:
    bool next() {
        if (letter(rest_.front())) return word();
        if (rest_.front() == '\'' && rest_.size() > 1 && digit(rest_[1])) rest_.remove_prefix(1); // '19
        if (digit(rest_.front())) return number();
        if (rest_.starts_with("--")) {
            add({.role = dash, .written = TypedToken::Written::as_sign}, 2);
            return true;
        }
        const auto sign = sign_of(rest_.front());
        if (sign) add({.role = sign->role, .value = sign->value, .written = TypedToken::Written::as_sign}, 1);
        return sign.has_value();
    }

    void add(TypedToken token, std::size_t length) {
        token.before = before_;
        tokens_.push_back(token);
        rest_.remove_prefix(length);
    }

    bool number() {
        const std::size_t length = run_length(rest_, digit);
        if (length > most_digits) return false;
        unsigned value = 0;
        for (const char c : rest_.substr(0, length)) value = value * 10 + static_cast<unsigned>(c - '0');
        add({.role = TypedRole::number, .value = value, .digits = static_cast<unsigned>(length)}, length);
        return true;
    }

    /// The longest entry that the rest begins with: several words before one.
    bool word() {
        std::size_t lengths[most_words_in_entry]{};
        std::size_t count = 0;
        for (std::size_t at = 0; count < most_words_in_entry && at < rest_.size() && letter(rest_[at]); ++at) {
            at += run_length(rest_.substr(at), letter);
            lengths[count++] = at;
            if (at >= rest_.size() || rest_[at] != ' ') break;
        }
        while (count > 0) {
            const std::size_t length = lengths[--count];
            const auto known = known_date_word(rest_.substr(0, length));
            if (!known) continue;
            add({.role = known->role, .value = known->value}, length);
            if (known->language == languages::polish && known->role != until_or_thursday) polish_ = true;
            abbreviated_.resize(tokens_.size());
            if (!rest_.starts_with('.')) return true;
            abbreviated_.back() = true;
            rest_.remove_prefix(1);
            return true;
        }
        return false;
    }

    /// Gives words of two roles the one that they have where they stand.
    void settle() {
        abbreviated_.resize(tokens_.size());
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            TypedToken& token = tokens_[at];
            if (token.is(until_or_thursday)) {
                if (thursday(at)) token.value = 4;
                token.role = token.value == 4 ? weekday : until;
            } else if (token.is(both_or_january)) {
                token.role = joins(at) ? both : month;
                token.value = token.is(month) ? 1 : 0;
            } else if (token.is(years_or_summer)) {
                settle_lata(at);
            } else if (token.is(sunday_or_ordinal)) {
                token.role = token.tight() && role_at(at, -1) == TypedRole::number ? ordinal : weekday;
            }
        }
    }

    /// "Do., 8. August", "Do, 8.8."; "Do 8.8.2019" where a German reads and nothing else is Polish.
    bool thursday(std::size_t at) const {
        if (abbreviated_[at] || role_at(at, 1) == comma) return true;
        const TypedRole previous = role_at(at, -1);
        const bool begins = at == 0 || previous == dash || previous == hyphen;
        return begins && reader_ == languages::german && !polish_ && at + 1 < tokens_.size() &&
               tokens_[at + 1].is_short_number();
    }

    /// Whether i is "and": "8 i 9 sierpnia", "2018 i 2019", but not in "8 I 2019", "I–III 2024".
    bool joins(std::size_t at) const {
        const TypedRole previous = role_at(at, -1), next = role_at(at, 1);
        if (at > 0 && (tokens_[at - 1].is_year() || previous == year_mark || previous == month || previous == season))
            return true;
        return next == month || next == season || next == weekday || next == filler ||
               (at + 1 < tokens_.size() && tokens_[at + 1].is_short_number());
    }

    /// "lata 2018–2020" are years; "od lata 2018 r." is since the summer. Alone it is neither and stays as it is.
    void settle_lata(std::size_t at) {
        TypedToken& token = tokens_[at];
        const TypedRole previous = role_at(at, -1), behind_year = role_at(at, 2);
        const bool after_preposition = previous == since || previous == until;
        const bool years = at + 3 < tokens_.size() && tokens_[at + 1].is_year() && tokens_[at + 3].is_year() &&
                           (behind_year == dash || behind_year == hyphen);
        if (years && !after_preposition) {
            token.role = filler;
        } else if (after_preposition || previous == doubt) {
            token.role = season;
            token.value = static_cast<unsigned>(22);
        }
    }

    TypedRole role_at(std::size_t at, int offset) const {
        const auto wanted = static_cast<std::ptrdiff_t>(at) + offset;
        if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(tokens_.size())) return end;
        return tokens_[static_cast<std::size_t>(wanted)].role;
    }

    std::string_view rest_;
    Language reader_;
    std::vector<TypedToken> tokens_;
    std::vector<bool> abbreviated_; ///< whether a full stop was behind the token
    TypedToken::Before before_ = TypedToken::Before::space;
    bool polish_ = false; ///< whether a word that only Polish has was read
};

} // namespace

std::optional<std::vector<TypedToken>> date_tokens(std::string_view plain, Language reader) {
    return Tokeniser(plain, reader)();
}

} // namespace interregio
