#pragma once
// What is asked of the search, and what it answers. Values.

#include "base/id.h"
#include "base/language.h"
#include "base/record_kind.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace interregio::search {

/// Bounds of what is read of a query; the rest is left out.
inline constexpr std::size_t most_query_characters = 200;
inline constexpr std::size_t most_query_words = 12;

/// What somebody typed, made fit to be searched and shown: valid UTF-8 in normal form C, one line without control
/// characters and without white space at the ends, at most `most_query_characters`.
[[nodiscard]] std::string clean_query(std::string_view typed);

/// The query with another word in place of its last one.
[[nodiscard]] std::string with_last_word(std::string_view query, std::string_view word);

struct SearchFilter {
    std::optional<std::string> kind; ///< kind word, see Searchable
    std::optional<int> year;
    std::optional<Uuid> field;
    std::optional<Uuid> organisation;
};

struct SearchQuery {
    std::string text; ///< as clean_query() gives it
    /// The reader's language first; results in it come first.
    std::vector<Language> languages;
    SearchFilter filter;
    std::size_t first = 0; ///< of the results that are given
    std::size_t count = 20;
    /// Whether the last word may be unfinished: it then finds all words that begin like it, from two letters on.
    enum class LastWord { whole, beginning } last_word = LastWord::whole;
};

struct Hit {
    Uuid id;
    RecordKind kind = RecordKind::activity;
    Language language; ///< of the text that was found
    bool own = true;   ///< in the reader's language
    /// Records by whose names it was found: a place, a person, a document.
    std::vector<Uuid> through;
};

/// A word that is in no text, and what was searched instead.
struct Correction {
    std::string asked;
    std::string used;
};

/// Which words of a text were found: folded, by language; names, which are in texts of all languages, apart.
struct FoundWords {
    std::map<Language, std::set<std::string, std::less<>>> forms;
    std::set<std::string, std::less<>> names;

    /// Whether a word, as it stands in a text of that language, is one.
    [[nodiscard]] bool holds(std::string_view word, Language language) const;
};

struct SearchResult {
    std::vector<Hit> hits;
    std::size_t total = 0; ///< of all, not only of those given
    std::size_t own = 0;   ///< of which in the reader's language
    /// How many results there were without the condition of the same kind, but with all others.
    std::map<std::string, std::size_t> kinds;
    std::map<int, std::size_t> years;
    std::map<Uuid, std::size_t> fields;
    std::map<Uuid, std::size_t> organisations;
    std::vector<Correction> corrections;
    /// Whether no record has all words, so that those with most of them are given.
    enum class Match { all_words, some_words } match = Match::all_words;
    FoundWords found;
};

} // namespace interregio::search
