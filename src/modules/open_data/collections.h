#pragma once
// The kinds of records that are open data: what one is as JSON, and what its schema is.

#include "modules/journal/tree.h"
#include "modules/open_data/context.h"
#include "modules/open_data/schema_writer.h"

#include <optional>
#include <span>

namespace interregio::open_data {

struct Collection {
    RecordKind kind = RecordKind::activity;
    std::string_view schema; ///< its name among the components: "Activity"

    /// The record with that id; nothing when there is none. What somebody may see is decided here: today everybody
    /// sees everything.
    std::optional<Tree> (*one)(Context& context, const Uuid& id) = nullptr;
    Tree (*schema_of)(const Explain& explain, bool has_pages) = nullptr;
    /// The members of a JSON-LD context for its terms.
    void (*add_terms)(Tree& context) = nullptr;
};

/// All but the site, which is one record: site_collection().
[[nodiscard]] std::span<const Collection> collections();
[[nodiscard]] const Collection& site_collection();
[[nodiscard]] const Collection* collection_of(RecordKind kind);

/// The JSON-LD context of all that is published: which names are of schema.org, which hold texts by language.
/// `vocabulary` is the address at which our own terms are explained, with its '#'.
[[nodiscard]] Tree linked_data_context(const std::string& vocabulary);

} // namespace interregio::open_data
