#pragma once
// Keeps the stored index where the journal is: reads what has changed since, cuts it into words, stores them. What it
// has come to is stored with them, so that it goes on from there after whatever end.

#include "base/clock.h"
#include "modules/search/entry.h"
#include "modules/search/searchable.h"

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace interregio::search {

/// The number of the rules by which texts become entries: of words, stems, weights and the form of an entry. A stored
/// index made by other rules is made anew.
inline constexpr std::int64_t analysis_version = 1;

/// How much has been done of what there was to do.
using IndexProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Not for several threads at once; several indexers, also in several processes, may work on one database and share the
/// work without doing it twice.
class Indexer {
  public:
    explicit Indexer(const Clock& clock) : clock_(clock) {}

    /// Brings the stored index to where the journal is. Each step is a short read and a short write of its own: others
    /// may read and write meanwhile. Gives whether there was anything to do. Throws db::Error.
    bool catch_up(db::Database& database, const IndexProgress& progress = {});

    /// One step of that, with at most `most_entries` journal entries; false when there is nothing left.
    bool step(db::Database& database, std::int64_t most_entries = 1000);

  private:
    [[nodiscard]] std::uint32_t number_of(std::string_view section, std::string_view surface);
    [[nodiscard]] std::uint32_t link_number(std::string_view record);
    std::uint32_t add(std::string_view section, std::string_view word, std::string stems);
    void read_words(db::Connection& connection);
    [[nodiscard]] Entry entry_of(const Searchable& searchable);
    void forget();

    struct NewWord {
        std::string section;
        std::string word;
        std::string stems;
    };

    const Clock& clock_;
    std::string epoch_;
    std::uint32_t known_ = 0;    ///< words with numbers up to this are stored
    std::vector<NewWord> added_; ///< numbered on from there
    /// By section, an end mark and the word as it stood in a text; 0 for words that are not kept.
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

} // namespace interregio::search
