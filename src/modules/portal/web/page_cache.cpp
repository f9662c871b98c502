#include "modules/portal/web/page_cache.h"

namespace interregio::portal::web {

void PageCache::begin_anew(const PageState& state) {
    pages_.clear();
    bytes_ = 0;
    state_ = state;
}

std::optional<CachedPage> PageCache::find(const PageState& state, const std::string& address) {
    const std::scoped_lock lock(mutex_);
    if (!(state_ == state)) return std::nullopt;
    const auto found = pages_.find(address);
    return found == pages_.end() ? std::nullopt : std::optional(found->second);
}

void PageCache::keep(const PageState& state, const std::string& address, const CachedPage& page) {
    const std::scoped_lock lock(mutex_);
    const auto size = page.body->size() + address.size() + 200;
    if (!(state_ == state)) begin_anew(state);
    if (size > most_bytes_) return; // and what is kept stays
    if (bytes_ + size > most_bytes_) begin_anew(state);
    if (pages_.emplace(address, page).second) bytes_ += size;
}

} // namespace interregio::portal::web
