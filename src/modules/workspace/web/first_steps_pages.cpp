// From an empty record to a published activity: one's own organisation, the partner, the partnership, the first
// activity, each with the few fields that it needs. The forms are those of the records, sent to where they are always
// sent; what is wrong is shown there.
#include "modules/editing/beginning.h"
#include "modules/portal/web/parts.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/record_fields.h"
#include "modules/workspace/web/record_parts.h"

namespace interregio::workspace::web {

using namespace html;
using editing::FirstStep;
using editing::FirstSteps;
using editing::Sheet;

namespace {

struct Steps {
    const Call& call;
    FirstSteps taken;
    Uuid own; ///< organisation

    [[nodiscard]] const View& view() const { return call.view; }
};

/// A reference in a list, as a form has it: the name that stands there, and what it stands for.
void refer(Sheet& sheet, editing::RecordNames& names, const std::string& field, RecordKind kind, const Uuid& id) {
    sheet.set(field, names.name(kind, id));
    sheet.set(field + ".id", id.text());
}

Sheet new_partnership(const Steps& steps, editing::RecordNames& names) {
    Sheet sheet;
    sheet.set("kind", std::string(name_of(PartnershipKind::partnership)));
    refer(sheet, names, "parties[0]", RecordKind::organisation, steps.own);
    refer(sheet, names, "parties[1]", RecordKind::organisation, *steps.taken.partner);
    return sheet;
}

Sheet new_activity(const Steps& steps, editing::RecordNames& names) {
    Sheet sheet;
    sheet.set("partnerships." + steps.taken.partnership->text(), "0");
    std::size_t row = 0;
    for (const Uuid& party : {steps.own, *steps.taken.partner}) {
        const std::string name = editing::row_name("organisations", row++);
        sheet.set(name + ".id", "");
        refer(sheet, names, name + ".organisation", RecordKind::organisation, party);
        sheet.set(name + ".role", std::string(name_of(OrganisationRole::participant)));
    }
    return sheet;
}

/// The form of a step: of one's own organisation as it is, else of a new record.
Node step_form(const Steps& steps, FirstStep step) {
    const Call& call = steps.call;
    editing::RecordNames names(call.connection, call.view.language());
    const bool is_own = step == FirstStep::organisation;
    const RecordKind kind = step == FirstStep::partnership ? RecordKind::partnership
                            : step == FirstStep::activity  ? RecordKind::activity
                                                           : RecordKind::organisation;
    Sheet sheet;
    if (is_own)
        sheet = editing::open_sheet(call.connection, names, call.view.language(), kind, steps.own).value_or(Sheet{});
    else if (step == FirstStep::partnership)
        sheet = new_partnership(steps, names);
    else if (step == FirstStep::activity)
        sheet = new_activity(steps, names);
    const FormErrors none;
    const editing::SheetProblems no_problems;
    const RecordFormParts parts{call, sheet, none, no_problems, names};
    // One's own organisation may be left as it is.
    const std::string after = is_own && !steps.taken.partner ? "?step=" + std::string(name_of(FirstStep::partner)) : "";
    const std::int64_t version = is_own ? editing::version_of(call.connection, steps.own) : 0;
    return form(cls("record-form"), method("post"),
                action(Url::path(is_own ? call.paths.edit(kind, steps.own.text()) : call.paths.new_record(kind))),
                attribute<"novalidate">(""), hidden_field("form_token", call.form_token),
                hidden_field("next", call.paths.first_steps() + after),
                hidden_field("version", std::to_string(version)), brief_record_fields(parts, kind),
                div(do_button("save", call.view.text("first_steps.next"), Weight::primary)));
}

Node publish_form(const Steps& steps) {
    const Call& call = steps.call;
    const auto permission =
        editing::permission(call.connection, call.by().actor, RecordKind::activity, *steps.taken.activity);
    const std::string record = call.paths.record(RecordKind::activity, steps.taken.activity->text());
    const Node look = p(a(href(Url::path(record)), call.view.text("first_steps.look")));
    if (!permission.to_publish) return group(look, p(call.view.text("first_steps.publisher_needed")));
    return group(look,
                 button_form(call, record, call.view.text("publish.send"), Weight::primary,
                             group(hidden_field("do", "publish"), hidden_field("next", call.paths.first_steps()))));
}

/// What else there is to do, once the portal is not empty any more.
Node afterwards(const Steps& steps) {
    const View& view = steps.view();
    const auto entry = [&](const std::string& path, std::string_view key) {
        return li(a(href(Url::path(path)), view.text(key)));
    };
    const bool administrator = steps.call.by().actor.may_anywhere(accounts::Role::administrator);
    return ul(entry(view.paths.home(), "first_steps.portal"),
              entry(steps.call.paths.records(RecordKind::site), "first_steps.site"),
              when(administrator, [&] { return entry(steps.call.paths.new_account(), "first_steps.invite"); }),
              entry(steps.call.paths.desk(), "workspace.to_desk"));
}

Node step_list(const Steps& steps, FirstStep current) {
    const View& view = steps.view();
    return ol(cls("first-steps"), each(editing::first_steps_to_take, [&](FirstStep step) {
                  const bool taken = steps.taken.has(step);
                  return li(when(step == current, aria_current("step")), when(taken, cls("first-steps__taken")),
                            when(taken, [&] { return portal::web::icon("check"); }),
                            view.named(step, "first_steps.step."),
                            when(taken, [&] { return span(cls("sr-only"), " ", view.text("first_steps.taken")); }));
              }));
}

/// Whether what a step builds on is there, and it is not done yet; one's own organisation can always be looked at
/// again.
bool can_be_taken(const FirstSteps& taken, FirstStep step) {
    switch (step) {
    case FirstStep::organisation:
        return true;
    case FirstStep::partnership:
        return taken.partner && !taken.partnership;
    case FirstStep::activity:
        return taken.partner && taken.partnership && !taken.activity;
    case FirstStep::publish:
        return taken.activity && !taken.published;
    case FirstStep::partner:
        return !taken.partner;
    case FirstStep::done:
        break;
    }
    return false;
}

/// The step that the address asks for, else the next one.
FirstStep asked_step(const Call& call, const FirstSteps& taken) {
    const auto asked = enum_named<FirstStep>(call.request.query.text("step"));
    return asked && can_be_taken(taken, *asked) ? *asked : taken.next();
}

http::Response first_steps_page(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    const Id<Organisation> own = call.visit->account.organisation;
    const Steps steps{call, editing::first_steps(call.connection, own), own.uuid()};
    const FirstStep step = asked_step(call, steps.taken);
    WorkspaceParts parts{view.text("first_steps.heading"), WorkspaceItem::desk};
    parts.contents = page_with_heading(
        parts.title, p(view.text("first_steps.lead")),
        group(step_list(steps, step), part(view.named(step, "first_steps.step."),
                                           group(p(view.named(step, "first_steps.words.")),
                                                 step == FirstStep::done      ? afterwards(steps)
                                                 : step == FirstStep::publish ? publish_form(steps)
                                                                              : step_form(steps, step)))));
    return workspace.page(call, parts);
}

} // namespace

void add_first_steps_pages(Workspace& workspace, http::Router& router) {
    workspace.add_page(
        router, http::Access::role(http::Need::editor), [](const auto& paths) { return paths.first_steps(); },
        [&workspace](const Call& call) { return first_steps_page(workspace, call); });
}

} // namespace interregio::workspace::web
