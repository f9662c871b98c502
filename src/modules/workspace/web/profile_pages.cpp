// One's own account: name, language, password, sessions, one's own data; showing again who one is.
#include "modules/accounts/account_store.h"
#include "modules/editing/drafts.h"
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/passkey_parts.h"
#include "modules/workspace/web/request_parts.h"
#include "modules/workspace/web/sign_on_parts.h"

#include <nlohmann/json.hpp>

namespace interregio::workspace::web {

using namespace html;
using namespace accounts;

namespace {

Node sign_on_list(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    return group(p(view.text("sign_on.lead")),
                 ul(cls("workspace-rows"), each(call.visit->account.sign_ons, [&](const SignOnBinding& binding) {
                        return li(div(p(strong(provider_name(workspace, view, binding.provider))),
                                      p(cls("kern-hint"), fill(view.text("sign_on.bound_at"),
                                                               {{"at", moment(view, binding.bound_at)}}))));
                    })));
}

Node session_list(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    return ul(cls("workspace-rows"),
              each(workspace.sign_in().sessions_of(call.visit->account.id), [&](const Session& session) {
                  const bool own = session.id == call.visit->session.id;
                  return li(div(p(strong(browser_words(view, session.browser))),
                                p(cls("kern-hint"),
                                  fill(view.text("session.times"), {{"began", moment(view, session.began_at)},
                                                                    {"seen", moment(view, session.seen_at)}}))),
                            own ? span(cls("workspace-mark"), view.text("session.this"))
                                : button_form(call, call.paths.profile(), view.text("session.end"), Weight::secondary,
                                              group(hidden_field("do", "end_session"),
                                                    hidden_field("session", session.id.text()))));
              }));
}

Node second_factor_part(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    const Account& account = call.visit->account;
    if (!account.has_totp)
        return group(p(view.text("second_factor.none")),
                     p(a(cls("kern-btn kern-btn--secondary"), href(Url::path(call.paths.second_factor())),
                         span(cls("kern-label"), view.text("second_factor.set_up")))));
    return group(p(view.text("second_factor.is_set")),
                 p(view.words.count("second_factor.codes_left",
                                    static_cast<std::int64_t>(workspace.sign_in().recovery_codes_left(account.id)))),
                 div(cls("buttons"),
                     button_form(call, call.paths.recovery_codes(), view.text("recovery.make"), Weight::secondary),
                     a(cls("kern-btn kern-btn--secondary"), href(Url::path(call.paths.second_factor())),
                       span(cls("kern-label"), view.text("second_factor.other"))),
                     when(account.second_factor == SecondFactor::allowed || account.passkeys > 0, [&] {
                         return button_form(call, call.paths.profile(), view.text("second_factor.remove"),
                                            Weight::tertiary, hidden_field("do", "remove_second_factor"));
                     })));
}

http::Response profile(const Workspace& workspace, const Call& call, const FormErrors& errors = {}, int status = 200) {
    const View& view = call.view;
    const Account& account = call.visit->account;
    const std::vector<Choice> languages = language_choices(view);
    const std::string done = call.request.query.text("done");
    WorkspaceParts parts{view.text("profile.heading"), WorkspaceItem::profile};
    parts.status = status;
    parts.contents = page_with_heading(
        parts.title, p(view.text("profile.lead")),
        group(when(done == "saved", [&] { return success(view.text("profile.saved")); }),
              when(done == "password", [&] { return success(view.text("profile.password_changed")); }),
              when(done == "passkey", [&] { return success(view.text("passkey.added")); }), error_summary(view, errors),
              part(view.text("profile.account"),
                   dl(cls("kern-description-list"), fact(view, "account.name", text(account.name)),
                      fact(view, "account.organisation", text(organisation_name(call, account.organisation))),
                      fact(view, "account.email", text(account.email.value_or(""))),
                      fact(view, "profile.roles", grant_list(call, account)))),
              part(view.text("profile.language"),
                   post_form(call, call.paths.profile(),
                             group(hidden_field("do", "language"),
                                   select_field(view, "language", view.text("account.language"), languages,
                                                account.language.tag(), {}),
                                   submit_button(view.text("form.save"), Weight::secondary)))),
              when(account.has_password,
                   [&] {
                       return part(view.text("account.password"),
                                   p(a(cls("kern-btn kern-btn--secondary"), href(Url::path(call.paths.password())),
                                       span(cls("kern-label"), view.text("password.change")))));
                   }),
              when(!account.sign_ons.empty(),
                   [&] { return part(view.text("sign_on.heading"), sign_on_list(workspace, call)); }),
              part(view.text("second_factor.heading"), second_factor_part(workspace, call)),
              part(view.text("passkey.heading"), passkeys_part(workspace, call)),
              part(view.text("session.heading"),
                   group(p(view.text("session.lead")), session_list(workspace, call),
                         button_form(call, call.paths.profile(), view.text("session.end_others"), Weight::secondary,
                                     hidden_field("do", "end_sessions")))),
              part(view.text("own_data.heading"),
                   group(p(view.text("own_data.lead")),
                         p(a(href(Url::path(call.paths.own_data())), attribute<"download">("interregio.json"),
                             view.text("own_data.get")))))));
    return workspace.page(call, parts);
}

http::Response change_profile(const Workspace& workspace, const Call& call) {
    const std::string what = call.field("do");
    SignIn& sign_in = workspace.sign_in();
    std::string target = call.paths.profile();
    if (what == "language") {
        const auto language = Language::parse(call.field("language"));
        if (!language || Catalogue::find(*language) == nullptr) return Workspace::go(target);
        sign_in.set_language(*call.visit, *language, call.from());
        target = WorkspacePaths(*Catalogue::find(*language)).profile();
    } else if (what == "end_session") {
        if (const auto session = Uuid::parse(call.field("session")))
            sign_in.end_session(*call.visit, *session, call.from());
    } else if (what == "end_sessions") {
        sign_in.end_other_sessions(*call.visit, call.from());
    } else if (what == "remove_second_factor") {
        if (auto asked = ask_again(workspace, call, target)) return std::move(*asked);
        if (const auto removed = sign_in.remove_totp(*call.visit, call.from()); !removed)
            return profile(workspace, call, errors_of(call.view, removed.error()), 422);
    } else if (what == "remove_passkey") {
        if (auto asked = ask_again(workspace, call, target)) return std::move(*asked);
        const auto passkey = Uuid::parse(call.field("passkey"));
        const auto removed =
            passkey ? workspace.passkeys().remove(*call.visit, *passkey, call.from()) : std::expected<void, Refusal>();
        if (!removed) return profile(workspace, call, errors_of(call.view, removed.error()), 422);
    } else {
        return Workspace::go(target);
    }
    return Workspace::go(target + "?done=saved");
}

http::Response password_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const View& view = call.view;
    WorkspaceParts parts{view.text("password.change"), WorkspaceItem::profile};
    parts.status = status;
    parts.contents = page_with_heading(
        parts.title, p(view.text("password.change.lead")),
        div(cls("workspace-narrow"), error_summary(view, errors),
            post_form(call, call.paths.password(),
                      group(hidden_field("username", call.visit->account.email.value_or("")),
                            input_field(view,
                                        {.name = "current",
                                         .label = view.text("password.current"),
                                         .type = "password",
                                         .autocomplete = "current-password"},
                                        errors),
                            new_password_fields(view, errors), submit_button(view.text("password.change")))),
            p(a(href(Url::path(call.paths.profile())), view.text("form.back")))));
    return workspace.page(call, parts);
}

http::Response change_password(const Workspace& workspace, const Call& call) {
    const auto changed = workspace.sign_in().change_password(*call.visit, call.field("current"), call.field("password"),
                                                             call.field("repeated"), call.from());
    if (changed) return workspace.begin(Workspace::go(call.paths.profile() + "?done=password"), *changed);
    const std::string& key = changed.error().key;
    const bool about_current = key == "refusal.sign_in.wrong_password" || key == "refusal.sign_in.wait";
    const std::string_view field =
        about_current ? "current" : (key == "refusal.password.repeated" ? "repeated" : "password");
    return password_page(workspace, call, errors_of(call.view, changed.error(), field), status_of(changed.error()));
}

Node confirm_with_password(const Call& call, const FormErrors& errors) {
    return post_form(call, call.paths.confirm(),
                     group(hidden_field("next", Workspace::next(call, "")),
                           hidden_field("username", call.visit->account.email.value_or("")),
                           input_field(call.view,
                                       {.name = "password",
                                        .label = call.view.text("account.password"),
                                        .type = "password",
                                        .autocomplete = "current-password"},
                                       errors),
                           submit_button(call.view.text("confirm.send"))));
}

http::Response confirm_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const View& view = call.view;
    WorkspaceParts parts{view.text("confirm.heading")};
    parts.status = status;
    const Account& account = call.visit->account;
    const bool password_only = account.sign_ons.empty() && account.passkeys == 0;
    parts.contents =
        page_with_heading(parts.title, p(view.text(password_only ? "confirm.lead" : "confirm.lead.any")),
                          div(cls("workspace-narrow"), sign_on_notice(workspace, call), error_summary(view, errors),
                              when(account.has_password, [&] { return confirm_with_password(call, errors); }),
                              prove_through_buttons(workspace, call), when(account.passkeys > 0, [&] {
                                  return use_passkey_form(workspace, call, Ceremony::proof, call.paths.confirm(),
                                                          view.text("passkey.confirm"), account.id);
                              })));
    return workspace.page(call, parts);
}

http::Response confirm(const Workspace& workspace, const Call& call) {
    if (wants_sign_on(call)) return go_to_provider(workspace, call, SignOnAim::prove, call.paths.confirm());
    const bool by_passkey = has_passkey_answer(call);
    const auto proved =
        by_passkey ? workspace.passkeys().prove(*call.visit, call.form_token, passkey_answer(call), call.from())
                   : workspace.sign_in().prove(*call.visit, call.field("password"), call.from());
    if (proved) return workspace.begin(Workspace::go(Workspace::next(call, call.paths.desk())), *proved);
    return confirm_page(workspace, call, errors_of(call.view, proved.error(), by_passkey ? "" : "password"),
                        status_of(proved.error()));
}

/// What is stored of somebody, for themselves (GDPR, 15 and 20); no secrets.
http::Response own_data(const Workspace& workspace, const Call& call) {
    if (auto asked = ask_again(workspace, call, call.paths.own_data())) return std::move(*asked);
    const Account& account = call.visit->account;
    nlohmann::ordered_json data;
    data["name"] = account.name;
    data["email"] = account.email.value_or("");
    data["language"] = account.language.tag();
    data["organisation"] = organisation_name(call, account.organisation);
    data["made_at"] = account.made_at;
    data["second_factor"] = account.has_totp;
    data["roles"] = nlohmann::ordered_json::array();
    for (const Grant& grant : account.grants)
        data["roles"].push_back({{"role", name_of(grant.role)}, {"for", scope_name(call, grant.scope)}});
    data["passkeys"] = nlohmann::ordered_json::array();
    for (const Passkey& passkey : workspace.passkeys().of(account.id))
        data["passkeys"].push_back(
            {{"label", passkey.label}, {"made_at", passkey.made_at}, {"used_at", passkey.used_at.value_or("")}});
    data["sign_ons"] = nlohmann::ordered_json::array();
    for (const SignOnBinding& binding : account.sign_ons)
        data["sign_ons"].push_back({{"provider", binding.provider},
                                    {"issuer", binding.issuer},
                                    {"subject", binding.subject},
                                    {"bound_at", binding.bound_at}});
    data["sessions"] = nlohmann::ordered_json::array();
    for (const Session& session : workspace.sign_in().sessions_of(account.id))
        data["sessions"].push_back({{"browser", session.browser},
                                    {"began_at", timestamp(session.began_at)},
                                    {"seen_at", timestamp(session.seen_at)},
                                    {"through", session.through.value_or("")}});
    data["events"] = nlohmann::ordered_json::array();
    constexpr std::int64_t most = 10'000;
    for (const AccountEvent& event : store::events_of_account(call.connection, account.id, most))
        data["events"].push_back({{"at", event.at},
                                  {"event", name_of(event.event)},
                                  {"through", event.provider.value_or("")},
                                  // Where others were is theirs.
                                  {"address", event.actor == account.id ? event.address : std::string()}});
    data["drafts"] = nlohmann::ordered_json::array();
    for (const editing::Draft& draft : editing::drafts_of(call.connection, account.id))
        data["drafts"].push_back({{"kind", name_of(draft.form.kind)},
                                  {"record", draft.form.id.nil() ? std::string() : draft.form.id.text()},
                                  {"kept_at", draft.kept_at},
                                  {"fields", draft.form.sheet.fields()}});
    auto response = http::Response::text(200, data.dump(2) + "\n");
    response.content_type = "application/json";
    response.with("Content-Disposition", "attachment; filename=\"interregio.json\"");
    return response;
}

} // namespace

void add_profile_pages(Workspace& workspace, http::Router& router) {
    const auto member = http::Access::signed_in();
    const auto page = [&](const MakePath& path, auto handler) {
        workspace.add_page(router, member, path,
                           [&workspace, handler](const Call& call) { return handler(workspace, call); });
    };
    const auto form = [&](const MakePath& path, auto handler) {
        workspace.add_form(router, member, path,
                           [&workspace, handler](const Call& call) { return handler(workspace, call); });
    };
    page([](const auto& paths) { return paths.profile(); },
         [](const Workspace& own, const Call& call) { return profile(own, call); });
    form([](const auto& paths) { return paths.profile(); }, change_profile);
    page([](const auto& paths) { return paths.password(); },
         [](const Workspace& own, const Call& call) { return password_page(own, call, {}, 200); });
    form([](const auto& paths) { return paths.password(); }, change_password);
    page([](const auto& paths) { return paths.confirm(); },
         [](const Workspace& own, const Call& call) { return confirm_page(own, call, {}, 200); });
    form([](const auto& paths) { return paths.confirm(); }, confirm);
    page([](const auto& paths) { return paths.own_data(); }, own_data);
}

} // namespace interregio::workspace::web
