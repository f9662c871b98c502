// Lists of the records of each kind, to find one in or to make a new one.
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/record_parts.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using editing::NamedRecord;

namespace {

constexpr std::size_t records_on_page = 50;

std::vector<NamedRecord> found_records(const Call& call, RecordKind kind, const std::string& query) {
    editing::RecordNames names(call.connection, call.view.language());
    if (!query.empty()) return names.like(kind, query, records_on_page);
    std::vector<NamedRecord> all = names.all(kind);
    std::ranges::sort(all, [&](const NamedRecord& one, const NamedRecord& other) {
        return call.view.words.sorts_before(one.name, other.name);
    });
    return all;
}

std::size_t page_number(const Call& call) {
    return static_cast<std::size_t>(std::clamp<std::int64_t>(number_in(call.request.query.text("page")), 1, 100'000));
}

Node pages_of(const Call& call, RecordKind kind, std::size_t number, std::size_t count) {
    if (count <= records_on_page) return {};
    const std::size_t last = (count + records_on_page - 1) / records_on_page;
    const auto to = [&](std::size_t page, std::string_view key) {
        return li(a(href(Url::path(call.paths.records(kind) + "?page=" + std::to_string(page))), call.view.text(key)));
    };
    return nav(cls("pages"), aria_label(call.view.text("list.pages")),
               p(call.view.text("list.page", {{"number", std::to_string(number)}, {"last", std::to_string(last)}})),
               ul(when(number > 1, [&] { return to(number - 1, "list.previous"); }),
                  when(number < last, [&] { return to(number + 1, "list.next"); })));
}

http::Response records_page(const Workspace& workspace, const Call& call, RecordKind kind) {
    const View& view = call.view;
    const std::string query = call.request.query.text("q");
    const std::vector<NamedRecord> all = found_records(call, kind, query);
    const std::size_t number = page_number(call);
    const std::size_t begin = std::min(all.size(), (number - 1) * records_on_page);
    const std::vector<NamedRecord> shown(
        all.begin() + static_cast<std::ptrdiff_t>(begin),
        all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), begin + records_on_page)));
    const bool makes = kind != RecordKind::site && call.by().actor.may_anywhere(accounts::Role::editor);
    WorkspaceParts parts{kind_words(view, kind), WorkspaceItem::records};
    parts.contents = page_with_heading(
        parts.title, p(view.text("list.lead." + std::string(name_of(kind)))),
        group(when(kind == RecordKind::image && call.request.query.text("done") == "pictures_added",
                   [&] { return success(view.text("done.pictures_added")); }),
              when(makes,
                   [&] {
                       const auto link = [&](const std::string& path, const std::string& key, std::string_view css) {
                           return li(a(cls(css), href(Url::path(path)), span(cls("kern-label"), view.text(key))));
                       };
                       return ul(cls("record-actions"),
                                 link(call.paths.new_record(kind), "record.new." + std::string(name_of(kind)),
                                      "kern-btn kern-btn--primary"),
                                 when(kind == RecordKind::image, [&] {
                                     return link(call.paths.add_pictures(), "pictures.several",
                                                 "kern-btn kern-btn--secondary");
                                 }));
                   }),
              form(cls("form list-search"), method("get"), action(Url::path(call.paths.records(kind))),
                   attribute<"role">("search"),
                   input_field(view,
                               {.name = "q",
                                .label = view.text("list.search"),
                                .value = query,
                                .type = "search",
                                .need = Field::Need::unmarked},
                               {}),
                   submit_button(view.text("list.find"), Weight::secondary)),
              p(attribute<"role">("status"), view.words.count("list.count", static_cast<std::int64_t>(all.size()))),
              ul(cls("workspace-rows"), each(shown,
                                             [&](const NamedRecord& record) {
                                                 return li(when(kind == RecordKind::image,
                                                                [&] { return thumbnail(call, record.id); }),
                                                           div(record_link(call, kind, record)));
                                             })),
              when(query.empty(), [&] { return pages_of(call, kind, number, all.size()); })));
    return workspace.page(call, parts);
}

http::Response kinds_page(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    constexpr std::array order{RecordKind::activity,  RecordKind::series,          RecordKind::partnership,
                               RecordKind::agreement, RecordKind::organisation,    RecordKind::person,
                               RecordKind::place,     RecordKind::source,          RecordKind::image,
                               RecordKind::document,  RecordKind::field_of_action, RecordKind::site};
    WorkspaceParts parts{view.text("records.heading"), WorkspaceItem::records};
    parts.contents =
        page_with_heading(parts.title, p(view.text("records.lead")),
                          ul(cls("workspace-tiles"), each(order, [&](RecordKind kind) {
                                 return li(cls("workspace-tile"),
                                           h2(cls("kern-heading-medium"),
                                              a(href(Url::path(call.paths.records(kind))), kind_words(view, kind))),
                                           p(view.text("list.lead." + std::string(name_of(kind)))));
                             })));
    return workspace.page(call, parts);
}

} // namespace

void add_record_list_pages(Workspace& workspace, http::Router& router) {
    const auto reader = http::Access::role(http::Need::reader);
    workspace.add_page(
        router, reader, [](const auto& paths) { return paths.all_records(); },
        [&workspace](const Call& call) { return kinds_page(workspace, call); });
    for (const RecordKind kind : all_record_kinds) {
        if (kind == RecordKind::activity) continue; // activity_table_page.cpp
        workspace.add_page(
            router, reader, [kind](const auto& paths) { return paths.records(kind); },
            [&workspace, kind](const Call& call) { return records_page(workspace, call, kind); });
    }
}

} // namespace interregio::workspace::web
