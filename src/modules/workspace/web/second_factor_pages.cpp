// Setting up an authenticator app, and the recovery codes for the day it is lost.
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/account_parts.h"
#include "platform/html/svg.h"
#include "platform/qr/qr_code.h"

namespace interregio::workspace::web {

using namespace html;
using namespace accounts;

namespace {

/// In groups of four, to be typed.
std::string spaced(const std::string& secret) {
    std::string out;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += ' ';
        out += secret[i];
    }
    return out;
}

Node qr_picture(const View& view, std::string_view address) {
    const auto drawn = qr::QrCode::of(address);
    if (!drawn) return {};
    const double side = qr::drawn_size(*drawn);
    return svg::drawing(cls("qr"), role("img"), aria_label(view.text("second_factor.qr")), svg::view_box(side, side),
                        svg::path(svg::d(qr::svg_path(*drawn))));
}

http::Response set_up_page(const Workspace& workspace, const Call& call, const SignIn::Enrolment& enrolment,
                           const FormErrors& errors, int status) {
    const View& view = call.view;
    WorkspaceParts parts{view.text("second_factor.set_up"), WorkspaceItem::profile};
    parts.status = status;
    const bool demanded = call.visit->session.stage == Stage::enrolment;
    parts.contents = page_with_heading(
        parts.title, p(view.text(demanded ? "second_factor.demanded" : "second_factor.lead")),
        div(cls("workspace-narrow"), error_summary(view, errors),
            ol(cls("steps"), li(p(view.text("second_factor.step.app"))),
               li(p(view.text("second_factor.step.scan")), qr_picture(view, enrolment.address),
                  p(view.text("second_factor.step.type")), p(code(cls("secret"), spaced(enrolment.secret)))),
               li(p(view.text("second_factor.step.code")))),
            post_form(call, call.paths.second_factor(),
                      group(hidden_field("sealed", enrolment.sealed),
                            input_field(view,
                                        {.name = "code",
                                         .label = view.text("code.label"),
                                         .hint = view.text("second_factor.code.hint"),
                                         .autocomplete = "one-time-code"},
                                        errors),
                            submit_button(view.text("second_factor.set_up")))),
            when(demanded && workspace.passkeys().party().has_value(),
                 [&] {
                     return p(view.text("second_factor.or_passkey"), " ",
                              a(href(Url::path(call.paths.passkeys())), view.text("passkey.add")));
                 }),
            when(demanded, [&] {
                return button_form(call, call.paths.sign_out(), view.text("code.give_up"), Weight::tertiary);
            })));
    return workspace.page(call, parts);
}

http::Response set_up(const Workspace& workspace, const Call& call) {
    if (call.visit->session.stage == Stage::whole)
        if (auto asked = ask_again(workspace, call, call.paths.second_factor())) return std::move(*asked);
    const auto enrolment = workspace.sign_in().begin_totp(call.visit->account, call.view.site.name.body);
    return set_up_page(workspace, call, enrolment, {}, 200);
}

http::Response codes_page(const Workspace& workspace, const Call& call, const std::vector<std::string>& codes) {
    const View& view = call.view;
    WorkspaceParts parts{view.text("recovery.heading"), WorkspaceItem::profile};
    parts.contents = page_with_heading(
        parts.title, p(view.text("recovery.lead")),
        div(cls("workspace-narrow"),
            ul(cls("recovery-codes"), each(codes, [](const std::string& one) { return li(code(one)); })),
            p(view.text("recovery.how")),
            p(a(cls("kern-btn kern-btn--primary"), href(Url::path(call.paths.profile())),
                span(cls("kern-label"), view.text("recovery.kept"))))));
    return workspace.page(call, parts);
}

http::Response send_first_code(const Workspace& workspace, const Call& call) {
    if (call.visit->session.stage == Stage::whole)
        if (auto asked = ask_again(workspace, call, call.paths.second_factor())) return std::move(*asked);
    const std::string sealed = call.field("sealed");
    auto set = workspace.sign_in().set_totp(*call.visit, sealed, call.field("code"), call.from());
    if (set) {
        // The page carries the token of the session that has just begun.
        const Call next{.request = call.request,
                        .parameters = call.parameters,
                        .connection = call.connection,
                        .view = call.view,
                        .paths = call.paths,
                        .visit = workspace.sign_in().visit(set->begun.session),
                        .form_token = form_token_of(set->begun.session),
                        .client = call.client};
        return workspace.begin(codes_page(workspace, next, set->recovery_codes), set->begun);
    }
    const auto enrolment = workspace.sign_in().continue_totp(call.visit->account, call.view.site.name.body, sealed);
    if (!enrolment) return Workspace::go(call.paths.second_factor());
    return set_up_page(workspace, call, *enrolment, errors_of(call.view, set.error(), "code"), status_of(set.error()));
}

http::Response make_codes(const Workspace& workspace, const Call& call) {
    if (auto asked = ask_again(workspace, call, call.paths.profile())) return std::move(*asked);
    if (!call.visit->account.has_totp) return Workspace::go(call.paths.profile());
    return codes_page(workspace, call, workspace.sign_in().new_recovery_codes(*call.visit, call.from()));
}

} // namespace

void add_second_factor_pages(Workspace& workspace, http::Router& router) {
    const auto member = http::Access::signed_in();
    const auto with = [&workspace](auto handler) {
        return [&workspace, handler](const Call& call) { return handler(workspace, call); };
    };
    workspace.add_page(router, member, [](const auto& paths) { return paths.second_factor(); }, with(set_up));
    workspace.add_form(router, member, [](const auto& paths) { return paths.second_factor(); }, with(send_first_code));
    workspace.add_form(router, member, [](const auto& paths) { return paths.recovery_codes(); }, with(make_codes));
}

} // namespace interregio::workspace::web
