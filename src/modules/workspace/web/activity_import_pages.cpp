// Past activities out of a table: a file is sent, its columns are matched, a preview is looked at, its rows come in as
// drafts, and all of it can be undone. All of these pages are made on the slow threads: tables are large.
#include "modules/editing/rights.h"
#include "modules/workspace/web/activity_import_parts.h"
#include "modules/workspace/web/record_parts.h"
#include "platform/spreadsheet/xlsx_writer.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace activity_import;

namespace {

constexpr http::FormLimits table_limits{.bytes = most_file_bytes + 100'000, .parts = 20};
constexpr http::FormLimits choice_limits{.bytes = 500'000, .parts = 1000};
static_assert(meaning_prefix.size() + longest_word_key <= choice_limits.name_bytes);

Id<accounts::Account> own_account(const Call& call) { return call.visit->account.id; }

/// With a context that sees everything and writes nothing.
template <class Work> auto with_context(const Workspace& workspace, const Call& call, const Work& work) {
    const auto all = workspace.database().read();
    const accounts::By by = call.by();
    editing::EditContext context = edit_context(workspace, call, *all, by.actor);
    return work(context);
}

http::Response import_page(const Workspace& workspace, const Call& call, const std::string& title,
                           const html::Node& contents, int status) {
    WorkspaceParts parts{title, WorkspaceItem::records};
    parts.status = status;
    parts.contents = contents;
    return workspace.page(call, parts);
}

// ---- the file

http::Response start_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const auto all = workspace.database().read();
    return import_page(workspace, call, call.view.text("activity_import.heading"),
                       import_start_view(call, imports_for(*all, call.by().actor), errors), status);
}

/// What is said of a table before anybody has said it.
ImportSettings first_settings(const Call& call, const ImportTable& table) {
    ImportSettings settings;
    settings.language = call.view.language();
    settings.mapping = guessed_mapping(table.headings, call.view.site.languages, settings.language);
    editing::RecordNames names(call.connection, call.view.language());
    if (const auto& all = names.all(RecordKind::partnership); !all.empty())
        settings.partnership = Id<Partnership>(all.front().id);
    const auto scopes = editing::scopes_for_drafts(call.connection, call.by().actor);
    if (!scopes.empty()) settings.draft_for = scopes.front();
    return settings;
}

http::Response take_table(const Workspace& workspace, const Call& call) {
    const http::FormPart* file = call.form->find("file");
    if (file == nullptr || !file->file_name || file->file_name->empty())
        return start_page(workspace, call, {{{"file", {"refusal.activity_import.no_file", {}}}}}, 422);
    const auto table = read_import_table(file->contents, {});
    if (!table) return start_page(workspace, call, {{{"file", table.error()}}}, 422);
    const Upload upload{
        .account = own_account(call), .file_name = *file->file_name, .settings = first_settings(call, *table)};
    const Uuid id = workspace.database().write(
        [&](db::Connection& connection) { return keep_upload(connection, upload, file->contents, workspace.clock()); });
    return Workspace::go(call.paths.activity_import(id.text()));
}

// ---- the columns

/// A table that was sent and is not imported yet, as it is read now.
struct OpenTable {
    Upload upload;
    ImportTable table;
};

std::expected<OpenTable, Refusal> open_table(const Workspace& workspace, const Call& call) {
    const auto all = workspace.database().read();
    const auto id = record_of(call);
    auto upload = id ? find_upload(*all, *id, own_account(call), workspace.clock()) : std::nullopt;
    if (!upload || find_import(*all, *id, call.by().actor))
        return std::unexpected(Refusal{"refusal.activity_import.not_there", {}});
    auto table = read_import_table(bytes_of(*all, *upload), upload->settings.file);
    if (!table) return std::unexpected(table.error());
    if (!upload->settings.mapping || upload->settings.mapping->size() != table->headings.size())
        upload->settings.mapping =
            guessed_mapping(table->headings, call.view.site.languages, upload->settings.language);
    return OpenTable{std::move(*upload), std::move(*table)};
}

http::Response columns_page(const Workspace& workspace, const Call& call, const OpenTable& open,
                            const FormErrors& errors, int status) {
    return import_page(workspace, call, call.view.text("activity_import.columns"),
                       import_columns_view({workspace, call, open.upload, open.table}, errors), status);
}

void save_settings(const Workspace& workspace, const Upload& upload) {
    workspace.database().write(
        [&](db::Connection& connection) { change_settings(connection, upload, upload.settings); });
}

template <NamedEnum E> void read_choice_of(const Call& call, std::string_view field, E& value) {
    if (const auto named = enum_named<E>(call.field(field))) value = *named;
}

void read_columns(const Call& call, OpenTable& open) {
    ImportSettings& settings = open.upload.settings;
    for (std::size_t column = 0; column < settings.mapping->size(); ++column)
        (*settings.mapping)[column] = Target::parse(call.field(column_field(column)));
    if (const auto language = Language::parse(call.field("language"))) settings.language = *language;
    read_choice_of(call, "kind", settings.kind);
    read_choice_of(call, "status", settings.status);
    read_choice_of(call, "form", settings.form);
    if (const auto id = Uuid::parse(call.field("partnership"));
        id && key_of_id(call.connection, RecordKind::partnership, *id))
        settings.partnership = Id<Partnership>(*id);
    const auto scope = parse_scope(call.field("draft_for"));
    const auto scopes = editing::scopes_for_drafts(call.connection, call.by().actor);
    if (scope && std::ranges::find(scopes, *scope) != scopes.end()) settings.draft_for = scope;
}

FormErrors errors_of_mapping(const View& view, const OpenTable& open) {
    using Kind = MappingProblem::Kind;
    const ImportSettings& settings = open.upload.settings;
    FormErrors errors;
    for (const MappingProblem& problem : problems_of(*settings.mapping, settings.language)) {
        if (problem.kind == Kind::no_title) errors.list.push_back({"", {"refusal.activity_import.no_title", {}}});
        if (problem.kind == Kind::no_date) errors.list.push_back({"", {"refusal.activity_import.no_date", {}}});
        if (problem.kind == Kind::two_dates) errors.list.push_back({"", {"refusal.activity_import.two_dates", {}}});
        if (problem.kind == Kind::last_without_first)
            errors.list.push_back({"", {"refusal.activity_import.last_without_first", {}}});
        if (problem.kind != Kind::twice) continue;
        const std::string field = target_words(view, *problem.target);
        for (const std::size_t column : problem.columns)
            errors.list.push_back({column_field(column),
                                   {"refusal.activity_import.twice", {{"field", field}}},
                                   column_words(view, open.table, column)});
    }
    return errors;
}

/// One whose columns are matched; else the way to where they are.
std::expected<OpenTable, http::Response> matched_table(const Workspace& workspace, const Call& call) {
    auto open = open_table(workspace, call);
    if (open && errors_of_mapping(call.view, *open).empty()) return *std::move(open);
    return std::unexpected(Workspace::go(call.paths.activity_import(call.parameters.at("id"))));
}

/// Reads the file in another way: columns are guessed anew.
http::Response read_again(const Workspace& workspace, const Call& call, OpenTable& open) {
    ImportSettings& settings = open.upload.settings;
    FileChoices& choices = settings.file;
    if (!call.field("sheet").empty()) choices.sheet = static_cast<std::size_t>(number_in(call.field("sheet")));
    if (const auto encoding = encoding_named(call.field("encoding"))) choices.encoding = encoding;
    const std::int64_t row = number_in(call.field("heading_row"));
    if (choices.sheet.value_or(open.table.sheet) != open.table.sheet) {
        settings.meanings.clear();
        choices.heading_row.reset();
    } else if (row != static_cast<std::int64_t>(open.table.heading_row)) { // else as it was said, or found out
        choices.heading_row = static_cast<std::size_t>(std::clamp<std::int64_t>(row, 0, 1'000'000));
    }
    const auto all = workspace.database().read();
    auto table = read_import_table(bytes_of(*all, open.upload), choices);
    if (!table) return columns_page(workspace, call, open, {{{"heading_row", table.error()}}}, 422);
    settings.mapping = guessed_mapping(table->headings, call.view.site.languages, settings.language);
    save_settings(workspace, open.upload);
    return Workspace::go(call.paths.activity_import(open.upload.id.text()));
}

http::Response take_columns(const Workspace& workspace, const Call& call, OpenTable& open) {
    const std::string what = call.field("do");
    if (what == "discard") {
        workspace.database().write([&](db::Connection& connection) { discard(connection, open.upload); });
        return Workspace::go(call.paths.activity_imports());
    }
    read_columns(call, open);
    if (what == "file") return read_again(workspace, call, open);
    const FormErrors errors = errors_of_mapping(call.view, open);
    if (!errors.empty()) return columns_page(workspace, call, open, errors, 422);
    save_settings(workspace, open.upload);
    return Workspace::go(call.paths.activity_import_preview(open.upload.id.text()));
}

// ---- the preview

http::Response preview_of(const Workspace& workspace, const Call& call, const OpenTable& open, const FormErrors& errors,
                          int status) {
    const Preview preview = with_context(workspace, call, [&](editing::EditContext& context) {
        return read_preview(context, open.table, open.upload.settings);
    });
    return import_page(workspace, call, call.view.text("activity_import.preview"),
                       import_preview_view({workspace, call, open.upload, open.table}, preview, errors), status);
}

http::Response show_preview(const Workspace& workspace, const Call& call) {
    auto open = matched_table(workspace, call);
    return open ? preview_of(workspace, call, *open, {}, 200) : std::move(open.error());
}

/// Takes what the form says into the settings; whether it says anything new.
bool read_meanings(const Call& call, ImportSettings& settings) {
    constexpr std::size_t most_meanings = 2000;
    bool is_new = false;
    for (const http::FormPart& part : call.form->parts()) {
        const auto meant = part.text();
        if (!part.name.starts_with(meaning_prefix) || !meant || meant->empty()) continue;
        if (settings.meanings.size() >= most_meanings) break;
        std::string& known = settings.meanings[part.name.substr(meaning_prefix.size())];
        is_new = is_new || known != *meant;
        known = *meant;
    }
    const Alike alike = call.field("alike") == "yes" ? Alike::take : Alike::leave_out;
    if (call.field("has_alike") == "yes") {
        is_new = is_new || alike != settings.alike;
        settings.alike = alike;
    }
    return is_new;
}

http::Response carry_out_import(const Workspace& workspace, const Call& call, const OpenTable& open) {
    const auto promised = static_cast<std::size_t>(number_in(call.field("taken")));
    const auto import =
        change_record(workspace, call, [&](editing::EditContext& context) -> std::expected<Import, Refusal> {
            // Sent twice, the second finds what the first has made.
            if (auto made = find_import(context.connection, open.upload.id, context.actor)) return *std::move(made);
            return carry_out(context, open.upload, open.table, promised, [&](const Preview& preview) {
                return import_rest_file(call, open.table, preview, open.upload.settings.alike);
            });
        });
    if (!import) return preview_of(workspace, call, open, {{{"", import.error()}}}, 409);
    return Workspace::go(call.paths.activity_import(import->id.text()) + "?done=imported");
}

http::Response take_preview(const Workspace& workspace, const Call& call) {
    auto open = matched_table(workspace, call);
    if (!open) return std::move(open.error());
    const std::string what = call.field("do");
    const bool is_new = read_meanings(call, open->upload.settings);
    if (what == "forget") open->upload.settings.meanings.clear();
    // What was chosen has not been shown yet: nothing is imported that nobody has seen.
    if (what == "import" && !is_new) return carry_out_import(workspace, call, *open);
    save_settings(workspace, open->upload);
    if (what == "import")
        return preview_of(workspace, call, *open, {{{"", {"refusal.activity_import.look_again", {}}}}}, 409);
    return Workspace::go(call.paths.activity_import_preview(open->upload.id.text()));
}

// ---- what came of it

http::Response done_page(const Workspace& workspace, const Call& call, const Import& import, const FormErrors& errors,
                         int status) {
    const ImportDone done = with_context(workspace, call, [&](editing::EditContext& context) {
        const auto upload = find_upload(context.connection, import.id, own_account(call), workspace.clock());
        return ImportDone{import, activity_import::records_of(context.connection, import), staying(context, import),
                          upload.has_value()};
    });
    return import_page(workspace, call, call.view.text("activity_import.done", {{"file", import.file_name}}),
                       import_done_view(call, done, errors), status);
}

std::optional<Import> import_of(const Workspace& workspace, const Call& call) {
    const auto id = record_of(call);
    const auto all = workspace.database().read();
    return id ? find_import(*all, *id, call.by().actor) : std::nullopt;
}

http::Response undo_import(const Workspace& workspace, const Call& call, const Import& import) {
    const std::string what = call.field("do");
    if (what != "undo" && what != "undo_rest") return done_page(workspace, call, import, {}, 200);
    const auto undone = change_record(workspace, call, [&](editing::EditContext& context) {
        return undo(context, import, what == "undo" ? Undo::all_or_nothing : Undo::what_can_be_undone);
    });
    if (!undone) return done_page(workspace, call, import, {{{"", undone.error()}}}, 409);
    return Workspace::go(call.paths.activity_import(import.id.text()) + "?done=undone");
}

/// The page of a table that was sent, or of the import that came of it.
http::Response show_import(const Workspace& workspace, const Call& call) {
    if (const auto import = import_of(workspace, call)) return done_page(workspace, call, *import, {}, 200);
    const auto open = open_table(workspace, call);
    return open ? columns_page(workspace, call, *open, {}, 200) : workspace.refuse(call, 404, open.error());
}

http::Response take_import(const Workspace& workspace, const Call& call) {
    if (const auto import = import_of(workspace, call)) return undo_import(workspace, call, *import);
    auto open = open_table(workspace, call);
    return open ? take_columns(workspace, call, *open) : workspace.refuse(call, 404, open.error());
}

http::Response rest_file(const Workspace& workspace, const Call& call) {
    std::string bytes;
    if (const auto import = import_of(workspace, call)) {
        const auto all = workspace.database().read();
        if (const auto upload = find_upload(*all, import->id, own_account(call), workspace.clock()))
            bytes = bytes_of(*all, *upload);
    } else if (const auto open = matched_table(workspace, call)) {
        const Preview preview = with_context(workspace, call, [&](editing::EditContext& context) {
            return read_preview(context, open->table, open->upload.settings);
        });
        bytes = import_rest_file(call, open->table, preview, open->upload.settings.alike);
    }
    if (bytes.empty()) return workspace.refuse(call, 404, {"refusal.activity_import.not_there", {}});
    http::Response response = file_answer(std::string(spreadsheet::xlsx_media_type), std::move(bytes));
    response.with("Content-Disposition",
                  "attachment; filename=\"" + call.view.text("path.activity_import.rest") + ".xlsx\"");
    return response;
}

} // namespace

void add_activity_import_pages(Workspace& workspace, http::Router& router) {
    const auto editor = http::Access::role(http::Need::editor);
    const auto start = [](const auto& paths) { return paths.activity_imports(); };
    const auto one = [](const auto& paths) { return paths.activity_import("{id}"); };
    const auto preview = [](const auto& paths) { return paths.activity_import_preview("{id}"); };
    workspace.add_slow_page(router, editor, start,
                            [&workspace](const Call& call) { return start_page(workspace, call, {}, 200); });
    workspace.add_form(
        router, editor, start, [&workspace](const Call& call) { return take_table(workspace, call); }, table_limits);
    workspace.add_slow_page(router, editor, one,
                            [&workspace](const Call& call) { return show_import(workspace, call); });
    workspace.add_form(
        router, editor, one, [&workspace](const Call& call) { return take_import(workspace, call); }, choice_limits);
    workspace.add_slow_page(router, editor, preview,
                            [&workspace](const Call& call) { return show_preview(workspace, call); });
    workspace.add_form(
        router, editor, preview, [&workspace](const Call& call) { return take_preview(workspace, call); },
        choice_limits);
    workspace.add_slow_page(
        router, editor, [](const auto& paths) { return paths.activity_import_rest("{id}"); },
        [&workspace](const Call& call) { return rest_file(workspace, call); });
}

} // namespace interregio::workspace::web
