#pragma once
// Dates and titles of all activities. Internal to the module.

#include "base/localized_text.h"
#include "base/partial_date.h"
#include "platform/db/database.h"

#include <unordered_map>

namespace interregio::activity_import {

struct DatedTitle {
    PartialDate date;
    LocalizedText title;
};
/// Of the activities that the connection sees.
[[nodiscard]] std::unordered_map<Uuid, DatedTitle> dated_titles(db::Connection& seen);

/// The sources, by their addresses.
[[nodiscard]] std::unordered_multimap<std::string, Uuid> sources_by_url(db::Connection& seen);

} // namespace interregio::activity_import
