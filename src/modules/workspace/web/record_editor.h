#pragma once
// The form of a record, and the choice between what collides in it. A part of record_edit_pages.cpp.

#include "modules/workspace/web/record_drafts.h"
#include "modules/workspace/web/record_fields.h"

namespace interregio::workspace::web {

/// Which record is edited, by whom.
struct Editor {
    const Workspace& workspace;
    const Call& call;
    RecordKind kind;
    Uuid id; ///< nil: a new record
    [[nodiscard]] bool is_new() const { return id.nil(); }
    /// Whether a script asks for a form to make something in passing.
    [[nodiscard]] bool is_brief() const {
        const bool asked = !call.request.query.text("brief").empty() || !call.field("brief").empty();
        return asked && is_new() && !brief_fields(kind).empty();
    }
    [[nodiscard]] std::string path() const {
        return is_new() ? call.paths.new_record(kind) : call.paths.edit(kind, id.text());
    }
};

/// What the name of a choice between mine and theirs begins with; the path of what collides follows.
inline constexpr std::string_view choice_prefix = "choice:";

/// Whether a button of the form asks others, or waits, instead of saving.
[[nodiscard]] bool is_proposal(std::string_view button);

/// The form with what was typed and what is wrong with it; `opened` where it shows a draft.
[[nodiscard]] http::Response editor_page(const Editor& editor, const editing::FilledIn& form, const FormErrors& errors,
                                         const editing::SheetProblems& problems, int status,
                                         const std::optional<editing::Draft>& opened = {});
/// What others have changed meanwhile, to choose from; all that was typed goes along, hidden.
[[nodiscard]] http::Response collision_page(const Editor& editor, const editing::FilledIn& form,
                                            const editing::NotSaved& not_saved);

} // namespace interregio::workspace::web
