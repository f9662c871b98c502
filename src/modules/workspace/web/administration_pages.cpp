// Looking after the accounts of one's organisation.
#include "modules/portal/web/parts.h"
#include "modules/record/records.h"
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/sign_on_parts.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using namespace accounts;

namespace {

Node state_badge(const View& view, const Account& account) {
    using portal::web::badge;
    using portal::web::BadgeKind;
    if (account.state == AccountState::active && !account.has_way_in())
        return badge(BadgeKind::info, "mail", view.text("account.state.invited"));
    switch (account.state) {
    case AccountState::active:
        return badge(BadgeKind::success, "check", view.text("account.state.active"));
    case AccountState::suspended:
        return badge(BadgeKind::warning, "warning", view.text("account.state.suspended"));
    case AccountState::closed:
        break;
    }
    return badge(BadgeKind::neutral, "close", view.text("account.state.closed"));
}

http::Response list_page(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    const auto accounts = accounts_for(call.connection, call.by());
    WorkspaceParts parts{view.text("accounts.heading"), WorkspaceItem::accounts};
    parts.contents = page_with_heading(
        parts.title, p(view.text("accounts.lead")),
        group(p(a(cls("kern-btn kern-btn--primary"), href(Url::path(call.paths.new_account())),
                  span(cls("kern-label"), view.text("accounts.invite")))),
              scrolled_table(
                  view, parts.title,
                  {"account.name", "account.organisation", "account.state", "account.roles", "second_factor.heading"},
                  each(accounts, [&](const Account& account) {
                      return tr(cls("kern-table__row"),
                                th(cls("kern-table__cell"), scope("row"),
                                   a(href(Url::path(call.paths.account(account.id.text()))), account.name)),
                                td(cls("kern-table__cell"), organisation_name(call, account.organisation)),
                                td(cls("kern-table__cell"), state_badge(view, account)),
                                td(cls("kern-table__cell"),
                                   ul(cls("plain-list"),
                                      each(account.grants,
                                           [&](const Grant& grant) { return li(grant_words(call, grant)); }))),
                                td(cls("kern-table__cell"),
                                   view.text(account.has_second_factor() ? "second_factor.yes" : "second_factor.no")));
                  }))));
    return workspace.page(call, parts);
}

// ---- inviting

std::vector<Choice> people(const Call& call) {
    std::vector<Choice> choices;
    for (const auto& id : all_ids<Person>(call.connection))
        if (const auto person = interregio::find(call.connection, id))
            choices.push_back({id.text(), person->family_name + ", " + person->given_name});
    std::ranges::sort(choices, [&](const Choice& one, const Choice& other) {
        return call.view.words.sorts_before(one.words, other.words);
    });
    return choices;
}

std::vector<Id<Organisation>> administered_organisations(const Call& call) {
    std::vector<Id<Organisation>> list;
    const By by = call.by();
    for (const Grant& grant : by.actor.grants())
        if (const auto* organisation = std::get_if<Id<Organisation>>(&grant.scope);
            organisation != nullptr && grant.role == Role::administrator)
            list.push_back(*organisation);
    return list;
}

std::vector<Choice> role_choices(const View& view) {
    std::vector<Choice> choices;
    for (const Role role : all_roles) choices.push_back({std::string(name_of(role)), role_words(view, role)});
    return choices;
}

std::vector<Choice> scope_choices(const Call& call, Id<Organisation> organisation) {
    std::vector<Choice> choices;
    for (const Scope& scope : grantable_scopes(call.connection, call.by(), organisation))
        choices.push_back({scope_text(scope), scope_name(call, scope)});
    return choices;
}

/// Which field a refusal is about.
std::string_view field_of(const Refusal& refusal) {
    if (refusal.key == "refusal.account.exists" || refusal.key == "refusal.account.no_person") return "person";
    if (refusal.key.starts_with("refusal.account.email")) return "email";
    if (refusal.key == "refusal.account.scope") return "scope";
    return {};
}

http::Response invite_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const View& view = call.view;
    const auto organisations = administered_organisations(call);
    std::vector<Choice> organisation_choices;
    std::vector<Choice> scopes;
    for (const auto& organisation : organisations) {
        organisation_choices.push_back({organisation.text(), organisation_name(call, organisation)});
        for (auto& choice : scope_choices(call, organisation))
            if (std::ranges::find(scopes, choice.value, &Choice::value) == scopes.end()) scopes.push_back(choice);
    }
    const std::vector<Choice> languages = language_choices(view);
    WorkspaceParts parts{view.text("accounts.invite"), WorkspaceItem::accounts};
    parts.status = status;
    parts.contents = page_with_heading(
        parts.title, p(view.text("invite.lead")),
        div(cls("workspace-narrow"), error_summary(view, errors),
            post_form(
                call, call.paths.new_account(),
                group(select_field(view, "person", view.text("account.person"), people(call), call.field("person"),
                                   errors, view.text("account.person.hint")),
                      select_field(view, "organisation", view.text("account.organisation"), organisation_choices,
                                   call.field("organisation"), errors),
                      input_field(view,
                                  {.name = "email",
                                   .label = view.text("account.email"),
                                   .value = call.field("email"),
                                   .hint = view.text("account.email.hint"),
                                   .type = "email",
                                   .autocomplete = "off"},
                                  errors),
                      select_field(view, "language", view.text("account.language"), languages,
                                   call.form == nullptr ? view.language().tag() : call.field("language"), errors),
                      select_field(view, "role", view.text("account.role"), role_choices(view), call.field("role"),
                                   errors, view.text("account.role.hint")),
                      select_field(view, "scope", view.text("account.scope"), scopes, call.field("scope"), errors),
                      check_box("second_factor", view.text("account.demand"),
                                call.field("second_factor") == "yes" ? Ticked::yes : Ticked::no),
                      submit_button(view.text("invite.send")))),
            p(a(href(Url::path(call.paths.accounts())), view.text("form.back")))));
    return workspace.page(call, parts);
}

/// The link, shown this once, to be handed over.
http::Response link_page(const Workspace& workspace, const Call& call, const Account& account,
                         const secrets::Token& link) {
    const View& view = call.view;
    const auto* words = Catalogue::find(account.language);
    const std::string address = view.absolute(WorkspacePaths(words == nullptr ? view.words : *words).link(link.text()));
    WorkspaceParts parts{view.text("handed.heading"), WorkspaceItem::accounts};
    parts.contents = page_with_heading(
        parts.title, p(view.text("handed.lead", {{"name", account.name}})),
        div(cls("workspace-narrow"), p(code(cls("secret"), id("link"), address)),
            p(view.words.count("handed.how", link_lifetime.count())),
            p(a(cls("kern-btn kern-btn--primary"), href(Url::path(call.paths.account(account.id.text()))),
                span(cls("kern-label"), view.text("handed.done"))))));
    return workspace.page(call, parts);
}

http::Response invite_somebody(const Workspace& workspace, const Call& call) {
    if (auto asked = ask_again(workspace, call, call.paths.new_account())) return std::move(*asked);
    const auto person = Uuid::parse(call.field("person"));
    const auto organisation = Uuid::parse(call.field("organisation"));
    const auto language = Language::parse(call.field("language"));
    const auto role = enum_named<Role>(call.field("role"));
    const auto scope = parse_scope(call.field("scope"));
    if (!person || !key_of_id(call.connection, RecordKind::person, *person))
        return invite_page(workspace, call, errors_of(call.view, {"refusal.account.no_person", {}}, "person"), 422);
    if (!organisation || !language || Catalogue::find(*language) == nullptr || !role || !scope)
        return invite_page(workspace, call, errors_of(call.view, {"refusal.form.unreadable", {}}), 422);
    const Invitation invitation{Id<Person>(*person),
                                Id<Organisation>(*organisation),
                                call.field("email"),
                                *language,
                                call.field("second_factor") == "yes" ? SecondFactor::demanded : SecondFactor::allowed,
                                {{*role, *scope}}};
    const auto invited = workspace.database().write(
        [&](db::Connection& connection) { return invite(connection, call.by(), invitation, workspace.clock()); });
    if (!invited)
        return invite_page(workspace, call, errors_of(call.view, invited.error(), field_of(invited.error())), 422);
    const auto account = find_for(*workspace.database().read(), call.by(), invited->account);
    return link_page(workspace, call, account.value(), invited->link);
}

// ---- one account

std::optional<Account> account_of(const Call& call) {
    const auto id = Uuid::parse(call.parameters.at("id"));
    if (!id) return std::nullopt;
    auto account = find_for(call.connection, call.by(), Id<Account>(*id));
    // Their own account is on the profile; here is what administrators do.
    if (account && !call.by().actor.may(Role::administrator, account->organisation)) return std::nullopt;
    return account;
}

/// A role, and where it comes from when that is no administrator.
Node grant_row(const Workspace& workspace, const Call& call, const Grant& grant) {
    return div(span(grant_words(call, grant)), when(grant.provider, [&](const std::string& key) {
                   return p(cls("kern-hint"), call.view.text("account.role.through",
                                                             {{"name", provider_name(workspace, call.view, key)}}));
               }));
}

Node roles_part(const Workspace& workspace, const Call& call, const Account& account, const FormErrors& errors,
                const std::string& path) {
    const View& view = call.view;
    return part(
        view.text("account.roles"),
        group(when(account.grants.empty(), [&] { return p(view.text("account.no_roles")); }),
              ul(cls("workspace-rows"), each(account.grants,
                                             [&](const Grant& grant) {
                                                 return li(grant_row(workspace, call, grant),
                                                           button_form(call, path, view.text("account.end_role"),
                                                                       Weight::secondary,
                                                                       group(hidden_field("do", "end_role"),
                                                                             hidden_field("grant", grant.id.text()))));
                                             })),
              post_form(call, path,
                        group(hidden_field("do", "grant"),
                              div(cls("form__row"),
                                  select_field(view, "role", view.text("account.role"), role_choices(view),
                                               call.field("role"), errors),
                                  select_field(view, "scope", view.text("account.scope"),
                                               scope_choices(call, account.organisation), call.field("scope"), errors)),
                              submit_button(view.text("account.grant"), Weight::secondary)))));
}

Node email_part(const Call& call, const Account& account, const FormErrors& errors, const std::string& path) {
    const View& view = call.view;
    const bool typed = call.form != nullptr && call.field("do") == "email";
    return part(view.text("account.email"),
                post_form(call, path,
                          group(hidden_field("do", "email"),
                                input_field(view,
                                            {.name = "email",
                                             .label = view.text("account.email.new"),
                                             .value = typed ? call.field("email") : account.email.value_or(""),
                                             .hint = view.text("account.email.change.hint"),
                                             .type = "email",
                                             .autocomplete = "off"},
                                            errors),
                                submit_button(view.text("account.email.change"), Weight::secondary))));
}

Node access_part(const Call& call, const Account& account, const std::string& path) {
    const View& view = call.view;
    const auto action_button = [&](std::string_view what, std::string_view key) {
        return button_form(call, path, view.text(key), Weight::secondary, hidden_field("do", what));
    };
    const bool suspended = account.state == AccountState::suspended;
    const bool demanded = account.second_factor == SecondFactor::demanded;
    return part(
        view.text("account.access"),
        group(div(cls("buttons"), when(!suspended, [&] { return action_button("link", "account.new_link"); }),
                  action_button(demanded ? "allow" : "demand", demanded ? "account.allow" : "account.demand.now"),
                  when(account.has_second_factor(),
                       [&] { return action_button("remove_second_factor", "account.remove_second_factor"); }),
                  action_button(suspended ? "resume" : "suspend", suspended ? "account.resume" : "account.suspend")),
              p(cls("kern-hint"), view.text("account.access.hint"))));
}

Node sign_on_part(const Workspace& workspace, const Call& call, const Account& account, const std::string& path) {
    const View& view = call.view;
    return part(view.text("sign_on.heading"),
                group(ul(cls("workspace-rows"),
                         each(account.sign_ons,
                              [&](const SignOnBinding& binding) {
                                  return li(div(p(strong(provider_name(workspace, view, binding.provider))),
                                                p(cls("kern-hint"), fill(view.text("sign_on.bound_at"),
                                                                         {{"at", moment(view, binding.bound_at)}}))),
                                            button_form(call, path, view.text("sign_on.remove"), Weight::secondary,
                                                        group(hidden_field("do", "remove_sign_on"),
                                                              hidden_field("issuer", binding.issuer))));
                              })),
                      p(cls("kern-hint"), view.text("sign_on.remove.hint"))));
}

Node end_part(const Call& call, const Account& account, const std::string& path) {
    const View& view = call.view;
    std::vector<Choice> successors;
    for (const Account& other : accounts_for(call.connection, call.by()))
        if (other.id != account.id && other.organisation == account.organisation && other.state == AccountState::active)
            successors.push_back({other.id.text(), other.name});
    return part(
        view.text("account.end"),
        group(p(view.text("account.end.lead")),
              when(!successors.empty(),
                   [&] {
                       return post_form(
                           call, path,
                           group(hidden_field("do", "hand_over"),
                                 select_field(view, "successor", view.text("account.successor"), successors, "", {}),
                                 submit_button(view.text("account.hand_over"), Weight::secondary)));
                   }),
              button_form(call, path, view.text("account.close"), Weight::secondary, hidden_field("do", "close"))));
}

http::Response account_page(const Workspace& workspace, const Call& call, const FormErrors& errors, int status) {
    const auto account = account_of(call);
    if (!account) return workspace.not_found(call);
    const View& view = call.view;
    const std::string path = call.paths.account(account->id.text());
    const bool own = call.visit->account.id == account->id;
    const bool open = account->state != AccountState::closed;
    WorkspaceParts parts{account->name, WorkspaceItem::accounts};
    parts.status = status;
    parts.contents = page_with_heading(
        parts.title, p(state_badge(view, *account)),
        group(
            when(call.request.query.text("done") == "saved", [&] { return success(view.text("profile.saved")); }),
            error_summary(view, errors),
            dl(cls("kern-description-list"),
               fact(view, "account.organisation", text(organisation_name(call, account->organisation))),
               when(account->email, [&](const std::string& email) { return fact(view, "account.email", text(email)); }),
               fact(view, "second_factor.heading",
                    text(view.text(account->has_second_factor() ? "second_factor.yes" : "second_factor.no"))),
               fact(view, "passkey.heading", text(std::to_string(account->passkeys))),
               fact(view, "account.since", moment(view, account->made_at)),
               when(account->successor,
                    [&](Id<Account> successor) {
                        return fact(view, "account.successor", text(name_of_account(call.connection, successor)));
                    })),
            when(own, [&] { return p(view.text("account.is_own")); }),
            when(open && !own,
                 [&] {
                     return group(roles_part(workspace, call, *account, errors, path),
                                  access_part(call, *account, path),
                                  when(!account->sign_ons.empty(),
                                       [&] { return sign_on_part(workspace, call, *account, path); }),
                                  email_part(call, *account, errors, path), end_part(call, *account, path));
                 }),
            p(a(href(Url::path(call.paths.accounts())), view.text("form.back")))));
    return workspace.page(call, parts);
}

Changed change(db::Connection& connection, const Call& call, Id<Account> id, const Clock& clock) {
    const std::string what = call.field("do");
    const By by = call.by();
    if (what == "suspend") return suspend(connection, by, id, clock);
    if (what == "resume") return resume(connection, by, id, clock);
    if (what == "email") return change_email(connection, by, id, call.field("email"), clock);
    if (what == "close") return close(connection, by, id, clock);
    if (what == "demand") return demand_second_factor(connection, by, id, SecondFactor::demanded, clock);
    if (what == "allow") return demand_second_factor(connection, by, id, SecondFactor::allowed, clock);
    if (what == "remove_second_factor") return remove_second_factor(connection, by, id, clock);
    if (what == "remove_sign_on") return remove_sign_on(connection, by, id, call.field("issuer"), clock);
    if (what == "hand_over")
        if (const auto successor = Uuid::parse(call.field("successor")))
            return hand_over(connection, by, id, Id<Account>(*successor), clock);
    if (what == "end_role")
        if (const auto grant_id = Uuid::parse(call.field("grant")))
            return end_grant(connection, by, id, *grant_id, clock);
    if (what == "grant") {
        const auto role = enum_named<Role>(call.field("role"));
        const auto scope = parse_scope(call.field("scope"));
        if (role && scope) return grant(connection, by, id, *role, *scope, clock);
    }
    return std::unexpected(Refusal{"refusal.form.unreadable", {}});
}

http::Response change_account(const Workspace& workspace, const Call& call) {
    const auto account = account_of(call);
    if (!account) return workspace.not_found(call);
    const std::string path = call.paths.account(account->id.text());
    if (auto asked = ask_again(workspace, call, path)) return std::move(*asked);
    if (call.field("do") == "link") {
        const auto link = workspace.database().write([&](db::Connection& connection) {
            return renew_link(connection, call.by(), account->id, workspace.clock());
        });
        if (!link) return account_page(workspace, call, errors_of(call.view, link.error()), 422);
        return link_page(workspace, call, *account, *link);
    }
    const auto changed = workspace.database().write(
        [&](db::Connection& connection) { return change(connection, call, account->id, workspace.clock()); });
    if (!changed)
        return account_page(workspace, call, errors_of(call.view, changed.error(), field_of(changed.error())), 422);
    return Workspace::go(path + "?done=saved");
}

} // namespace

void add_administration_pages(Workspace& workspace, http::Router& router) {
    const auto administrator = http::Access::role(http::Need::administrator);
    const auto page = [&](const MakePath& path, auto handler) {
        workspace.add_page(router, administrator, path,
                           [&workspace, handler](const Call& call) { return handler(workspace, call); });
    };
    const auto form = [&](const MakePath& path, auto handler) {
        workspace.add_form(router, administrator, path,
                           [&workspace, handler](const Call& call) { return handler(workspace, call); });
    };
    page([](const auto& paths) { return paths.accounts(); }, list_page);
    page([](const auto& paths) { return paths.new_account(); },
         [](const Workspace& own, const Call& call) { return invite_page(own, call, {}, 200); });
    form([](const auto& paths) { return paths.new_account(); }, invite_somebody);
    page([](const auto& paths) { return paths.account("{id}"); },
         [](const Workspace& own, const Call& call) { return account_page(own, call, {}, 200); });
    form([](const auto& paths) { return paths.account("{id}"); }, change_account);
}

} // namespace interregio::workspace::web
