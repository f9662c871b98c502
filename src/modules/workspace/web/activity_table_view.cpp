#include "modules/workspace/web/activity_table_view.h"

#include "modules/portal/web/parts.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/record_parts.h"

namespace interregio::workspace::web {

using namespace html;
using namespace editing;

namespace {

/// A column that can be sorted by says which way it is, and leads to the other.
Node sorting_cell(const Call& call, const ActivityTableRequest& request, ActivityColumn column) {
    const bool sorted = request.order.by == column;
    const bool up = request.order.direction == SortDirection::ascending;
    const std::string query = query_of(sorted_by(request, column));
    return th(cls("kern-table__header"), html::scope("col"),
              when(sorted, attribute<"aria-sort">(up ? "ascending" : "descending")),
              a(cls("sort-link"), href(Url::path(call.paths.records(RecordKind::activity) + query)),
                call.view.named(column, "activities_table.column.")));
}

Node head_row(const Call& call, const ActivityTableRequest& request) {
    const auto sorting = [&](ActivityColumn column) { return sorting_cell(call, request, column); };
    const auto plain = [&](std::string_view key) { return head_cell(call.view, key); };
    return tr(cls("kern-table__row"), sorting(ActivityColumn::title), sorting(ActivityColumn::date),
              sorting(ActivityColumn::kind), sorting(ActivityColumn::status), plain("table.organisations"),
              plain("activities_table.participants"), sorting(ActivityColumn::visibility),
              plain("activities_table.translations"), sorting(ActivityColumn::changed));
}

Node title_link(const Call& call, const ActivityTableRow& row) {
    const TextVersion* version = row.title.for_reader(call.view.language());
    const std::string path = call.paths.record(RecordKind::activity, row.id.text());
    if (version == nullptr) return a(href(Url::path(path)), row.id.text());
    return a(href(Url::path(path)), portal::web::lang_of(call.view, version->language), version->body);
}

Node visibility_cell(TableNames& names, const Visibility& visibility) {
    using portal::web::badge;
    using portal::web::BadgeKind;
    const std::string words = names.visibility(visibility);
    if (visibility.is_public()) return badge(BadgeKind::success, "check", words);
    return badge(BadgeKind::neutral, "close", words);
}

Node translations_cell(const View& view, const TranslationGaps& gaps) {
    const std::string missing = language_words(view, gaps.missing, ", ");
    const std::string behind = language_words(view, gaps.behind, ", ");
    return group(
        when(!missing.empty(), [&] { return div(view.text("activities_table.missing", {{"languages", missing}})); }),
        when(!behind.empty(), [&] { return div(view.text("activities_table.behind", {{"languages", behind}})); }));
}

Node changed_cell(const View& view, std::string_view at) {
    const auto day = PartialDate::parse(at.substr(0, 10));
    return day ? portal::web::date(view, *day) : Node{};
}

Node body_row(const Call& call, TableNames& names, const ActivityTableRow& row) {
    const View& view = call.view;
    const auto cell = [](const auto& contents) { return td(cls("kern-table__cell"), contents); };
    return tr(cls("kern-table__row"),
              th(cls("kern-table__cell activity-table__title"), html::scope("row"), title_link(call, row)),
              cell(portal::web::date(view, row.date)), cell(view.named(row.kind, "activity.kind.")),
              cell(view.named(row.status, "activity.status.")), cell(names.organisations(row.organisations, ", ")),
              cell(head_words(view, row.heads)), cell(visibility_cell(names, row.visible_to)),
              cell(translations_cell(view, row.gaps)), cell(changed_cell(view, row.changed_at)));
}

} // namespace

Node activity_table(const Call& call, TableNames& names, const ActivityTableRequest& request,
                    const std::vector<ActivityTableRow>& rows) {
    return div(cls("table-scroll activity-table"), attribute<"tabindex">("0"), role("region"),
               aria_label(kind_words(call.view, RecordKind::activity)),
               table(cls("kern-table"), thead(head_row(call, request)),
                     tbody(each(rows, [&](const ActivityTableRow& row) { return body_row(call, names, row); }))));
}

} // namespace interregio::workspace::web
