// A record as somebody of the workspace sees it: what it says, to whom it is visible, what is missing, what can be
// done.
#include "modules/editing/history.h"
#include "modules/editing/publishing.h"
#include "modules/editing/rights.h"
#include "modules/portal/web/parts.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/record_fields.h"
#include "modules/workspace/web/record_parts.h"
#include "modules/workspace/web/request_parts.h"
#include "platform/html/markdown.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using editing::FieldLine;
using editing::Gap;
using editing::RecordInWords;
using editing::Reference;

namespace {

Node words_of_line(const View& view, const FieldLine& line) {
    const auto language =
        line.language && *line.language != view.language() ? std::optional(html::lang(*line.language)) : std::nullopt;
    if (line.holds == FieldLine::Holds::prose)
        return div(cls("prose"), language, markdown(line.words, {.first_heading_level = 3}));
    return div(cls("record-words"), language, line.words);
}

/// All fields with the same label in one description: a text with its languages.
Node detail_list(const View& view, const std::vector<FieldLine>& lines) {
    return dl(cls("kern-description-list record-details"), each(lines, [&](const FieldLine& line) {
                  return div(cls("kern-description-list-item"),
                             dt(cls("kern-description-list-item__key"), line_label(view, line)),
                             dd(cls("kern-description-list-item__value"), words_of_line(view, line)));
              }));
}

std::string gap_words(const View& view, const Gap& gap) {
    switch (gap.kind) {
    case Gap::Kind::translation_missing:
        return view.text("gap.translation_missing",
                         {{"field", field_label(view, gap.key)}, {"language", view.words.language_name(gap.language)}});
    case Gap::Kind::translation_behind:
        return view.text("gap.translation_behind",
                         {{"field", field_label(view, gap.key)}, {"language", view.words.language_name(gap.language)}});
    case Gap::Kind::summary:
        return view.text("gap.summary");
    case Gap::Kind::source:
        break;
    }
    return view.text("gap.source");
}

Node gaps(const Call& call, RecordKind kind, const Uuid& id) {
    const auto missing = editing::gaps_of(call.connection, kind, id, call.view.site.languages);
    if (missing.empty()) return {};
    return part(call.view.text("gap.heading"),
                ul(each(missing, [&](const Gap& gap) { return li(gap_words(call.view, gap)); })));
}

/// What is published together with the record.
Node published_with(const Call& call, RecordKind kind, const Uuid& id) {
    const auto along = editing::not_public_yet(call.connection, kind, id);
    if (along.empty()) return {};
    editing::RecordNames names(call.connection, call.view.language());
    return group(p(call.view.text("publish.with")), ul(each(along, [&](const Reference& one) {
                     return li(kind_word(call.view, one.kind), ": ",
                               record_link(call, one.kind, *names.title(one.kind, one.id)));
                 })));
}

/// `later`: the way to do it at a set time.
Node publish_part(const Call& call, RecordKind kind, const Uuid& id, const Node& later) {
    return part(call.view.text("publish.heading"),
                group(p(call.view.text("publish.lead")), published_with(call, kind, id),
                      button_form(call, call.paths.record(kind, id.text()), call.view.text("publish.send"),
                                  Weight::primary, hidden_field("do", "publish")),
                      later));
}

/// Publishing a draft, or asking for it where others have to agree. What is asked for already, open_request_part()
/// says.
Node publishing(const Workspace& workspace, const Call& call, RecordKind kind, const Uuid& id,
                const editing::Permission& permission, const FormErrors& errors) {
    if (!permission.to_propose) return {};
    auto needs = editing::publishing_needs(*workspace.database().read(), call.connection, call.by().actor, kind, id);
    needs.version = std::min(needs.version, call.journal); // nobody agrees to what the page does not show
    const Node ask = ask_part(call, kind, id, needs, errors);
    if (needs.missing.none()) return publish_part(call, kind, id, ask);
    return group(ask, published_with(call, kind, id));
}

Node withdraw_part(const Call& call, RecordKind kind, const Uuid& id) {
    std::vector<Choice> choices;
    for (const Scope& scope : editing::scopes_for_drafts(call.connection, call.by().actor))
        choices.push_back({scope_text(scope), visibility_words(call, {scope})});
    return part(call.view.text("withdraw.heading"),
                post_form(call, call.paths.record(kind, id.text()),
                          group(p(call.view.text("withdraw.lead")), hidden_field("do", "withdraw"),
                                select_field(call.view, "scope", call.view.text("withdraw.scope"), choices, {}, {}),
                                submit_button(call.view.text("withdraw.send"), Weight::secondary))));
}

Node actions(const Call& call, RecordKind kind, const Uuid& id, const editing::Permission& permission, bool is_public) {
    const View& view = call.view;
    const auto button = [&](const std::string& path, std::string_view key, std::string_view css) {
        return li(a(cls(css), href(Url::path(path)), span(cls("kern-label"), view.text(key))));
    };
    const std::string page = is_public ? public_page(call, kind, id) : std::string();
    return ul(cls("record-actions"),
              when(permission.to_propose,
                   [&] {
                       return button(call.paths.edit(kind, id.text()),
                                     permission.to_change ? "record.edit" : "record.propose",
                                     "kern-btn kern-btn--primary");
                   }),
              when(permission.to_change && kind == RecordKind::activity,
                   [&] {
                       return button(call.paths.add_pictures() + "?activity=" + id.text(), "pictures.heading",
                                     "kern-btn kern-btn--secondary");
                   }),
              button(call.paths.history(kind, id.text()), "record.history", "kern-btn kern-btn--secondary"),
              when(!page.empty(), [&] { return button(page, "record.public_page", "kern-btn kern-btn--tertiary"); }));
}

/// From where members get it: what is not public has no other address.
Node shown_picture(const Call& call, const Uuid& id, portal::web::Loading loading_kind, portal::web::PictureRoom room) {
    const auto picture = portal::picture({call.connection, call.view.language()}, Id<Image>(id));
    if (!picture) return {};
    View view = call.view;
    view.member_files = member_files_of(call);
    return portal::web::picture_figure(view, *picture, loading_kind, room);
}

/// The pictures of an activity that the reader sees, each with the way to its record.
Node pictures_of_activity(const Call& call, const Uuid& id) {
    const auto activity = find(call.connection, Id<Activity>(id));
    if (!activity || activity->images.empty()) return {};
    editing::RecordNames names(call.connection, call.view.language());
    return part(call.view.text("field.activity.images"),
                ul(cls("record-pictures"), each(activity->images, [&](const Id<Image>& image) {
                       return li(shown_picture(call, image.uuid(), portal::web::Loading::lazy,
                                               portal::web::PictureRoom::thumbnail),
                                 record_link(call, RecordKind::image, *names.title(RecordKind::image, image.uuid())));
                   })));
}

/// The file of a document.
Node document_link(const Call& call, const Uuid& id) {
    const auto document = find(call.connection, Id<Document>(id));
    if (!document) return {};
    return p(a(cls("kern-btn kern-btn--secondary"), href(Url::path(call.paths.file(RecordKind::document, id.text()))),
               attribute<"download">(document->file.name), span(cls("kern-label"), call.view.text("record.download"))));
}

/// What a record has besides words.
Node files_of_record(const Call& call, RecordKind kind, const Uuid& id) {
    if (kind == RecordKind::image) {
        const auto image = find(call.connection, Id<Image>(id));
        return group(shown_picture(call, id, portal::web::Loading::eager, portal::web::PictureRoom::column),
                     when(image, [&] { return same_pictures(call, image->file.hash, id, Opens::here); }));
    }
    if (kind == RecordKind::document) return document_link(call, id);
    if (kind == RecordKind::activity) return pictures_of_activity(call, id);
    return {};
}

/// What was done just now, with the way to undo it.
Node done_notice(const Call& call, RecordKind kind, const Uuid& id) {
    const std::string done = call.request.query.text("done");
    for (const char* what : {"created", "saved", "restored", "published", "withdrawn", "unchanged", "pictures_added",
                             "proposed", "asked", "agreed", "waiting", "declined", "taken_back"}) {
        if (done != what) continue;
        const auto version = editing::version_of(call.connection, id);
        const bool undoable =
            (done == "saved" || done == "restored") && call.request.query.text("version") == std::to_string(version);
        return div(cls("done-notice"), success(call.view.text("done." + done)), when(undoable, [&] {
                       return button_form(
                           call, call.paths.history(kind, id.text()), call.view.text("record.undo"), Weight::tertiary,
                           group(hidden_field("do", "undo"), hidden_field("version", std::to_string(version))));
                   }));
    }
    return {};
}

} // namespace

http::Response record_page(const Workspace& workspace, const Call& call, RecordKind kind, const FormErrors& errors,
                           int status) {
    const auto id = record_of(call);
    editing::RecordNames names(call.connection, call.view.language());
    const auto record = id ? editing::record_in_words(call.connection, names, call.view.words, kind, *id)
                           : std::optional<RecordInWords>();
    if (!record) return workspace.not_found(call);
    const View& view = call.view;
    const auto permission = editing::permission(call.connection, call.by().actor, kind, *id);
    const bool is_public = record->visible_to.is_public();
    const auto request = request_of_record(workspace, call, kind, *id);
    WorkspaceParts parts{record->record.name + " – " + kind_word(view, kind), WorkspaceItem::records};
    parts.status = status;
    parts.contents = page_with_heading(
        name_of_record(view, record->record),
        group(crumbs(call, kind), p(kind_word(view, kind), " ", visibility_badge(call, record->visible_to))),
        group(
            done_notice(call, kind, *id), error_summary(view, errors), actions(call, kind, *id, permission, is_public),
            when(request, [&](const editing::ShownRequest& shown) { return open_request_part(call, shown, errors); }),
            when(kind != RecordKind::activity, [&] { return files_of_record(call, kind, *id); }),
            part(view.text("record.details"), detail_list(view, record->lines)),
            when(kind == RecordKind::activity, [&] { return files_of_record(call, kind, *id); }), gaps(call, kind, *id),
            when(!is_public && !request, [&] { return publishing(workspace, call, kind, *id, permission, errors); }),
            when(permission.to_publish && is_public && kind != RecordKind::site,
                 [&] { return withdraw_part(call, kind, *id); })));
    return workspace.page(call, parts);
}

namespace {

http::Response change_visibility(const Workspace& workspace, const Call& call, RecordKind kind) {
    const auto id = record_of(call);
    if (!id) return workspace.not_found(call);
    const bool publishes = call.field("do") == "publish";
    const auto scope = parse_scope(call.field("scope"));
    const auto changed = change_record(workspace, call, [&](editing::EditContext& context) -> editing::SaveResult {
        if (publishes) return editing::publish_at_once(context, kind, *id);
        if (scope && call.field("do") == "withdraw") return editing::withdraw(context, kind, *id, *scope);
        return std::unexpected(editing::NotSaved{.refusal = Refusal{"refusal.form.unreadable", {}}});
    });
    if (!changed) {
        const Refusal refusal = changed.error().refusal.value_or(Refusal{"refusal.form.unreadable", {}});
        return record_page(workspace, call, kind, {{{"", refusal}}}, 422);
    }
    return Workspace::go(Workspace::next(call, call.paths.record(kind, id->text()) +
                                                   "?done=" + (publishes ? "published" : "withdrawn")));
}

} // namespace

void add_record_pages(Workspace& workspace, http::Router& router) {
    for (const RecordKind kind : all_record_kinds) {
        const auto path = [kind](const auto& paths) { return paths.record(kind, "{id}"); };
        workspace.add_page(router, http::Access::role(http::Need::reader), path, [&workspace, kind](const Call& call) {
            return record_page(workspace, call, kind, {}, 200);
        });
        workspace.add_form(router, http::Access::role(http::Need::publisher), path,
                           [&workspace, kind](const Call& call) { return change_visibility(workspace, call, kind); });
    }
}

} // namespace interregio::workspace::web
