// Signing in and out, and setting a password with a link.
#include "modules/portal/web/parts.h"
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/passkey_parts.h"
#include "modules/workspace/web/sign_on_parts.h"
#include "platform/secrets/password.h"

namespace interregio::workspace::web {

using namespace html;
using namespace accounts;
using secrets::Token;

namespace {

/// Where somebody goes who has wholly signed in.
std::string first_page(const Call& call, Language language) {
    const Catalogue* words = Catalogue::find(language);
    return Workspace::next(call, words == nullptr ? call.paths.desk() : WorkspacePaths(*words).desk());
}

http::Response sign_in_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const View& view = call.view;
    const std::string done = call.request.query.text("done");
    WorkspaceParts parts;
    parts.title = view.text("sign_in.heading");
    parts.status = status;
    const Node notices =
        group(sign_on_notice(workspace, call),
              when(done == "password", [&] { return success(view.text("sign_in.password_set")); }),
              when(done == "out", [&] { return success(view.text("sign_in.signed_out")); }),
              when(!workspace.can_sign_in(), [&] {
                  return portal::web::alert(view.text("sign_in.insecure"), p(view.text("sign_in.insecure.how")));
              }));
    parts.contents = page_with_heading(parts.title, p(view.text("sign_in.lead")),
                                       div(cls("workspace-narrow"), notices, error_summary(view, errors),
                                           sign_on_buttons(workspace, call),
                                           post_form(call, call.paths.sign_in(),
                                                     group(hidden_field("next", Workspace::next(call, "")),
                                                           input_field(view,
                                                                       {.name = "email",
                                                                        .label = view.text("account.email"),
                                                                        .value = call.field("email"),
                                                                        .type = "email",
                                                                        .autocomplete = "username"},
                                                                       {}),
                                                           input_field(view,
                                                                       {.name = "password",
                                                                        .label = view.text("account.password"),
                                                                        .type = "password",
                                                                        .autocomplete = "current-password"},
                                                                       {}),
                                                           submit_button(view.text("sign_in.send")))),
                                           use_passkey_form(workspace, call, Ceremony::sign_in, call.paths.sign_in(),
                                                            view.text("passkey.sign_in"), std::nullopt),
                                           p(cls("kern-hint"), view.text("sign_in.help"))));
    return workspace.page(call, parts);
}

/// In place of a session that waits for a code, where there is one.
http::Response sign_in_with_passkey(const Workspace& workspace, const Call& call, auto page_with_error) {
    const auto begun = workspace.passkeys().sign_in(call.form_token, passkey_answer(call), call.from(), call.token);
    if (begun) return workspace.begin(Workspace::go(first_page(call, begun->language)), *begun);
    return page_with_error(workspace, call, errors_of(call.view, begun.error()), status_of(begun.error()));
}

http::Response sign_in(const Workspace& workspace, const Call& call) {
    if (has_passkey_answer(call)) return sign_in_with_passkey(workspace, call, sign_in_page);
    if (wants_sign_on(call)) return go_to_provider(workspace, call, SignOnAim::sign_in, call.paths.sign_in());
    auto begun = workspace.sign_in().with_password(call.field("email"), call.field("password"), call.from());
    if (!begun) return sign_in_page(workspace, call, errors_of(call.view, begun.error()), status_of(begun.error()));
    std::string target = first_page(call, begun->language);
    if (begun->stage == Stage::second_factor) target = with_next(call.paths.code(), Workspace::next(call, ""));
    if (begun->stage == Stage::enrolment) target = call.paths.second_factor();
    return workspace.begin(Workspace::go(target), *begun);
}

http::Response code_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    if (!call.visit || call.visit->session.stage != Stage::second_factor) return Workspace::go(call.paths.sign_in());
    const View& view = call.view;
    WorkspaceParts parts;
    const Account& account = call.visit->account;
    parts.title = view.text("code.heading");
    parts.status = status;
    const auto code_form = [&] {
        return post_form(call, call.paths.code(),
                         group(hidden_field("next", Workspace::next(call, "")),
                               input_field(view,
                                           {.name = "code",
                                            .label = view.text("code.label"),
                                            .hint = view.text("code.hint"),
                                            .autocomplete = "one-time-code"},
                                           errors),
                               submit_button(view.text("code.send"))));
    };
    parts.contents = page_with_heading(
        parts.title, p(view.text(account.has_totp ? "code.lead" : "code.lead.passkey")),
        div(cls("workspace-narrow"), error_summary(view, errors), when(account.has_totp, code_form),
            when(account.passkeys > 0,
                 [&] {
                     return use_passkey_form(workspace, call, Ceremony::sign_in, call.paths.code(),
                                             view.text("passkey.sign_in"), account.id);
                 }),
            when(!account.has_totp,
                 [&] { return p(attribute<"data-passkey-missing">(""), view.text("code.passkey.missing")); }),
            button_form(call, call.paths.sign_out(), view.text("code.give_up"), Weight::tertiary)));
    return workspace.page(call, parts);
}

http::Response send_code(const Workspace& workspace, const Call& call) {
    if (!call.token) return Workspace::go(call.paths.sign_in());
    if (has_passkey_answer(call)) return sign_in_with_passkey(workspace, call, code_page);
    const auto begun = workspace.sign_in().with_code(*call.token, call.field("code"), call.from());
    if (begun) return workspace.begin(Workspace::go(first_page(call, begun->language)), *begun);
    if (begun.error().key == "refusal.sign_in.session") return Workspace::go(call.paths.sign_in());
    return code_page(workspace, call, errors_of(call.view, begun.error(), "code"), status_of(begun.error()));
}

http::Response sign_out(const Workspace& workspace, const Call& call) {
    if (call.token) workspace.sign_in().sign_out(*call.token, call.from());
    if (auto there = sign_out_there(workspace, call)) return workspace.end(std::move(*there));
    return workspace.end(Workspace::go(call.paths.sign_in() + "?done=out"));
}

http::Response link_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const View& view = call.view;
    const std::string& written = call.parameters.at("token");
    const auto link = Token::parse(written);
    const auto account = link ? workspace.sign_in().account_of_link(*link) : std::nullopt;
    WorkspaceParts parts;
    parts.title = view.text(account ? "link.heading" : "link.ended");
    parts.status = account ? status : 404;
    if (!account) {
        parts.contents = page_with_heading(parts.title, p(view.text("link.ended.how")),
                                           p(a(href(Url::path(call.paths.sign_in())), view.text("sign_in.heading"))));
        return workspace.page(call, parts);
    }
    parts.contents = page_with_heading(
        parts.title, p(view.text("link.lead", {{"name", account->name}, {"email", account->email.value_or("")}})),
        div(cls("workspace-narrow"), error_summary(view, errors),
            post_form(call, call.paths.link(written),
                      group(hidden_field("username", account->email.value_or("")), new_password_fields(view, errors),
                            submit_button(view.text("link.send"))))));
    return workspace.page(call, parts);
}

http::Response use_link(const Workspace& workspace, const Call& call) {
    const auto link = Token::parse(call.parameters.at("token"));
    if (!link) return link_page(workspace, call, {}, 404);
    const auto set =
        workspace.sign_in().set_password(*link, call.field("password"), call.field("repeated"), call.from());
    if (set) return workspace.end(Workspace::go(call.paths.sign_in() + "?done=password"));
    const bool repeated = set.error().key == "refusal.password.repeated";
    return link_page(workspace, call, errors_of(call.view, set.error(), repeated ? "repeated" : "password"), 422);
}

} // namespace

Node new_password_fields(const View& view, const FormErrors& errors) {
    return group(
        input_field(view,
                    {.name = "password",
                     .label = view.text("password.new"),
                     .hint = view.text("password.hint", {{"least", std::to_string(secrets::shortest_password)}}),
                     .type = "password",
                     .autocomplete = "new-password"},
                    errors),
        input_field(view,
                    {.name = "repeated",
                     .label = view.text("password.repeated"),
                     .type = "password",
                     .autocomplete = "new-password"},
                    errors));
}

void add_sign_in_pages(Workspace& workspace, http::Router& router) {
    const auto everybody = http::Access::anyone();
    const auto with = [&workspace](auto handler) {
        return [&workspace, handler](const Call& call) { return handler(workspace, call); };
    };
    workspace.add_page(
        router, everybody, [](const auto& paths) { return paths.sign_in(); },
        with([](const auto& own, const Call& call) {
            if (call.by().actor.signed_in()) return Workspace::go(first_page(call, call.view.language()));
            return sign_in_page(own, call, {}, 200);
        }));
    workspace.add_form(router, everybody, [](const auto& paths) { return paths.sign_in(); }, with(sign_in));
    workspace.add_page(
        router, everybody, [](const auto& paths) { return paths.code(); },
        with([](const auto& own, const Call& call) { return code_page(own, call, {}, 200); }));
    workspace.add_form(router, everybody, [](const auto& paths) { return paths.code(); }, with(send_code));
    workspace.add_form(router, everybody, [](const auto& paths) { return paths.sign_out(); }, with(sign_out));
    workspace.add_page(
        router, everybody, [](const auto& paths) { return paths.link("{token}"); },
        with([](const auto& own, const Call& call) { return link_page(own, call, {}, 200); }));
    workspace.add_form(router, everybody, [](const auto& paths) { return paths.link("{token}"); }, with(use_link));
}

} // namespace interregio::workspace::web
