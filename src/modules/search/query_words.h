#pragma once
// What a query means: which words of the index each of its words stands for, and how well. Internal to the module.

#include "modules/search/index_contents.h"
#include "modules/search/search.h"

#include <string>
#include <vector>

namespace interregio::search {

/// A word of the index that a word of the query stands for, and how well: 1 for the word itself.
struct MatchedWord {
    std::uint32_t number = 0;
    float quality = 1;
};

/// A word of the query with all it stands for, by section.
struct QueryWord {
    std::string typed;                                  ///< in lower case
    std::vector<std::vector<MatchedWord>> in_languages; ///< in the order of IndexContents::languages()
    std::vector<MatchedWord> in_names;
    std::vector<bool> stop_word_in; ///< languages in which it says nothing; in the same order
    std::string used;               ///< the word of the index that was taken for a typing error; else empty

    [[nodiscard]] bool found() const;
};

/// One or several words that together stand for one thing; each alternative is words that all have to be there.
struct QueryGroup {
    std::vector<std::vector<QueryWord>> alternatives; ///< the first is what was typed
};

/// A query read with a vocabulary.
[[nodiscard]] std::vector<QueryGroup> read_query(const IndexContents& contents, const SearchQuery& query);

/// All that a single word stands for.
[[nodiscard]] QueryWord read_word(const IndexContents& contents, std::string_view word, SearchQuery::LastWord kind);

} // namespace interregio::search
