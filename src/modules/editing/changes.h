#pragma once
// Changing the record in a form: the module's door for writing. Every operation takes who does it and refuses what that
// person may not; each is one change in the journal, in the caller's write transaction, which is abandoned when it is
// refused. Nobody overwrites anybody: what is said of an older version is merged with what others have changed since
// (merge.h), and what the one who edits cannot see stays as it is.

#include "base/clock.h"
#include "modules/accounts/accounts.h"
#include "modules/editing/merge.h"
#include "modules/editing/publishing_rules.h"
#include "modules/editing/record_words.h"
#include "modules/editing/sheet_reader.h"
#include "modules/record/record_changes.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <vector>

namespace interregio::editing {

/// Who edits, and on which connections.
struct EditContext {
    db::Connection& connection; ///< of the write transaction: sees everything
    db::Connection& seen;       ///< as the one who edits sees the record; no later than `connection`
    const db::Viewer& viewer;   ///< whose connection that is
    const accounts::Actor& actor;
    Language reader; ///< in which the form was filled in
    const Clock& clock;
    std::vector<Language> spoken; ///< languages the program has an interface catalogue for
    /// `of_editors`: an editor may do what needs a publisher, and nobody else has to agree. To try something out, which
    /// is taken back, and to show a draft to partners.
    enum class Rights { own, of_editors } rights = Rights::own;
    std::vector<Consenting> consenting{}; ///< who agrees to what becomes public; empty: the actor alone
    std::string in_name_of{};             ///< whose change it is in the history; empty: the actor's

    [[nodiscard]] const std::string& author() const { return in_name_of.empty() ? actor.name() : in_name_of; }
};

/// A form that was sent.
struct FilledIn {
    RecordKind kind = RecordKind::activity;
    Uuid id{};                ///< nil: a new record
    std::int64_t version = 0; ///< the last entry of the record's journal when the form was made; 0 for a new one
    Sheet sheet;
    Choices choices{};                ///< where it collided the last time with
    std::int64_t collided = 0;        ///< this version; choices for another one do not count
    std::optional<Scope> draft_for{}; ///< of a new record: to whom it is visible until it is published
};

struct Saved {
    Uuid id;
    std::int64_t version = 0; ///< of the record now
    Change what = Change::unchanged;
};

/// A collision in words.
struct CollidingField {
    std::string path; ///< as in Choices
    FieldLine line;   ///< what it is called; of a row as a whole, any field of it, with an empty key
    std::string before;
    std::string theirs;
    std::string mine;
};

/// Why nothing was saved: one of these.
struct NotSaved {
    /// Of the whole: refusal.editing.not_there, .not_allowed, .not_public_enough, .not_alone (publishing_rules.h).
    std::optional<Refusal> refusal{};
    SheetProblems problems{};                 ///< of fields
    std::vector<CollidingField> collisions{}; ///< with what others have changed since; with
    std::int64_t version = 0;                 ///< this version
};
using SaveResult = std::expected<Saved, NotSaved>;
/// Of the whole.
[[nodiscard]] inline std::unexpected<NotSaved> not_saved(std::string_view key, Refusal::Arguments arguments = {}) {
    return std::unexpected(NotSaved{.refusal = Refusal{std::string(key), std::move(arguments)}});
}

/// Makes or changes a record as the form says. A new one is visible to `draft_for` alone.
[[nodiscard]] SaveResult save_form(EditContext& context, const FilledIn& form);

/// Makes the record what it was after an entry of its journal, in what the one who does it can see; visibility and
/// addresses stay. `version` as in FilledIn: refused with refusal.editing.changed_since when it has changed meanwhile.
/// Refuses refusal.editing.state_gone when it referred to what is not there any more.
[[nodiscard]] SaveResult restore(EditContext& context, RecordKind kind, const Uuid& id, std::int64_t sequence,
                                 std::int64_t version);

/// Shows the record to whom `visibility` says. Needs a publisher. refusal.editing.not_public_enough {found} when it
/// needs something that fewer may see, or is needed by something that more may see; refusal.editing.needed_unseen when
/// that is something that the one who asks cannot see.
[[nodiscard]] SaveResult show_to(EditContext& context, RecordKind kind, const Uuid& id, const Visibility& visibility);

/// The last entry of a record's journal; 0 when it has none.
[[nodiscard]] std::int64_t version_of(db::Connection& connection, const Uuid& id);

/// Whether somebody may change the record, as it is visible now; show it to others; propose a change of it. By their
/// roles: whether somebody else has to agree besides, approvals.h says. False when it is not there.
struct Permission {
    bool to_change = false;
    bool to_publish = false;
    bool to_propose = false;
};
[[nodiscard]] Permission permission(db::Connection& connection, const accounts::Actor& actor, RecordKind kind,
                                    const Uuid& id);

/// To whom a record is visible; nothing when the connection does not see it.
[[nodiscard]] std::optional<Visibility> visibility_of(db::Connection& connection, RecordKind kind, const Uuid& id);

/// The record as a sheet; nothing when the connection does not see it.
[[nodiscard]] std::optional<Sheet> open_sheet(db::Connection& seen, RecordNames& names, Language reader,
                                              RecordKind kind, const Uuid& id);

} // namespace interregio::editing
