#pragma once
// How many results there would be with another kind, year, field or organisation. Internal to the module.

#include "modules/search/index_contents.h"
#include "modules/search/search.h"

#include <vector>

namespace interregio::search {

class FacetCounts {
  public:
    FacetCounts(const IndexContents& contents, const SearchFilter& filter);

    /// Counts a record that was found; gives whether it passes the filter.
    bool count(const IndexContents::Document& document);
    /// Writes the counts into the result.
    void give(SearchResult& result) const;

  private:
    using Counts = std::vector<std::uint32_t>;
    /// The conditions that the document misses: a bit for each.
    [[nodiscard]] unsigned missed(const IndexContents::Document& document) const;
    [[nodiscard]] bool linked(const IndexContents::Document& document, const std::optional<Uuid>& to,
                              std::uint32_t word) const;
    void add_links(Counts& counts, const IndexContents::Document& document) const;

    const IndexContents& contents_;
    const SearchFilter& filter_;
    std::uint32_t field_ = 0; ///< word of the links to it
    std::uint32_t organisation_ = 0;
    Counts kinds_;
    Counts years_;
    /// By word of a link: of records that pass; of those that miss only the field, only the organisation.
    Counts links_;
    Counts links_without_field_;
    Counts links_without_organisation_;
};

} // namespace interregio::search
