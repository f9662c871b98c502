#include "base/typed_date_vocabulary.h"

#include "base/assert.h"
#include "base/partial_date_words.h"
#include "base/typed_date_letters.h"

#include <map>
#include <string>

namespace interregio {
namespace {

constexpr int any_year = 2019;

class Vocabulary {
  public:
    Vocabulary() {
        learn(languages::german, german_typed_words());
        learn(languages::polish, polish_typed_words());
        learn(languages::english, english_typed_words());
        learn_roman_months();
    }

    std::optional<KnownWord> find(std::string_view plain) const {
        const auto found = words_.find(plain);
        return found == words_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    void learn(Language language, std::span<const TypedWord> words) {
        for (const TypedWord& word : words)
            for (const std::string& text : {std::string(word.text), with_e_for_umlauts(word.text)})
                add(*plain_date_letters(text), {word.role, word.value, language});
        for (unsigned month = 1; month <= 12; ++month) {
            learn_from({DatePrecision::month, any_year, month}, {TypedRole::month, month, language});
            learn_from({DatePrecision::day, any_year, month, 1}, {TypedRole::month, month, language});
        }
        for (unsigned season = 21; season <= 24; ++season)
            learn_from({DatePrecision::season, any_year, season}, {TypedRole::season, season, language});
    }

    /// Takes from what in_words() says of the point the word that is not known yet: its month or season, in each case
    /// that the language puts it.
    void learn_from(DatePoint point, KnownWord meaning) {
        for (const DateQualifier qualifier : {DateQualifier::certain, DateQualifier::approximate}) {
            point.qualifier = qualifier;
            for (const DatePhrase phrase : {DatePhrase::standalone, DatePhrase::in_sentence}) {
                const std::string said = in_words(PartialDate(point), meaning.language, phrase);
                learn_words(said, meaning);
                learn_words(with_e_for_umlauts(said), meaning);
            }
        }
    }

    void learn_words(std::string_view said, const KnownWord& meaning) {
        std::string word;
        for (const char c : *plain_date_letters(said) + ' ') {
            if (c >= 'a' && c <= 'z') {
                word += c;
                continue;
            }
            const auto known = find(word);
            // Little words are in the tables. One that is not would be taken for a month here, and for another next.
            INTERREGIO_ASSERT(!known || (known->role != TypedRole::month && known->role != TypedRole::season) ||
                                  (known->role == meaning.role && known->value == meaning.value),
                              "each word of in_words() but the month or season is in the tables");
            if (!word.empty() && (!known || known->role == meaning.role)) add(word, meaning);
            word.clear();
        }
    }

    void learn_roman_months() {
        static constexpr std::string_view numerals[]{"ii",   "iii", "iv", "v",  "vi", "vii",
                                                     "viii", "ix",  "x",  "xi", "xii"}; // i is also a word: and
        for (unsigned month = 2; const std::string_view numeral : numerals)
            add(std::string(numeral), {TypedRole::month, month++, Language{}});
    }

    void add(std::string plain, KnownWord meaning) {
        const auto [place, added] = words_.try_emplace(std::move(plain), meaning);
        if (added) return;
        KnownWord& known = place->second;
        INTERREGIO_ASSERT(known.role == meaning.role && known.value == meaning.value,
                          "a word that two languages share means the same in both");
        if (known.language != meaning.language) known.language = Language{};
    }

    std::map<std::string, KnownWord, std::less<>> words_;
};

} // namespace

std::optional<KnownWord> known_date_word(std::string_view plain) {
    static const Vocabulary vocabulary;
    return vocabulary.find(plain);
}

} // namespace interregio
