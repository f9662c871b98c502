// The rules by which more than one person publishes: for administrators.
#include "modules/editing/publishing_rules.h"
#include "modules/portal/web/parts.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/request_parts.h"

namespace interregio::workspace::web {

using namespace html;
using editing::RuleLine;
using editing::Switch;

namespace {

Node rule_line(const Call& call, const RuleLine& line) {
    const View& view = call.view;
    using portal::web::badge;
    using portal::web::BadgeKind;
    const bool of_organisation = std::holds_alternative<Id<Organisation>>(line.scope);
    return part(
        scope_name(call, line.scope),
        group(p(strong(view.text(of_organisation ? "publishing_rules.nobody_alone" : "publishing_rules.parties_agree")),
                " ",
                line.is_on ? badge(BadgeKind::success, "check", view.text("publishing_rules.on"))
                           : badge(BadgeKind::neutral, "close", view.text("publishing_rules.off"))),
              p(view.text(of_organisation ? "publishing_rules.nobody_alone.lead"
                                          : "publishing_rules.parties_agree.lead")),
              when(line.is_on,
                   [&] {
                       return p(cls("kern-hint"),
                                fill(view.text("publishing_rules.since"),
                                     {{"at", moment(view, line.since)}, {"name", text(line.set_by)}}));
                   }),
              button_form(call, call.paths.publishing_rules(),
                          view.text(line.is_on ? "publishing_rules.end" : "publishing_rules.set"), Weight::secondary,
                          group(hidden_field("do", line.is_on ? "end" : "set"),
                                hidden_field("scope", scope_text(line.scope))))));
}

http::Response rules_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const View& view = call.view;
    WorkspaceParts parts{view.text("publishing_rules.heading"), WorkspaceItem::desk};
    parts.status = status;
    parts.contents = page_with_heading(
        parts.title, group(desk_crumb(call), p(view.text("publishing_rules.lead"))),
        group(when(call.request.query.text("done") == "saved", [&] { return success(view.text("profile.saved")); }),
              error_summary(view, errors),
              each(editing::rules_for(call.connection, call.by().actor),
                   [&](const RuleLine& line) { return rule_line(call, line); })));
    return workspace.page(call, parts);
}

http::Response change_rule(const Workspace& workspace, const Call& call) {
    const std::string path = call.paths.publishing_rules();
    if (auto asked = ask_again(workspace, call, path)) return std::move(*asked);
    const auto scope = parse_scope(call.field("scope"));
    const std::string what = call.field("do");
    if (!scope || (what != "set" && what != "end"))
        return rules_page(workspace, call, errors_of(call.view, {"refusal.form.unreadable", {}}), 422);
    const auto changed = workspace.database().write([&](db::Connection& connection) {
        return editing::set_rule(connection, call.by(), *scope, what == "set" ? Switch::on : Switch::off,
                                 workspace.clock());
    });
    if (!changed) return rules_page(workspace, call, errors_of(call.view, changed.error()), 422);
    return Workspace::go(path + "?done=saved");
}

} // namespace

void add_publishing_rule_pages(Workspace& workspace, http::Router& router) {
    const auto administrator = http::Access::role(http::Need::administrator);
    const auto path = [](const auto& paths) { return paths.publishing_rules(); };
    workspace.add_page(router, administrator, path,
                       [&workspace](const Call& call) { return rules_page(workspace, call, {}, 200); });
    workspace.add_form(router, administrator, path,
                       [&workspace](const Call& call) { return change_rule(workspace, call); });
}

} // namespace interregio::workspace::web
