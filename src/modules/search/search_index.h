#pragma once
// The search: the module's door. Keeps the index in memory, made from what the indexer has stored, and answers from it.
// Safe from any thread: answers go on while the index grows, waiting only for the moment in which changed records are
// taken in.

#include "modules/search/indexer.h"
#include "modules/search/search.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stop_token>

namespace interregio::search {

class IndexContents;

/// A word that what somebody types may become.
struct Completion {
    std::string word; ///< in lower case
    std::size_t records = 0;
};

class SearchIndex {
  public:
    /// Database and clock must live as long as the index.
    SearchIndex(db::Database& database, const Clock& clock);
    ~SearchIndex();

    /// Stores what has changed in the record, then takes it into memory. Gives whether anything changed. One thread at
    /// a time works; others wait. Ends early, with a part of the work done, when it is told to stop. Throws db::Error.
    bool catch_up(const std::stop_token& stop = {});
    /// Only takes into memory what is stored, by whomever.
    bool refresh();

    /// Catches up whenever the record changes, until it is told to stop: what is published can be found after a tenth
    /// of a second. What goes wrong is told to `complain`, once for as long as it stays so, and tried again.
    void follow(const std::stop_token& stop, const std::function<void(const std::string&)>& complain);

    /// Whether the record has been read once; before, nothing is found.
    [[nodiscard]] bool ready() const { return ready_.load(); }
    /// Records in memory; what the lists take.
    struct Size {
        std::size_t records = 0;
        std::size_t words = 0;
        std::size_t bytes = 0;
    };
    [[nodiscard]] Size size() const;

    [[nodiscard]] SearchResult search(const SearchQuery& query) const;
    /// What the last word of the text may become, in the language and among names, the most frequent first.
    [[nodiscard]] std::vector<Completion> completions(std::string_view text, Language language, std::size_t most) const;

  private:
    bool refresh_locked();

    db::Database& database_;
    std::mutex work_; ///< held by whom brings in changes
    Indexer indexer_;
    mutable std::shared_mutex mutex_; ///< of contents_
    std::shared_ptr<IndexContents> contents_;
    std::string epoch_;
    std::int64_t sequence_ = -1;
    std::string change_; ///< the journal entry of that number
    std::atomic<bool> ready_ = false;
};

} // namespace interregio::search
