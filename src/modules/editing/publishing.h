#pragma once
// Showing records to more people or fewer, and what is still missing before. Rights and refusals as in changes.h.

#include "modules/editing/changes.h"
#include "modules/editing/references.h"

#include <vector>

namespace interregio::editing {

/// What a record refers to, and what that refers to, that is not public: it is published together with it.
[[nodiscard]] std::vector<Reference> not_public_yet(db::Connection& connection, RecordKind kind, const Uuid& id);

/// Publishes a record and what it refers to, as one; but for what the one who publishes cannot see.
[[nodiscard]] SaveResult publish(EditContext& context, RecordKind kind, const Uuid& id);
/// Takes a record back: only `scope` sees it from now on. Refused while something public needs it.
[[nodiscard]] SaveResult withdraw(EditContext& context, RecordKind kind, const Uuid& id, const Scope& scope);

/// Saves a form as save_form() does, and publishes the record with what it refers to and the one who edits can see,
/// also where they may not publish: for db::Database::try_out(), which takes it back.
[[nodiscard]] SaveResult save_for_preview(EditContext& context, const FilledIn& form);

/// Something that readers will miss.
struct Gap {
    enum class Kind {
        translation_missing,
        translation_behind,
        summary, ///< an activity without one: cards and search results have nothing to say
        source,  ///< an activity or agreement that nobody can check
    } kind = Kind::summary;
    std::string key{};   ///< of translations: the field, as the key of a label: "activity.title"
    Language language{}; ///< of translations: which one
    friend bool operator==(const Gap&, const Gap&) = default;
};
[[nodiscard]] std::vector<Gap> gaps_of(db::Connection& seen, RecordKind kind, const Uuid& id,
                                       const std::vector<Language>& languages);

} // namespace interregio::editing
