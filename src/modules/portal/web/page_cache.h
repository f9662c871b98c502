#pragma once
// Pages that were made are kept in memory and given again until the record changes: reading costs what a static file
// costs, and a change shows at once. Safe from any thread.

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace interregio::portal::web {

struct CachedPage {
    std::shared_ptr<const std::string> body;
    std::string etag;
};

/// The state of the world that a page was made from: the last change of the record, and the day, which decides who
/// holds which function today.
struct PageState {
    std::string change; ///< names the last entry of the journal
    std::chrono::year_month_day day;
    friend bool operator==(const PageState&, const PageState&) = default;
};

class PageCache {
  public:
    /// `most_bytes` bounds what is kept; when it is full, it begins anew. What alone is larger is not kept.
    explicit PageCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// The page at an address, if it was made from that state.
    [[nodiscard]] std::optional<CachedPage> find(const PageState& state, const std::string& address);
    void keep(const PageState& state, const std::string& address, const CachedPage& page);

  private:
    void begin_anew(const PageState& state);

    std::mutex mutex_;
    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    PageState state_;
    std::unordered_map<std::string, CachedPage> pages_;
};

} // namespace interregio::portal::web
