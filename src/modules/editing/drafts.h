#pragma once
// Drafts: what somebody has typed into the form of a record and not saved yet. It is no part of the record: nobody else
// ever sees it (at most that there is one, of whomever), no rule is asked, and it is gone when the form is saved. Of a
// record there is one draft a person; of records that are not there yet, as many as somebody has begun.
//
// All take a connection inside a transaction, and the write transaction where they change something. What is asked with
// the account of somebody else is not there.

#include "modules/editing/changes.h"

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace interregio::editing {

struct Draft {
    Uuid id;             ///< nil: not kept yet
    FilledIn form;       ///< as it was sent: what it is about, the version it was made from, what was typed
    Language language;   ///< in which it was filled in: dates and numbers are typed in the way of a language
    std::string kept_at; ///< timestamp
};

/// Of one person: more than anybody writes at a time.
inline constexpr std::int64_t most_drafts = 50;

/// Keeps a draft in place of that of the same record; of one that is not there yet, of that with its id. Gives its id.
/// refusal.draft.too_many {most}.
[[nodiscard]] std::expected<Uuid, Refusal> keep(db::Connection& connection, Id<accounts::Account> account,
                                                const Draft& draft, const Clock& clock);
[[nodiscard]] std::optional<Draft> find_draft(db::Connection& connection, Id<accounts::Account> account,
                                              const Uuid& id);
/// That of a record.
[[nodiscard]] std::optional<Draft> draft_of(db::Connection& connection, Id<accounts::Account> account,
                                            const Uuid& record);
/// All of somebody, the newest first.
[[nodiscard]] std::vector<Draft> drafts_of(db::Connection& connection, Id<accounts::Account> account);
/// The records of which anybody but that account keeps a draft.
[[nodiscard]] std::set<Uuid> records_drafted_by_others(db::Connection& connection,
                                                       const std::optional<Id<accounts::Account>>& account);
/// Does nothing where there is none.
void drop_draft(db::Connection& connection, Id<accounts::Account> account, const Uuid& id);

/// What a record that is not there yet is to be called, as far as it has been typed, in whichever language; empty where
/// it has no name yet.
[[nodiscard]] std::string typed_name(const FilledIn& form);

} // namespace interregio::editing
