#pragma once
// Saving and removing records: the change, its texts, its addresses and its journal entry, in the caller's write
// transaction. The one door through which the record changes.

#include "modules/record/records.h"

#include "base/clock.h"

#include <cstdint>
#include <expected>
#include <span>

namespace interregio {

/// Who changes the record, and what saving needs to know besides.
struct ChangeContext {
    db::Connection& connection; ///< of the write transaction
    const Clock& clock;
    std::string actor;                    ///< for the journal and for texts: a name, later an account
    std::vector<Language> site_languages; ///< in which records get an address
};

enum class Change { created, changed, unchanged };

/// Makes the stored record like `record` (found by its id; a nil id is a new record). On return `record` is as stored:
/// with its id, the ids of its rows (rows without one take the id of the stored row at the same place), its texts
/// merged with the stored ones (see merge() in base/localized_text.h) and its slugs. Saving what is stored changes
/// nothing and writes nothing. Refuses "refusal.slug.taken"; the caller then abandons the transaction.
template <Record T> [[nodiscard]] std::expected<Change, Refusal> save(ChangeContext& context, T& record);

/// Removes the record. Throws db::Error at commit when other records still refer to it.
template <Record T> void remove(ChangeContext& context, Id<T> id);

/// Stores the bytes of a file under its hash; does nothing when they are there.
void store_blob(db::Connection& connection, const FileContent& file, std::span<const std::byte> bytes);

/// The record as it stood after a journal entry; nothing when it did not exist then.
template <Record T>
[[nodiscard]] std::optional<T> record_at(db::Connection& connection, Id<T> id, std::int64_t sequence);

} // namespace interregio
