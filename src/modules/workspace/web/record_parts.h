#pragma once
// What the pages about records share.

#include "modules/editing/activity_table.h"
#include "modules/editing/changes.h"
#include "modules/editing/record_words.h"
#include "modules/workspace/web/fields.h"

#include <nlohmann/json_fwd.hpp>

namespace interregio::workspace::web {

/// The records' pages; the workspace must live as long as the router is used.
void add_record_list_pages(Workspace& workspace, http::Router& router);
/// The start page, which counts with the table of activities.
void add_desk_pages(Workspace& workspace, http::Router& router, const std::shared_ptr<editing::ActivityTables>& tables);
/// The page that leads from an empty record to a published activity.
void add_first_steps_pages(Workspace& workspace, http::Router& router);
/// The list of activities, which is a table, and its files.
void add_activity_table_pages(Workspace& workspace, http::Router& router,
                              const std::shared_ptr<editing::ActivityTables>& tables);
/// Where past activities come in out of a table.
void add_activity_import_pages(Workspace& workspace, http::Router& router);
void add_record_pages(Workspace& workspace, http::Router& router);
void add_record_edit_pages(Workspace& workspace, http::Router& router);
/// What their script asks for.
void add_record_answers(Workspace& workspace, http::Router& router);
void add_record_history_pages(Workspace& workspace, http::Router& router);
/// Files of pictures and documents, public or not, for those who see the record.
void add_record_files(Workspace& workspace, http::Router& router);
void add_picture_adding_pages(Workspace& workspace, http::Router& router);

/// Takes in a file that came with a form, so that it stays when the form is refused for something else: its bytes are
/// stored, and `sheet` says which they are and whom a picture is owed to, if the file knows and nobody has said.
[[nodiscard]] std::optional<Refusal> take_in_file(const Workspace& workspace, const http::FormPart& part, FileKind kind,
                                                  editing::Sheet& sheet);

/// Bytes of a file, with which a browser that opens them on their own may do nothing.
[[nodiscard]] http::Response file_answer(std::string media_type, std::string bytes);

/// For View::member_files. The paths of the call must outlive it.
[[nodiscard]] std::function<std::string(RecordKind, const Uuid&)> member_files_of(const Call& call);
/// A small picture of an image; where that is not for everybody, from where members get it. Without alternative text:
/// it stands beside the name of the picture, which is that text.
[[nodiscard]] html::Node thumbnail(const Call& call, const Uuid& image);

/// The page of a record, with what was wrong with what was sent from it.
[[nodiscard]] http::Response record_page(const Workspace& workspace, const Call& call, RecordKind kind,
                                         const FormErrors& errors, int status);

/// "Activities", "Places": what records of a kind are called; and one of them.
[[nodiscard]] std::string kind_words(const View& view, RecordKind kind);
[[nodiscard]] std::string kind_word(const View& view, RecordKind kind);

/// To whom something is visible, as a badge.
[[nodiscard]] html::Node visibility_badge(const Call& call, const Visibility& visibility);
[[nodiscard]] std::string visibility_words(const Call& call, const Visibility& visibility);
/// The field "draft_for": to whom something new is visible until it is published. The first of `scopes` where nothing
/// is chosen.
[[nodiscard]] html::Node draft_scope_field(const Call& call, const std::vector<Scope>& scopes,
                                           const std::optional<Scope>& chosen, std::string_view label,
                                           std::string_view hint);

/// The record's address in the address of the page; nothing when that is none.
[[nodiscard]] std::optional<Uuid> record_of(const Call& call);

/// What a change is made with. All arguments must outlive it.
[[nodiscard]] editing::EditContext edit_context(const Workspace& workspace, const Call& call,
                                                db::Connection& connection, const accounts::Actor& actor);

/// Runs `work` with the context for a change, in the write transaction.
template <class Work> [[nodiscard]] auto change_record(const Workspace& workspace, const Call& call, const Work& work) {
    const accounts::By by = call.by();
    return workspace.database().write([&](db::Connection& connection) {
        editing::EditContext context = edit_context(workspace, call, connection, by.actor);
        return work(context);
    });
}

/// The name of a record, with its language where that is not the reader's.
[[nodiscard]] html::Node name_of_record(const View& view, const editing::NamedRecord& record);

/// The name of a record, leading to its page: from a form whose contents must not be left, in another tab.
enum class Opens { here, elsewhere };
[[nodiscard]] html::Node record_link(const Call& call, RecordKind kind, const editing::NamedRecord& record,
                                     Opens opens = Opens::here);

/// Points out images other than `own` with the same file. It may be meant; more often somebody has not known of the
/// first. Nothing where there are none.
[[nodiscard]] html::Node same_pictures(const Call& call, const std::string& hash, const std::optional<Uuid>& own,
                                       Opens opens);

/// The way to a page: "Desk > Record > Activities", and the record where the page is one below its own.
[[nodiscard]] html::Node crumbs(const Call& call, RecordKind kind,
                                const std::optional<editing::NamedRecord>& record = {});

/// Where a record's own public page is, in the reader's language; empty when it has none.
[[nodiscard]] std::string public_page(const Call& call, RecordKind kind, const Uuid& id);

/// For scripts.
[[nodiscard]] http::Response json_response(int status, const nlohmann::ordered_json& contents);

/// The label of a field of a form: "participants[1].number" -> "Group 2: number".
[[nodiscard]] std::string label_of_field(const View& view, RecordKind kind, std::string_view field);

/// The label of a line with its row and language: "Participants 2: number", "Title (German)".
[[nodiscard]] std::string line_label(const View& view, const editing::FieldLine& line);

} // namespace interregio::workspace::web
