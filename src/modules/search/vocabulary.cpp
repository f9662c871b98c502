#include "modules/search/vocabulary.h"

#include "platform/language/edit_distance.h"
#include "platform/language/words.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace interregio::search {
namespace {

std::uint32_t letters_of(std::string_view form) {
    std::uint32_t letters = 0;
    for (const char byte : form) letters |= std::uint32_t{1} << (static_cast<unsigned char>(byte) & 31U);
    return letters;
}

} // namespace

void Vocabulary::add(std::uint32_t number, std::string_view word, std::string_view stems) {
    const auto folded = language::folded(word, language_);
    Item item;
    item.number = number;
    item.form_begin = static_cast<std::uint32_t>(forms_.size());
    item.form_length = static_cast<std::uint16_t>(folded.size());
    item.word_begin = static_cast<std::uint32_t>(words_.size());
    item.word_length = static_cast<std::uint16_t>(word.size());
    item.stems_begin = static_cast<std::uint32_t>(stems_.size());
    item.stems_length = static_cast<std::uint16_t>(stems.size());
    item.letters = letters_of(folded);
    forms_ += folded;
    forms_ += '\n';
    words_ += word;
    stems_ += stems;
    items_.push_back(item);
    by_form_[folded].push_back(number);
    for (std::size_t begin = 0; begin < stems.size();) {
        const auto end = std::min(stems.find(' ', begin), stems.size());
        by_stem_[std::string(stems.substr(begin, end - begin))].push_back(number);
        begin = end + 1;
    }
}

Vocabulary::Numbers Vocabulary::written(std::string_view form) const {
    const auto found = by_form_.find(std::string(form));
    return found == by_form_.end() ? Numbers{} : Numbers(found->second);
}

Vocabulary::Numbers Vocabulary::with_stem(std::string_view stem) const {
    const auto found = by_stem_.find(std::string(stem));
    return found == by_stem_.end() ? Numbers{} : Numbers(found->second);
}

const Vocabulary::Item* Vocabulary::find(std::uint32_t number) const {
    const auto found = std::ranges::lower_bound(items_, number, {}, &Item::number);
    return found == items_.end() || found->number != number ? nullptr : &*found;
}

std::string_view Vocabulary::stems_of(std::uint32_t number) const {
    const auto* item = find(number);
    return item ? std::string_view(stems_).substr(item->stems_begin, item->stems_length) : std::string_view{};
}

std::string_view Vocabulary::word(std::uint32_t number) const {
    const auto* item = find(number);
    return item ? std::string_view(words_).substr(item->word_begin, item->word_length) : std::string_view{};
}

std::string_view Vocabulary::form(std::uint32_t number) const {
    const auto* item = find(number);
    return item ? form(*item) : std::string_view{};
}

void Vocabulary::each_with(std::string_view part, const std::function<void(std::uint32_t, Place)>& action) const {
    if (part.empty()) return;
    constexpr std::size_t letters_before = 3;
    const char* const begin = forms_.data();
    const char* const end = begin + forms_.size();
    for (const char* at = begin; at < end;) {
        const auto* hit =
            static_cast<const char*>(memmem(at, static_cast<std::size_t>(end - at), part.data(), part.size()));
        if (hit == nullptr) return;
        const auto offset = static_cast<std::uint32_t>(hit - begin);
        const auto item = std::prev(std::ranges::upper_bound(items_, offset, {}, &Item::form_begin));
        const auto before = offset - item->form_begin;
        if (before == 0)
            action(item->number, Place::beginning);
        else if (before >= letters_before)
            action(item->number, Place::inside);
        // On with the next word, unless the part may stand in this one again, further inside.
        at = before == 0 || before >= letters_before ? begin + item->form_begin + item->form_length : hit + 1;
    }
}

void Vocabulary::each_near(std::string_view form_asked, std::size_t most_errors,
                           const std::function<void(std::uint32_t, std::size_t)>& action) const {
    const auto letters = letters_of(form_asked);
    for (const Item& item : items_) {
        const auto longer = std::max<std::size_t>(item.form_length, form_asked.size());
        const auto shorter = std::min<std::size_t>(item.form_length, form_asked.size());
        if (longer - shorter > most_errors) continue;
        // An error changes at most two of the letters that occur.
        if (static_cast<std::size_t>(std::popcount(item.letters ^ letters)) > 2 * most_errors) continue;
        const auto errors = language::edit_distance(form(item), form_asked, most_errors);
        if (errors <= most_errors) action(item.number, errors);
    }
}

} // namespace interregio::search
