#include "platform/db/read_set.h"

#include <algorithm>

namespace interregio::db {

void ReadSet::settle() {
    std::ranges::sort(records_);
    const auto repeated = std::ranges::unique(records_);
    records_.erase(repeated.begin(), repeated.end());
    records_.shrink_to_fit();
}

bool ReadSet::contains(const Uuid& record) const { return std::ranges::binary_search(records_, record); }

} // namespace interregio::db
