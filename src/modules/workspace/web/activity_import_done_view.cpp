// What an import made, and its undo. Declared in activity_import_parts.h.
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/activity_import_parts.h"
#include "modules/workspace/web/record_parts.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using namespace activity_import;

namespace {

constexpr std::size_t most_listed_records = 200;

/// Those that the reader sees.
Node made_records(const Call& call, const ImportDone& done) {
    const View& view = call.view;
    editing::RecordNames names(call.connection, view.language());
    std::vector<Node> items;
    std::size_t there = 0;
    for (const MadeRecord& record : done.records) {
        const auto title = record.is_removed ? std::nullopt : names.title(RecordKind::activity, record.id);
        if (title && ++there <= most_listed_records)
            items.push_back(li(record_link(call, RecordKind::activity, *title)));
    }
    if (there == 0) return {};
    return part(view.text("activity_import.made"),
                group(ul(items), when(there > most_listed_records, [&] {
                          return p(view.words.count("activity_import.made.more",
                                                    static_cast<std::int64_t>(there - most_listed_records)));
                      })));
}

std::string staying_words(const Call& call, editing::RecordNames& names, const Staying& staying) {
    const View& view = call.view;
    switch (staying.why) {
    case Staying::Why::changed:
        return view.text("activity_import.stays.changed");
    case Staying::Why::asked_for:
        return view.text("activity_import.stays.asked_for");
    case Staying::Why::worked_on:
        return view.text("activity_import.stays.worked_on");
    case Staying::Why::not_allowed:
        return view.text("activity_import.stays.not_allowed");
    case Staying::Why::referred_to:
        break;
    }
    const auto by = staying.by ? names.title(staying.by->kind, staying.by->id) : std::nullopt;
    return by ? view.text("activity_import.stays.referred_to", {{"name", by->name}})
              : view.text("activity_import.stays.referred_to_unseen");
}

Node staying_records(const Call& call, const ImportDone& done) {
    if (done.staying.empty()) return {};
    const View& view = call.view;
    editing::RecordNames names(call.connection, view.language());
    std::vector<Node> items;
    for (const Staying& staying : done.staying) {
        if (items.size() == most_listed_records) break;
        if (const auto title = names.title(RecordKind::activity, staying.activity))
            items.push_back(
                li(record_link(call, RecordKind::activity, *title), ": ", staying_words(call, names, staying)));
    }
    return group(p(view.words.count("activity_import.stay", static_cast<std::int64_t>(done.staying.size()))),
                 ul(items));
}

Node undo_part(const Call& call, const ImportDone& done) {
    const View& view = call.view;
    const auto there = static_cast<std::size_t>(
        std::ranges::count_if(done.records, [](const MadeRecord& record) { return !record.is_removed; }));
    if (there == 0) return {};
    const bool something_stays = !done.staying.empty();
    const bool nothing_goes = done.staying.size() >= there;
    const std::string path = call.paths.activity_import(done.import.id.text());
    return part(view.text("activity_import.undo"),
                group(p(view.text("activity_import.undo.lead")), staying_records(call, done), when(!nothing_goes, [&] {
                          return button_form(
                              call, path,
                              view.text(something_stays ? "activity_import.undo.rest" : "activity_import.undo.button"),
                              Weight::secondary, hidden_field("do", something_stays ? "undo_rest" : "undo"));
                      })));
}

Node rest_of_import(const Call& call, const ImportDone& done) {
    if (done.import.left_out == 0) return {};
    const View& view = call.view;
    const std::string path = call.paths.activity_import_rest(done.import.id.text());
    return part(view.text("activity_import.rest"),
                group(p(view.words.count("activity_import.left_out", done.import.left_out)), when(done.has_rest, [&] {
                          return group(p(view.text("activity_import.rest.until")),
                                       p(a(cls("kern-btn kern-btn--secondary"), href(Url::path(path)),
                                           span(cls("kern-label"), view.text("activity_import.rest.link")))));
                      })));
}

} // namespace

Node import_done_view(const Call& call, const ImportDone& done, const FormErrors& errors) {
    const View& view = call.view;
    const Import& import = done.import;
    const std::string what = call.request.query.text("done");
    return page_with_heading(
        view.text("activity_import.done", {{"file", import.file_name}}),
        group(import_lead(call, ImportStage::done, view.words.count("activity_import.done.lead", import.made)),
              p(visibility_badge(call, {import.scope}))),
        group(
            when(what == "imported",
                 [&] { return success(view.words.count("activity_import.imported", import.made)); }),
            when(what == "undone", [&] { return success(view.text("activity_import.undone_now")); }),
            error_summary(view, errors),
            dl(cls("kern-description-list record-details"),
               fact(view, "activity_import.head.when", moment(view, import.imported_at)),
               fact(view, "activity_import.head.who", text(accounts::name_of_account(call.connection, import.account))),
               when(import.undone_at,
                    [&] {
                        return fact(view, "activity_import.undone",
                                    group(moment(view, *import.undone_at), ", ", import.undone_by));
                    })),
            rest_of_import(call, done), made_records(call, done), undo_part(call, done),
            p(a(href(Url::path(call.paths.activity_imports())), view.text("activity_import.all")))));
}

} // namespace interregio::workspace::web
