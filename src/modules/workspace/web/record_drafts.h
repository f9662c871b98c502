#pragma once
// Drafts on the pages of the workspace: kept while somebody types, opened again, listed on the desk.

#include "modules/editing/drafts.h"
#include "modules/workspace/web/fields.h"

namespace interregio::workspace::web {

/// The draft that a form is opened with: that of the record, or for a new one the one that the address names
/// (`?draft=`). Nothing where there is none, or none of this person.
[[nodiscard]] std::optional<editing::Draft> draft_to_open(const Call& call, RecordKind kind,
                                                          const std::optional<Uuid>& record);

/// The address of the form with a draft, in the language in which the draft was filled in.
[[nodiscard]] std::string path_of_draft(const editing::Draft& draft);

/// That the form shows a draft, and a button to throw it away; `path` is that of the form.
[[nodiscard]] html::Node draft_notice(const Call& call, const editing::Draft& draft, const std::string& path);

/// Keeps what was sent. Where a script asks (field "quietly"), the answer is JSON: {"draft": id}, or {"refused": words}
/// with status 422; else it leads to the desk, or is refused.
[[nodiscard]] std::expected<http::Response, Refusal> keep_draft(const Workspace& workspace, const Call& call,
                                                                const editing::FilledIn& form);
/// Throws away the draft that the form names, and leads to where the form says, or to `otherwise`.
[[nodiscard]] http::Response discard_draft(const Workspace& workspace, const Call& call, const std::string& otherwise);
/// In the write transaction of a save: what the form has kept as a draft is saved.
void drop_saved_draft(db::Connection& connection, const Call& call);

/// The drafts of the one who reads, with a way on and a way out for each; nothing where there are none.
[[nodiscard]] html::Node draft_list(const Call& call);

} // namespace interregio::workspace::web
