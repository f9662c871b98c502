#pragma once
// What is there already that a table may speak of. Internal to the module.

#include "base/localized_text.h"
#include "base/partial_date.h"
#include "platform/db/database.h"

#include <unordered_map>
#include <vector>

namespace interregio::activity_import {

struct DatedTitle {
    Uuid activity;
    PartialDate date;
    LocalizedText title;
};
/// Of the activities that the connection sees, the oldest first.
[[nodiscard]] std::vector<DatedTitle> dated_titles(db::Connection& seen);

/// The sources, by their addresses.
[[nodiscard]] std::unordered_multimap<std::string, Uuid> sources_by_url(db::Connection& seen);

} // namespace interregio::activity_import
