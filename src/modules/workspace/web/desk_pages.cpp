// The start page of those who sign in: what waits for them, what comes up, what others have done meanwhile.
#include "modules/activities/activities.h"
#include "modules/editing/approvals.h"
#include "modules/editing/beginning.h"
#include "modules/editing/desk.h"
#include "modules/editing/record_names.h"
#include "modules/portal/web/parts.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/activity_table_request.h"
#include "modules/workspace/web/record_drafts.h"
#include "modules/workspace/web/record_parts.h"

namespace interregio::workspace::web {

using namespace html;
using namespace editing;

namespace {

constexpr std::size_t most_steps = 10;
constexpr std::size_t most_coming = 5;
constexpr std::size_t most_news = 10;
constexpr std::chrono::days steps_ahead{30}; ///< how soon a next step is due that is shown
constexpr std::chrono::days first_news{14};  ///< how far back somebody is told who was never here before

struct Desk {
    const Workspace& workspace;
    const Call& call;
    ActivityTables& tables;
    RecordNames names;

    [[nodiscard]] const View& view() const { return call.view; }
    [[nodiscard]] std::chrono::year_month_day today() const { return day_of(workspace.clock().now()); }
    [[nodiscard]] bool may(accounts::Role role) const { return call.by().actor.may_anywhere(role); }
};

// ---- what waits

/// A line that says how many activities there are of a sort, and leads to them in the table; nothing where there are
/// none.
Node counted(const Desk& desk, std::string_view key, const ActivityTableFilter& filter) {
    const auto found = desk.tables.find({desk.call.connection, desk.call.viewer, desk.call.journal},
                                        {.filter = filter, .order = {}, .words = desk.view().words, .audience = {}});
    if (found.count == 0) return {};
    const std::string table = desk.call.paths.records(RecordKind::activity) + query_of({.filter = filter, .order = {}});
    return li(a(href(Url::path(table)), desk.view().words.count(key, static_cast<std::int64_t>(found.count))));
}

/// What others have asked for; nothing where they have not.
Node to_agree(Desk& desk) {
    const auto requests =
        waiting_for(*desk.workspace.database().read(), desk.call.connection, desk.names, desk.call.by().actor);
    if (requests.empty()) return {};
    return li(a(href(Url::path(desk.call.paths.requests())),
                desk.view().words.count("requests.for_you", std::ssize(requests))));
}

Node waiting(Desk& desk) {
    const View& view = desk.view();
    const auto lacking = [&](std::string_view key, Lack lack) {
        ActivityTableFilter filter;
        filter.lacks = {lack};
        return counted(desk, key, filter);
    };
    ActivityTableFilter untranslated;
    untranslated.untranslated = view.language();
    ActivityTableFilter restricted;
    restricted.publicity = Publicity::to_some;
    const Node lines = group(to_agree(desk), counted(desk, "desk.untranslated", untranslated),
                             lacking("desk.no_outcome", Lack::outcome), lacking("desk.no_picture", Lack::picture),
                             lacking("desk.no_source", Lack::source), counted(desk, "desk.restricted", restricted));
    const bool nothing = lines.markup().empty();
    return part(view.text("desk.waiting"), nothing ? p(view.text("desk.waiting.none")) : ul(cls("desk-list"), lines));
}

Node step_line(Desk& desk, const NextStep& step) {
    const View& view = desk.view();
    const auto activity = desk.names.title(RecordKind::activity, step.activity);
    const TextVersion* words = step.text.for_reader(view.language());
    if (!activity || words == nullptr) return {};
    const bool overdue = step.due.last_day() < desk.today();
    return li(p(portal::web::lang_of(view, words->language), words->body),
              p(cls("kern-hint"),
                fill(view.text(overdue ? "desk.steps.overdue" : "desk.steps.due"),
                     {{"date", portal::web::date(view, step.due)}}),
                " – ", record_link(desk.call, RecordKind::activity, *activity)));
}

Node steps(Desk& desk) {
    const auto until = std::chrono::sys_days(desk.today()) + steps_ahead;
    const auto due = next_steps(desk.call.connection, desk.call.visit->account.organisation, until, most_steps);
    if (due.empty()) return {};
    return part(desk.view().text("desk.steps"),
                ul(cls("desk-list"), each(due, [&](const NextStep& step) { return step_line(desk, step); })));
}

// ---- what comes, what has changed

Node coming(Desk& desk) {
    const View& view = desk.view();
    const auto rows = coming_activities(desk.call.connection, {}, desk.today(), most_coming);
    return part(view.text("desk.coming"),
                rows.empty() ? p(view.text("desk.coming.none"))
                             : ul(cls("desk-list"), each(rows, [&](const ActivityRow& row) {
                                      const auto activity = desk.names.title(RecordKind::activity, row.id.uuid());
                                      return li(p(record_link(desk.call, RecordKind::activity, *activity)),
                                                p(cls("kern-hint"), portal::web::date(view, row.date), " – ",
                                                  view.named(row.status, "activity.status.")));
                                  })));
}

Node news_line(Desk& desk, const RecordNews& news) {
    const View& view = desk.view();
    const auto record = desk.names.title(news.kind, news.record);
    if (!record) return {};
    const std::string who = news.actor.empty() ? view.text("history.somebody") : news.actor;
    const bool made = news.operation == JournalOperation::created;
    return li(p(kind_word(view, news.kind), ": ", record_link(desk.call, news.kind, *record)),
              p(cls("kern-hint"), view.text(made ? "desk.news.made" : "desk.news.changed", {{"who", who}}), ", ",
                moment(view, news.at)));
}

Node news(Desk& desk) {
    const View& view = desk.view();
    const std::string visit = accounts::last_visit_before(desk.call.connection, desk.call.visit->session);
    const std::string since = visit.empty() ? timestamp(desk.workspace.clock().now() - first_news) : visit;
    const News found = news_since(desk.call.connection, since, desk.call.by().actor.name(), most_news);
    const Node heading_words = p(cls("kern-hint"), fill(view.text("desk.news.since"), {{"at", moment(view, since)}}));
    if (found.records.empty())
        return part(view.text("desk.news"), group(heading_words, p(view.text("desk.news.none"))));
    return part(view.text("desk.news"),
                group(heading_words,
                      ul(cls("desk-list"),
                         each(found.records, [&](const RecordNews& record) { return news_line(desk, record); })),
                      when(found.more, [&] { return p(view.text("desk.news.more")); })));
}

// ---- the page

/// The way on, as long as there is no published activity of a partnership.
Node way_on(const Desk& desk) {
    const View& view = desk.view();
    if (!desk.may(accounts::Role::editor)) return {};
    const FirstSteps taken = first_steps(desk.call.connection, desk.call.visit->account.organisation);
    if (taken.next() == FirstStep::done) return {};
    return div(cls("done-notice draft-notice"), p(view.text("first_steps.lead")),
               a(cls("kern-btn kern-btn--primary"), href(Url::path(desk.call.paths.first_steps())),
                 span(cls("kern-label"), view.text("first_steps.heading"))));
}

/// The ways from here: to what can be begun and looked at, and to what administrators look after.
Node ways(const Desk& desk) {
    const auto button = [&](const std::string& path, std::string_view key, std::string_view css) {
        return li(a(cls(css), href(Url::path(path)), span(cls("kern-label"), desk.view().text(key))));
    };
    const auto other = [&](const std::string& path, std::string_view key) {
        return button(path, key, "kern-btn kern-btn--secondary");
    };
    const WorkspacePaths& paths = desk.call.paths;
    return ul(cls("record-actions"),
              when(desk.may(accounts::Role::editor),
                   [&] {
                       return group(button(paths.new_record(RecordKind::activity), "record.new.activity",
                                           "kern-btn kern-btn--primary"),
                                    other(paths.requests(), "requests.heading"));
                   }),
              when(desk.may(accounts::Role::reader), [&] { return other(paths.all_records(), "desk.records"); }),
              when(desk.may(accounts::Role::administrator),
                   [&] { return other(paths.publishing_rules(), "publishing_rules.heading"); }));
}

http::Response desk_page(const Workspace& workspace, const Call& call, ActivityTables& tables) {
    const View& view = call.view;
    const accounts::Account& account = call.visit->account;
    Desk desk{workspace, call, tables, RecordNames(call.connection, view.language())};
    const bool reads = desk.may(accounts::Role::reader);
    WorkspaceParts parts{view.text("workspace.desk"), WorkspaceItem::desk};
    parts.contents = page_with_heading(
        view.text("desk.heading", {{"name", account.name}}),
        p(view.text("desk.lead", {{"organisation", organisation_name(call, account.organisation)}})),
        group(when(call.request.query.text("done") == "kept", [&] { return success(view.text("draft.kept")); }),
              way_on(desk), ways(desk), draft_list(call),
              div(cls("desk"), when(reads,
                                    [&] {
                                        return group(
                                            div(cls("desk__column"),
                                                when(desk.may(accounts::Role::editor), [&] { return waiting(desk); }),
                                                steps(desk), coming(desk)),
                                            div(cls("desk__column"), news(desk)));
                                    })),
              part(view.text("profile.roles"), grant_list(call, account))));
    return workspace.page(call, parts);
}

} // namespace

void add_desk_pages(Workspace& workspace, http::Router& router, const std::shared_ptr<ActivityTables>& tables) {
    workspace.add_slow_page(
        router, http::Access::signed_in(), [](const auto& paths) { return paths.desk(); },
        [&workspace, tables](const Call& call) { return desk_page(workspace, call, *tables); });
}

} // namespace interregio::workspace::web
