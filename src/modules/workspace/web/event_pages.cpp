// What happened to the accounts that somebody looks after: sign-ins and changes of rights.
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/sign_on_parts.h"

namespace interregio::workspace::web {

using namespace html;
using namespace accounts;

namespace {

constexpr std::int64_t events_on_page = 50;

/// Which role, and which provider.
std::string details_of(const Workspace& workspace, const Call& call, const AccountEvent& event) {
    std::string details =
        event.role && event.scope ? grant_words(call, {{}, *event.role, *event.scope}) : std::string();
    if (!event.role && event.scope) details = scope_name(call, *event.scope);
    if (event.provider)
        details.append(details.empty() ? "" : ", ").append(provider_name(workspace, call.view, *event.provider));
    return details;
}

http::Response events_page(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    const std::int64_t before = number_in(call.request.query.text("before"));
    auto events = events_for(call.connection, call.by(), before, events_on_page + 1);
    const bool more = std::ssize(events) > events_on_page;
    if (more) events.pop_back();
    const auto name_of_id = [&](const std::optional<Id<Account>>& id) {
        return id ? name_of_account(call.connection, *id) : std::string();
    };
    WorkspaceParts parts{view.text("events.heading"), WorkspaceItem::events};
    parts.contents = page_with_heading(
        parts.title, p(view.text("events.lead")),
        group(scrolled_table(
                  view, parts.title, {"events.at", "events.what", "events.account", "events.actor", "events.address"},
                  each(events,
                       [&](const AccountEvent& event) {
                           const std::string details = details_of(workspace, call, event);
                           return tr(cls("kern-table__row"), td(cls("kern-table__cell"), moment(view, event.at)),
                                     td(cls("kern-table__cell"), view.named(event.event, "event."),
                                        when(!details.empty(), [&] { return group(": ", details); })),
                                     td(cls("kern-table__cell"), name_of_id(event.account)),
                                     td(cls("kern-table__cell"), name_of_id(event.actor)),
                                     td(cls("kern-table__cell"), event.address));
                       })),
              when(more, [&] {
                  return p(a(href(Url::path(call.paths.events() + "?before=" + std::to_string(events.back().sequence))),
                             view.text("events.older")));
              })));
    return workspace.page(call, parts);
}

} // namespace

void add_event_pages(Workspace& workspace, http::Router& router) {
    workspace.add_page(
        router, http::Access::role(http::Need::administrator),
        [](const WorkspacePaths& paths) { return paths.events(); },
        [&workspace](const Call& call) { return events_page(workspace, call); });
}

} // namespace interregio::workspace::web
