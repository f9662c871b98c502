#pragma once
// From a slug in an address to the record it means.

#include "base/record_kind.h"
#include "modules/portal/reading.h"

#include "base/id.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::portal {

struct FoundAddress {
    Uuid id;
    std::string slug; ///< where it is now, in the reader's language; differs when the address is an old or foreign one
};

/// Looks for the slug in the reader's language, then in the other languages of the site, then for a record with that
/// key: whatever once was an address of the record, in any language, leads to it for ever.
[[nodiscard]] std::optional<FoundAddress> find_page(const Reading& reading, RecordKind kind, std::string_view slug,
                                                    const std::vector<Language>& languages);

/// The slug of a record in each language; its key where a language has none.
[[nodiscard]] std::map<Language, std::string> slugs_of(const Reading& reading, RecordKind kind, const Uuid& id,
                                                       const std::vector<Language>& languages);

} // namespace interregio::portal
