#include "platform/language/stems.h"

#include "platform/language/dictionary.h"
#include "platform/language/words.h"

#include <algorithm>
#include <array>
#include <libstemmer.h>
#include <map>
#include <memory>
#include <unicode/unistr.h>

namespace interregio::language {
namespace {

using Stemmer = std::unique_ptr<sb_stemmer, decltype([](sb_stemmer* stemmer) { sb_stemmer_delete(stemmer); })>;

/// Null where Snowball does not know the language. A stemmer keeps the word it works on: one for each thread.
sb_stemmer* snowball(Language language) {
    thread_local std::map<Language, Stemmer> stemmers;
    const auto [found, added] = stemmers.try_emplace(language);
    if (added) found->second.reset(sb_stemmer_new(std::string(language.tag()).c_str(), "UTF_8"));
    return found->second.get();
}

std::string snowball_stem(sb_stemmer* stemmer, const std::string& word) {
    const auto* stem =
        sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (stem == nullptr) return word; // out of memory
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

Dictionary& polish_dictionary() {
    static Dictionary dictionary("pl_PL");
    return dictionary;
}

std::string with_capital(std::string_view word) {
    auto text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
    text.toTitle(nullptr);
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// For words that the dictionary does not know, names above all: without the most frequent endings of nouns and
/// adjectives, as long as four letters are left.
std::string without_polish_ending(std::string word) {
    constexpr std::array<std::string_view, 34> endings{
        "iami", "iach", "owie", "ymi", "imi", "ami", "ach", "iom",  "owi",  "ego", "emu", "ow",
        "om",   "ej",   "em",   "ym",  "im",  "ych", "ich", "ie",   "ia",   "iu",  "io",  "ii",
        "a",    "e",    "i",    "o",   "u",   "y",   "iej", "iego", "iemu", "iem"};
    std::string_view best;
    for (const auto ending : endings)
        if (word.ends_with(ending) && word.size() >= ending.size() + 4 && ending.size() > best.size()) best = ending;
    word.resize(word.size() - best.size());
    return word;
}

std::vector<std::string> polish_stems(std::string_view word) {
    auto found = polish_dictionary().stems(word);
    if (found.empty()) found = polish_dictionary().stems(with_capital(word));
    for (auto& stem : found) stem = folded(lower(stem), languages::polish);
    if (found.empty()) found.push_back(without_polish_ending(folded(word, languages::polish)));
    return found;
}

void put_in_order(std::vector<std::string>& list) {
    std::ranges::sort(list);
    list.erase(std::ranges::unique(list).begin(), list.end());
}

} // namespace

std::vector<std::string> stems(std::string_view word, Language language) {
    std::vector<std::string> found;
    if (language == Language()) {
        for (const Language each : {languages::german, languages::polish, languages::english})
            for (auto& stem : stems(word, each)) found.push_back(std::move(stem));
        found.push_back(folded(word, language));
    } else if (language == languages::polish) {
        found = polish_stems(word);
    } else if (language == languages::german) {
        // Folded before: the rules of Snowball hold for a, o and u as for the umlauts.
        found.push_back(snowball_stem(snowball(language), folded(word, language)));
    } else if (auto* stemmer = snowball(language)) {
        found.push_back(folded(snowball_stem(stemmer, std::string(word)), language));
    } else {
        found.push_back(folded(word, language));
    }
    std::erase(found, std::string());
    if (found.empty()) found.emplace_back(word);
    put_in_order(found);
    return found;
}

void load_dictionaries() { polish_dictionary(); }

} // namespace interregio::language
