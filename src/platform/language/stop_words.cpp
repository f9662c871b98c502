#include "platform/language/words.h"

#include <algorithm>
#include <array>

namespace interregio::language {
namespace {

// In the order of bytes.
constexpr std::array<std::string_view, 97> german{
    "aber",   "alle",   "als",    "am",     "an",     "auch",  "auf",  "aus",    "bei",    "beim",   "bis",
    "da",     "damit",  "das",    "dass",   "dem",    "den",   "der",  "des",    "die",    "dies",   "diese",
    "diesem", "diesen", "dieser", "dieses", "doch",   "durch", "ein",  "eine",   "einem",  "einen",  "einer",
    "eines",  "er",     "es",     "für",    "gegen",  "haben", "hat",  "hatte",  "hatten", "ihr",    "ihre",
    "ihrem",  "ihren",  "ihrer",  "im",     "in",     "ins",   "ist",  "kann",   "können", "man",    "mit",
    "nach",   "nicht",  "noch",   "nur",    "ob",     "oder",  "ohne", "sein",   "seine",  "seinem", "seinen",
    "seiner", "sich",   "sie",    "sind",   "so",     "sowie", "um",   "und",    "uns",    "unser",  "unsere",
    "unter",  "vom",    "von",    "vor",    "war",    "waren", "was",  "welche", "wenn",   "werden", "wie",
    "wir",    "wird",   "wo",     "wurde",  "wurden", "zu",    "zum",  "zur",    "über"};

constexpr std::array<std::string_view, 82> polish{
    "a",      "aby",     "ale",     "bo",    "by",     "być",   "był",     "była",    "było",   "były",  "co",
    "czy",    "dla",     "do",      "gdy",   "go",     "i",     "ich",     "im",      "ja",     "jak",   "jako",
    "je",     "jego",    "jej",     "jest",  "już",    "która", "które",   "którego", "której", "który", "których",
    "którym", "którzy",  "lub",     "ma",    "między", "mu",    "na",      "nad",     "nie",    "niż",   "o",
    "od",     "on",      "ona",     "oraz",  "po",     "pod",   "podczas", "przed",   "przez",  "przy",  "się",
    "są",     "ta",      "tak",     "także", "tam",    "te",    "tego",    "tej",     "temu",   "ten",   "to",
    "tu",     "tych",    "tym",     "tę",    "u",      "w",     "we",      "wraz",    "z",      "za",    "ze",
    "został", "została", "zostały", "że",    "żeby"};

constexpr std::array<std::string_view, 69> english{
    "a",    "about", "all",   "also", "an",   "and",   "any",   "are",   "as",   "at",  "be",    "been",
    "but",  "by",    "can",   "do",   "for",  "from",  "had",   "has",   "have", "he",  "her",   "his",
    "how",  "i",     "if",    "in",   "into", "is",    "it",    "its",   "more", "not", "of",    "on",
    "or",   "our",   "out",   "over", "she",  "so",    "some",  "than",  "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "to",    "under", "was",  "we",  "were",  "what",
    "when", "where", "which", "who",  "will", "with",  "would", "you",   "your"};

static_assert(std::ranges::is_sorted(german) && std::ranges::is_sorted(polish) && std::ranges::is_sorted(english));

} // namespace

bool is_stop_word(std::string_view word, Language language) {
    if (language == languages::german) return std::ranges::binary_search(german, word);
    if (language == languages::polish) return std::ranges::binary_search(polish, word);
    if (language == languages::english) return std::ranges::binary_search(english, word);
    return false;
}

} // namespace interregio::language
