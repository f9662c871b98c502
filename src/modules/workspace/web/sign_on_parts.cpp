#include "modules/workspace/web/sign_on_parts.h"

#include "modules/portal/web/parts.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/sign_on_cookie.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using namespace accounts;

namespace {

Node provider_button(const Call& call, const std::string& path, const SignOnProvider& provider, std::string_view key,
                     Weight weight) {
    const View& view = call.view;
    return button_form(call, path, view.text(key, {{"name", provider.name(view.language())}}), weight,
                       group(hidden_field("through", provider.key), hidden_field("next", Workspace::next(call, ""))));
}

/// A page that the browser leaves at once for another site. A redirect would not do: browsers hold what follows upon a
/// form against form-action of the Content-Security-Policy, and that names this site only.
http::Response leaving_page(const Workspace& workspace, const Call& call, std::string_view heading,
                            std::string_view words, const Url& address) {
    const View& view = call.view;
    WorkspaceParts parts;
    parts.title = heading;
    parts.contents =
        page_with_heading(parts.title, p(words),
                          p(a(cls("kern-btn kern-btn--primary"), href(address), attribute<"rel">("noreferrer"),
                              span(cls("kern-label"), view.text("sign_on.go_on")))));
    auto response = workspace.page(call, parts);
    response.with("Refresh", "0; url=" + address.text());
    return response;
}

} // namespace

Node sign_on_buttons(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    const auto& providers = workspace.sign_on().providers();
    if (providers.empty()) return {};
    return group(div(cls("sign-on"), each(providers,
                                          [&](const SignOnProvider& provider) {
                                              return provider_button(call, call.paths.sign_in(), provider,
                                                                     "sign_on.through", Weight::primary);
                                          })),
                 p(cls("sign-on-or"), view.text("sign_on.or")));
}

Node prove_through_buttons(const Workspace& workspace, const Call& call) {
    return each(workspace.sign_on().providers(), [&](const SignOnProvider& provider) {
        const auto& bound = call.visit->account.sign_ons;
        return when(std::ranges::find(bound, provider.issuer, &SignOnBinding::issuer) != bound.end(), [&] {
            return provider_button(call, call.paths.confirm(), provider, "sign_on.prove", Weight::secondary);
        });
    });
}

bool wants_sign_on(const Call& call) { return !call.field("through").empty(); }

http::Response go_to_provider(const Workspace& workspace, const Call& call, SignOnAim aim, const std::string& page) {
    const std::string next = Workspace::next(call, "");
    const auto* provider = workspace.sign_on().find(call.field("through"));
    if (provider == nullptr) return Workspace::go(page);
    const auto begun = workspace.sign_on().begin(provider->key, aim, next, call.view.language());
    const auto address = begun ? Url::parse(begun->address) : std::nullopt;
    if (!address) {
        const auto problem = begun ? SignOnProblem::unreachable : begun.error();
        return Workspace::go(with_next(with_problem(page, problem, provider->key), next));
    }
    const std::string name = provider->name(call.view.language());
    auto response = leaving_page(workspace, call, call.view.text("sign_on.leaving", {{"name", name}}),
                                 call.view.text("sign_on.leaving.how", {{"name", name}}), *address);
    response.set(http::HostCookie::keep(sign_on_cookie, begun->attempt, http::SameSite::lax, attempt_lifetime));
    return response;
}

std::optional<http::Response> sign_out_there(const Workspace& workspace, const Call& call) {
    const auto through = call.visit ? call.visit->session.through : std::nullopt;
    const auto* provider = through ? workspace.sign_on().find(*through) : nullptr;
    if (provider == nullptr) return std::nullopt;
    const View& view = call.view;
    const auto there = workspace.sign_on().sign_out_address(provider->key, view.language());
    const auto address = there ? Url::parse(*there) : std::nullopt;
    if (!address) return std::nullopt;
    const Call outside{.request = call.request,
                       .parameters = call.parameters,
                       .connection = call.connection,
                       .view = view,
                       .paths = call.paths};
    const std::string name = provider->name(view.language());
    return leaving_page(workspace, outside, view.text("sign_in.signed_out"),
                        view.text("sign_on.leaving.out", {{"name", name}}), *address);
}

std::string with_problem(const std::string& page, SignOnProblem problem, std::string_view provider) {
    return page + "?problem=" + std::string(name_of(problem)) + "&through=" + http::encode_query(provider);
}

Node sign_on_notice(const Workspace& workspace, const Call& call) {
    const View& view = call.view;
    const auto problem = enum_named<SignOnProblem>(call.request.query.text("problem"));
    const auto* provider = workspace.sign_on().find(call.request.query.text("through"));
    if (!problem || provider == nullptr) return {};
    const std::string name = provider->name(view.language());
    const std::string words =
        view.words.text("sign_on.problem." + std::string(name_of(*problem)),
                        {{"name", name}, {"organisation", organisation_name(call, provider->organisation)}});
    return portal::web::alert(view.text("sign_on.failed", {{"name", name}}), p(words));
}

std::string provider_name(const Workspace& workspace, const View& view, const std::string& key) {
    const auto* provider = workspace.sign_on().find(key);
    return provider == nullptr ? key : provider->name(view.language());
}

} // namespace interregio::workspace::web
