// Making a passkey: from the profile, or as the second factor that is demanded.
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/passkey_parts.h"

namespace interregio::workspace::web {

using namespace html;
using namespace accounts;

namespace {

http::Response add_passkey_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const View& view = call.view;
    const bool demanded = call.visit->session.stage == Stage::enrolment;
    WorkspaceParts parts{view.text("passkey.add"), WorkspaceItem::profile};
    parts.status = status;
    parts.contents = page_with_heading(
        parts.title, p(view.text("passkey.add.lead")),
        div(cls("workspace-narrow"), error_summary(view, errors), make_passkey_form(workspace, call, errors),
            p(a(href(Url::path(demanded ? call.paths.second_factor() : call.paths.profile())),
                view.text("form.back")))));
    return workspace.page(call, parts);
}

http::Response show_add_passkey(const Workspace& workspace, const Call& call) {
    // The challenge is given out to those only who have shown just now who they are; so the form need not ask again,
    // which would leave a passkey behind in the browser that we do not know.
    if (call.visit->session.stage == Stage::whole)
        if (auto asked = ask_again(workspace, call, call.paths.passkeys())) return std::move(*asked);
    return add_passkey_page(workspace, call, {}, 200);
}

http::Response add_passkey(const Workspace& workspace, const Call& call) {
    const bool demanded = call.visit->session.stage == Stage::enrolment;
    auto added = workspace.passkeys().add(*call.visit, call.form_token, new_passkey_answer(call), call.from());
    if (added)
        return workspace.begin(Workspace::go(demanded ? call.paths.desk() : call.paths.profile() + "?done=passkey"),
                               *added);
    // Another challenge only to those who may have one.
    if (call.visit->session.stage == Stage::whole)
        if (auto asked = ask_again(workspace, call, call.paths.passkeys())) return std::move(*asked);
    const std::string_view field = added.error().key == "refusal.passkey.label" ? "label" : "";
    return add_passkey_page(workspace, call, errors_of(call.view, added.error(), field), status_of(added.error()));
}

} // namespace

void add_passkey_pages(Workspace& workspace, http::Router& router) {
    const auto member = http::Access::signed_in();
    const auto with = [&workspace](auto handler) {
        return [&workspace, handler](const Call& call) { return handler(workspace, call); };
    };
    workspace.add_page(router, member, [](const auto& paths) { return paths.passkeys(); }, with(show_add_passkey));
    workspace.add_form(router, member, [](const auto& paths) { return paths.passkeys(); }, with(add_passkey));
}

} // namespace interregio::workspace::web
