#pragma once
// From the words of a query to the records that have them, best first, counted. Internal to the module.

#include "modules/search/query_words.h"

namespace interregio::search {

[[nodiscard]] SearchResult evaluate(const IndexContents& contents, const SearchQuery& query);

} // namespace interregio::search
