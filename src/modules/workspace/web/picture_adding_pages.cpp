// Adding several pictures at once: they are sent, then described on one form, then saved together. Until then nothing
// of them is in the record but their bytes, which nobody is shown but who sent them.
#include "modules/editing/added_pictures.h"
#include "modules/editing/rights.h"
#include "modules/record/records.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/added_picture_fields.h"
#include "modules/workspace/web/picture_form_words.h"
#include "modules/workspace/web/record_parts.h"
#include "platform/media/media.h"
#include "platform/media/renditions.h"
#include "platform/secrets/secret_bytes.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;

namespace {

/// As much as the form of a single picture: whatever is sent is kept in memory, twice while it is looked at. With
/// script, each file is a request of its own; without, all files of a form together are no larger.
constexpr http::FormLimits adding_limits{.bytes = largest_media_file + 2'000'000, .parts = 2000, .value_bytes = 20'000};

struct Adding {
    const Workspace& workspace;
    const Call& call;
    std::optional<Uuid> activity;
    PictureSheets pictures{};
    std::optional<Scope> draft_for{};
};

/// To whom the new pictures may be visible, the first of it suggested: as the activity, then as any draft.
std::vector<Scope> scopes_offered(const Adding& adding) {
    const Call& call = adding.call;
    std::vector<Scope> scopes = editing::scopes_for_drafts(call.connection, call.by().actor);
    const auto activity = adding.activity ? find(call.connection, Id<Activity>(*adding.activity)) : std::nullopt;
    if (!activity || activity->visible_to.is_public()) return scopes;
    std::erase(scopes, *activity->visible_to.only);
    scopes.insert(scopes.begin(), *activity->visible_to.only);
    return scopes;
}

Node drop_zone(const View& view, const FormErrors& errors) {
    return div(cls("drop-zone"), attribute<"data-drop-zone">(""),
               file_field(view,
                          {.name = "files",
                           .label = view.text("pictures.files"),
                           .hint = view.text("form.file.image"),
                           .accept = accepted_pictures,
                           .takes = FileField::Takes::several},
                          errors),
               p(cls("kern-hint"), attribute<"data-without-script">(""), view.text("pictures.together")),
               button(cls("kern-btn kern-btn--secondary"), type("submit"), name("do"), value("look"),
                      attribute<"data-without-script">(""), span(cls("kern-label"), view.text("pictures.look"))));
}

Node adding_lead(const Adding& adding) {
    const Call& call = adding.call;
    if (!adding.activity) return p(call.view.text("pictures.lead"));
    editing::RecordNames names(call.connection, call.view.language());
    const auto title = names.title(RecordKind::activity, *adding.activity);
    return group(
        p(call.view.text("pictures.lead")),
        p(fill(call.view.text("pictures.for_activity"), {{"name", record_link(call, RecordKind::activity, *title)}})));
}

http::Response adding_page(const Adding& adding, const FormErrors& errors, const editing::SheetProblems& problems,
                           int status) {
    const Call& call = adding.call;
    const View& view = call.view;
    const std::string back = adding.activity ? call.paths.record(RecordKind::activity, adding.activity->text())
                                             : call.paths.records(RecordKind::image);
    WorkspaceParts parts{view.text("pictures.heading"), WorkspaceItem::records};
    parts.status = status;
    const bool none = adding.pictures.empty();
    parts.contents = page_with_heading(
        parts.title, group(crumbs(call, RecordKind::image), adding_lead(adding)),
        group(error_summary(view, errors), picture_adding_words(view),
              form(cls("record-form picture-adding"), method("post"), action(Url::path(call.paths.add_pictures())),
                   attribute<"enctype">("multipart/form-data"), attribute<"novalidate">(""),
                   attribute<"data-pictures">(""), hidden_field("form_token", call.form_token),
                   when(adding.activity, [&] { return hidden_field("activity", adding.activity->text()); }),
                   drop_zone(view, errors),
                   div(attribute<"data-entries">(""), picture_entries(call, adding.pictures, problems)),
                   div(attribute<"data-save">(""), when(none, hidden),
                       draft_scope_field(call, scopes_offered(adding), adding.draft_for,
                                         view.text("pictures.draft_for"), view.text("pictures.draft_for.hint"))),
                   div(cls("form-end"),
                       button(cls("kern-btn kern-btn--primary"), type("submit"), name("do"), value("save"),
                              attribute<"data-save">(""), when(none, hidden),
                              span(cls("kern-label"), view.text("pictures.save"))),
                       a(cls("kern-btn kern-btn--tertiary"), href(Url::path(back)),
                         span(cls("kern-label"), view.text("form.cancel")))))));
    return adding.workspace.page(call, parts);
}

/// Looks at one file, and stores its bytes.
std::optional<Refusal> take_in(Adding& adding, const http::FormPart& part) {
    if (adding.pictures.size() >= most_added_pictures)
        return Refusal{"refusal.pictures.too_many",
                       {{"file", *part.file_name}, {"limit", std::to_string(most_added_pictures)}}};
    editing::Sheet sheet;
    if (auto refusal = take_in_file(adding.workspace, part, FileKind::image, sheet)) return refusal;
    const std::string own(adding.call.view.language().tag());
    for (const char* field : {"alt.original", "caption.original"}) sheet.set(field, own);
    const auto first =
        static_cast<std::size_t>(std::clamp<std::int64_t>(number_in(adding.call.field("first")), 0, 9000));
    const std::size_t next = adding.pictures.empty() ? first : adding.pictures.rbegin()->first + 1;
    adding.pictures.emplace(next, std::move(sheet));
    return std::nullopt;
}

/// The files of the form; nothing when there is none.
std::optional<FormErrors> take_in_all(Adding& adding) {
    std::optional<FormErrors> errors;
    for (const http::FormPart& part : adding.call.form->parts()) {
        if (part.name != "files" || !part.file_name || part.file_name->empty()) continue;
        if (!errors) errors.emplace();
        if (auto refusal = take_in(adding, part)) errors->list.push_back({"files", std::move(*refusal)});
    }
    return errors;
}

http::Response save_pictures(const Adding& adding) {
    const Call& call = adding.call;
    editing::AddedPictures added{.pictures = {}, .draft_for = adding.draft_for, .activity = adding.activity};
    for (const auto& [number, sheet] : adding.pictures) added.pictures.push_back(sheet);
    const auto saved = change_record(
        adding.workspace, call, [&](editing::EditContext& context) { return editing::add_pictures(context, added); });
    if (!saved) {
        FormErrors errors = picture_errors(call.view, adding.pictures, saved.error().problems);
        if (saved.error().refusal) errors.list.insert(errors.list.begin(), {"", *saved.error().refusal});
        return adding_page(adding, errors, saved.error().problems, 422);
    }
    if (adding.activity)
        return Workspace::go(call.paths.record(RecordKind::activity, adding.activity->text()) + "?done=pictures_added");
    if (saved->size() == 1)
        return Workspace::go(call.paths.record(RecordKind::image, saved->front().text()) + "?done=created");
    return Workspace::go(call.paths.records(RecordKind::image) + "?done=pictures_added");
}

/// An answer where somebody may not do this: the activity is not there for them or not theirs to change.
std::optional<http::Response> refused_adding(const Adding& adding) {
    const Call& call = adding.call;
    if (scopes_offered(adding).empty()) return adding.workspace.refuse(call, 403, {"refusal.editing.not_allowed", {}});
    if (!adding.activity) return std::nullopt;
    if (!find(call.connection, Id<Activity>(*adding.activity))) return adding.workspace.not_found(call);
    if (editing::permission(call.connection, call.by().actor, RecordKind::activity, *adding.activity).to_change)
        return std::nullopt;
    return adding.workspace.refuse(call, 403, {"refusal.editing.not_allowed", {}});
}

/// A small picture of a file that is not in the record yet, for who has sent it.
http::Response sent_picture(const Workspace& workspace, const Call& call, const std::string& hash) {
    constexpr int preview_width = 480;
    if (!secrets::same_secret(call.request.query.text("proof"), proof_of_file(call, hash)))
        return workspace.not_found(call);
    const auto bytes = find_blob(*workspace.database().read(), hash);
    if (!bytes) return workspace.not_found(call);
    const auto picture = ScalablePicture::open(std::as_bytes(std::span(*bytes)));
    if (!picture) return workspace.not_found(call);
    return file_answer(
        std::string(media_type_of(RenditionFormat::jpeg)),
        picture->rendition(std::min(preview_width, picture->original_width()), RenditionFormat::jpeg, ""));
}

http::Response begin_adding(const Workspace& workspace, const Call& call) {
    if (const std::string hash = call.request.query.text("file"); !hash.empty())
        return sent_picture(workspace, call, hash);
    const std::string asked = call.request.query.text("activity");
    const Adding adding{workspace, call, Uuid::parse(asked)};
    if (!asked.empty() && !adding.activity) return workspace.not_found(call);
    if (auto refused = refused_adding(adding)) return std::move(*refused);
    return adding_page(adding, {}, {}, 200);
}

http::Response go_on_adding(const Workspace& workspace, const Call& call) {
    Adding adding{workspace, call, Uuid::parse(call.field("activity")), pictures_in(call)};
    if (auto refused = refused_adding(adding)) return std::move(*refused);
    adding.draft_for = parse_scope(call.field("draft_for"));
    if (!adding.draft_for) adding.draft_for = scopes_offered(adding).front();
    const std::string what = call.field("do");
    const auto leaves_out = [&](const auto& one) {
        return what == "remove:" + editing::row_name("pictures", one.first);
    };
    const bool left_out = std::erase_if(adding.pictures, leaves_out) > 0;
    // Files that were chosen are never lost, whatever button was used.
    if (const auto errors = take_in_all(adding)) return adding_page(adding, *errors, {}, errors->empty() ? 200 : 422);
    if (left_out) return adding_page(adding, {}, {}, 200);
    if (adding.pictures.empty()) return adding_page(adding, {{{"files", {"refusal.pictures.none", {}}}}}, {}, 422);
    if (adding.pictures.size() > most_added_pictures)
        return adding_page(adding, {{{"files", {"refusal.form.too_large", {}}}}}, {}, 422);
    return what == "save" ? save_pictures(adding) : adding_page(adding, {}, {}, 200);
}

} // namespace

void add_picture_adding_pages(Workspace& workspace, http::Router& router) {
    const auto editor = http::Access::role(http::Need::editor);
    const auto path = [](const auto& paths) { return paths.add_pictures(); };
    // Slow: it also makes small pictures of what was sent.
    workspace.add_slow_page(router, editor, path,
                            [&workspace](const Call& call) { return begin_adding(workspace, call); });
    workspace.add_form(
        router, editor, path, [&workspace](const Call& call) { return go_on_adding(workspace, call); }, adding_limits);
}

} // namespace interregio::workspace::web
