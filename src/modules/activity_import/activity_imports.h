#pragma once
// Importing past activities out of a table: the module's door. A table is sent, its columns are matched, a preview is
// looked at, its rows become drafts in one write, and that write can be undone as one. A table that was sent is its
// account's alone; it is kept for a day at most, until it is imported. All operations take connections that see
// everything; EditContext::seen is what the one who imports sees.

#include "modules/activity_import/preview.h"
#include "modules/kinds/references_to.h"

#include <chrono>
#include <functional>

namespace interregio::activity_import {

inline constexpr std::chrono::hours upload_lifetime{24};
inline constexpr std::int64_t most_uploads = 3; ///< of one account; the oldest go

struct Upload {
    Uuid id;
    Id<accounts::Account> account;
    std::string file_name;
    std::string uploaded_at;
    ImportSettings settings;
};

struct Import {
    Uuid id;
    Id<accounts::Account> account;
    std::string file_name;
    Scope scope; ///< to whom what came in was visible at first
    std::string imported_at;
    std::int64_t made = 0;
    std::int64_t left_out = 0; ///< rows
    std::optional<std::string> undone_at{};
    std::string undone_by{}; ///< a name
};

struct MadeRecord {
    Uuid id;
    std::int64_t version = 0; ///< entry of the journal with which it was made
    bool is_removed = false;  ///< by the undo
};

/// Keeps a table; gives the id by which its account finds it. Older ones go. `settings` are those that begin with.
[[nodiscard]] Uuid keep_upload(db::Connection& connection, const Upload& upload, std::string_view bytes,
                               const Clock& clock);
/// A table of that account that is not too old; nothing for any other.
[[nodiscard]] std::optional<Upload> find_upload(db::Connection& connection, const Uuid& id,
                                                Id<accounts::Account> account, const Clock& clock);
/// Its bytes; after the import the file with the rows that were left out, empty when there are none.
[[nodiscard]] std::string bytes_of(db::Connection& connection, const Upload& upload);
void change_settings(db::Connection& connection, const Upload& upload, const ImportSettings& settings);
/// Throws the table away.
void discard(db::Connection& connection, const Upload& upload);

/// Makes drafts of the rows that are taken, visible to `settings.draft_for` alone, and throws the table away; so many
/// were `promised` by the preview;
/// `left_over` makes the file with the other rows, which its account can fetch as long as it could the table. Refuses
/// what save_new_activities() does, and
///   refusal.activity_import.changed  the record has changed since the preview: other rows would be taken
///   refusal.activity_import.nothing  no row is taken
[[nodiscard]] std::expected<Import, Refusal> carry_out(editing::EditContext& context, const Upload& upload,
                                                       const ImportTable& table, std::size_t promised,
                                                       const std::function<std::string(const Preview&)>& left_over);

/// An import that somebody may know of: those who may read what is visible to its scope.
[[nodiscard]] std::optional<Import> find_import(db::Connection& connection, const Uuid& id,
                                                const accounts::Actor& actor);
/// All of those, the newest first.
[[nodiscard]] std::vector<Import> imports_for(db::Connection& connection, const accounts::Actor& actor);
/// What an import made, in the order of the table.
[[nodiscard]] std::vector<MadeRecord> records_of(db::Connection& connection, const Import& import);

/// Why an activity stays when its import is undone.
struct Staying {
    enum class Why {
        changed,
        referred_to,
        asked_for, ///< to be published, or changed
        worked_on, ///< somebody else keeps a draft of it
        not_allowed
    } why = Why::changed;
    Uuid activity;
    std::optional<ReferringRecord> by{}; ///< who refers to it; only what the one who undoes sees
};
/// What an undo would leave. Records that were removed since are in neither.
[[nodiscard]] std::vector<Staying> staying(editing::EditContext& context, const Import& import);

enum class Undo {
    all_or_nothing, ///< refuses where something would stay
    what_can_be_undone
};
/// Removes what an import made and nobody has changed or works on since, each with its entry in the journal. Gives how
/// many. Refuses refusal.activity_import.stay, and .undone when it was done before or nothing is left to remove.
[[nodiscard]] std::expected<std::int64_t, Refusal> undo(editing::EditContext& context, const Import& import, Undo how);

} // namespace interregio::activity_import
