// The list of activities: a table to search, filter, sort, and take along as a file.
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/activity_table_files.h"
#include "modules/workspace/web/activity_table_view.h"
#include "modules/workspace/web/record_parts.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using namespace editing;

namespace {

bool may_make(const Call& call) { return call.by().actor.may_anywhere(accounts::Role::editor); }

Node new_button(const Call& call) {
    const auto link = [](std::string_view classes, const std::string& path, const std::string& words) {
        return li(a(cls(classes), href(Url::path(path)), span(cls("kern-label"), words)));
    };
    return ul(
        cls("record-actions"),
        link("kern-btn kern-btn--primary", call.paths.new_record(RecordKind::activity),
             call.view.text("record.new.activity")),
        link("kern-btn kern-btn--secondary", call.paths.activity_imports(), call.view.text("activity_import.link")));
}

std::size_t last_page(std::size_t count) {
    return std::max<std::size_t>(1, (count + activities_on_page - 1) / activities_on_page);
}

Node count_line(const View& view, const ActivityTableRequest& request, const FoundActivities& found) {
    const auto counted = [](std::size_t number) { return static_cast<std::int64_t>(number); };
    std::string words = view.words.count("activities_table.count", counted(found.count));
    if (request.filtered()) words += ". " + view.words.count("activities_table.of_all", counted(found.all));
    return p(attribute<"role">("status"), words);
}

Node file_links(const Call& call, const ActivityTableRequest& request, const FoundActivities& found) {
    const View& view = call.view;
    const std::string query = query_of(on_page(request, 1));
    const auto link = [&](std::string_view ending, std::string_view key) {
        return li(a(cls("kern-btn kern-btn--tertiary"), href(Url::path(call.paths.activity_table(ending) + query)),
                    span(cls("kern-label"), view.text(key))));
    };
    return group(
        ul(cls("record-actions"), link("xlsx", "activities_table.as_xlsx"), link("csv", "activities_table.as_csv")),
        when(found.count > most_rows_in_file, [&] {
            return p(view.words.count("activities_table.file_limit", static_cast<std::int64_t>(most_rows_in_file)));
        }));
}

Node page_links(const Call& call, const ActivityTableRequest& request, std::size_t count) {
    const std::size_t last = last_page(count);
    if (last == 1) return {};
    const View& view = call.view;
    const auto to = [&](std::size_t page, std::string_view key) {
        const std::string query = query_of(on_page(request, page));
        return li(a(href(Url::path(call.paths.records(RecordKind::activity) + query)), view.text(key)));
    };
    const std::size_t number = request.page;
    return nav(cls("pages"), aria_label(view.text("list.pages")),
               p(view.text("list.page", {{"number", view.words.number(static_cast<double>(number))},
                                         {"last", view.words.number(static_cast<double>(last))}})),
               ul(when(number > 2, [&] { return to(1, "activities_table.first_page"); }),
                  when(number > 1, [&] { return to(number - 1, "list.previous"); }),
                  when(number < last, [&] { return to(number + 1, "list.next"); }),
                  when(number + 1 < last, [&] { return to(last, "activities_table.last_page"); })));
}

/// Where there is none at all: how the first comes about.
Node none_yet(const Call& call) {
    const View& view = call.view;
    if (!may_make(call)) return p(view.text("activities_table.none_for_reader"));
    return group(p(view.text("activities_table.none")), p(view.text("activities_table.how_to_begin")),
                 new_button(call));
}

Node none_found(const Call& call) {
    return p(call.view.text("activities_table.no_match"), " ",
             a(href(Url::path(call.paths.records(RecordKind::activity))), call.view.text("activities_table.show_all")));
}

/// The part of the page below the form.
Node results(const Call& call, TableNames& names, const ActivityTableRequest& request, const FoundActivities& found) {
    if (found.count == 0) return group(count_line(call.view, request, found), none_found(call));
    const auto rows = activity_table_rows(call.connection, found.ids, call.view.language(), RowDetail::page);
    return group(
        div(cls("activity-table__head"), count_line(call.view, request, found), file_links(call, request, found)),
        activity_table(call, names, request, rows), page_links(call, request, found.count));
}

http::Response table_page(const Workspace& workspace, const Call& call, ActivityTables& tables) {
    const View& view = call.view;
    TableNames names(call);
    ActivityTableRequest request = request_of(call, names);
    const auto part = [&] { return TablePart{(request.page - 1) * activities_on_page, activities_on_page}; };
    auto found = found_activities(call, tables, names, request, part());
    if (request.page > last_page(found.count)) { // an address from when there were more
        request.page = last_page(found.count);
        found = found_activities(call, tables, names, request, part());
    }
    WorkspaceParts parts{kind_words(view, RecordKind::activity), WorkspaceItem::records};
    const Node contents =
        found.all == 0
            ? none_yet(call)
            : group(when(may_make(call), [&] { return new_button(call); }), activity_filter(call, names, request),
                    when(!request.understood, [&] { return p(view.text("activities_table.left_out")); }),
                    results(call, names, request, found));
    parts.contents = page_with_heading(parts.title, p(view.text("list.lead.activity")), contents);
    return workspace.page(call, parts);
}

} // namespace

void add_activity_table_pages(Workspace& workspace, http::Router& router,
                              const std::shared_ptr<ActivityTables>& tables) {
    const auto reader = http::Access::role(http::Need::reader);
    workspace.add_slow_page(
        router, reader, [](const auto& paths) { return paths.records(RecordKind::activity); },
        [&workspace, tables](const Call& call) { return table_page(workspace, call, *tables); });
    for (const TableFile format : {TableFile::csv, TableFile::xlsx})
        workspace.add_slow_page(
            router, reader,
            [format](const auto& paths) { return paths.activity_table(format == TableFile::csv ? "csv" : "xlsx"); },
            [tables, format](const Call& call) { return activity_table_file(call, *tables, format); });
}

} // namespace interregio::workspace::web
