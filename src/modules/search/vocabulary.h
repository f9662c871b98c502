#pragma once
// The words of one section of the index, and the ways to find them: by the word as somebody types it, by stem, by what
// they begin with or contain, by what they resemble. Compound words and beginnings are found by looking through the
// text of all words at once, which for a hundred thousand words takes about a millisecond.

#include "base/language.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace interregio::search {

class Vocabulary {
  public:
    explicit Vocabulary(Language language) : language_(language) {}

    /// `word` in lower case, `stems` between spaces; numbers grow.
    void add(std::uint32_t number, std::string_view word, std::string_view stems);

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] std::size_t size() const { return items_.size(); }

    using Numbers = std::span<const std::uint32_t>;
    /// Words that are `form` once folded.
    [[nodiscard]] Numbers written(std::string_view form) const;
    [[nodiscard]] Numbers with_stem(std::string_view stem) const;
    /// The stems of a word of the vocabulary.
    [[nodiscard]] std::string_view stems_of(std::uint32_t number) const;
    /// The word in lower case; folded.
    [[nodiscard]] std::string_view word(std::uint32_t number) const;
    [[nodiscard]] std::string_view form(std::uint32_t number) const;

    enum class Place { beginning, inside };
    /// Calls for each word, folded, that begins with `part` or has it inside, behind three letters or more.
    void each_with(std::string_view part, const std::function<void(std::uint32_t number, Place place)>& action) const;
    /// Calls for each word that is at most so many typing errors away from `form`.
    void each_near(std::string_view form, std::size_t most_errors,
                   const std::function<void(std::uint32_t number, std::size_t errors)>& action) const;

  private:
    struct Item {
        std::uint32_t number = 0;
        std::uint32_t form_begin = 0; ///< in forms_
        std::uint32_t word_begin = 0; ///< in words_
        std::uint32_t stems_begin = 0;
        std::uint32_t letters = 0; ///< a bit for each letter that occurs
        std::uint16_t form_length = 0;
        std::uint16_t word_length = 0;
        std::uint16_t stems_length = 0;
    };
    [[nodiscard]] const Item* find(std::uint32_t number) const;
    [[nodiscard]] std::string_view form(const Item& item) const {
        return std::string_view(forms_).substr(item.form_begin, item.form_length);
    }

    Language language_;
    std::vector<Item> items_;  ///< by number and by place in forms_
    std::string forms_ = "\n"; ///< all folded words, each with a line end
    std::string words_;
    std::string stems_;
    using Lists = std::unordered_map<std::string, std::vector<std::uint32_t>>;
    Lists by_form_;
    Lists by_stem_;
};

} // namespace interregio::search
