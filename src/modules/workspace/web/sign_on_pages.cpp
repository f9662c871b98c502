// Coming back from a provider of sign-on. These addresses are written down at the provider, so they have no language;
// they show nothing and lead on to a page that does.
#include "modules/accounts/sign_on.h"
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/account_parts.h"
#include "modules/workspace/web/sign_on_cookie.h"
#include "modules/workspace/web/sign_on_parts.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace accounts;

namespace {

/// A parameter that is there once (RFC 6749, 3.1); twice counts as never.
std::optional<std::string> parameter(const http::Request& request, std::string_view name) {
    if (std::ranges::count(request.query.pairs(), name, &http::Query::Pair::first) != 1) return std::nullopt;
    return request.query.text(name);
}

/// The words of a language; without one, of that which the browser likes best.
const Catalogue& words_of(const http::Request& request, const std::optional<Language>& language) {
    const auto* words = language ? Catalogue::find(*language) : nullptr;
    if (words != nullptr) return *words;
    const auto liked = request.header("Accept-Language").value_or("");
    return *Catalogue::find(http::negotiate_language(liked, Catalogue::spoken()));
}

/// Where somebody goes whose session has begun or who has shown again who they are.
std::string page_after(const http::Request& request, const SignOn::Finished& finished) {
    const auto& begun = *finished.begun;
    const bool signs_in = finished.aim == SignOnAim::sign_in;
    const WorkspacePaths paths(words_of(request, signs_in ? begun.language : finished.language));
    if (begun.stage == Stage::second_factor) return with_next(paths.code(), finished.next);
    if (begun.stage == Stage::enrolment) return paths.second_factor();
    return finished.next.empty() ? paths.desk() : finished.next;
}

http::Response come_back(const Workspace& workspace, const http::Request& request, const std::string& provider) {
    auto caller = workspace.caller(request);
    const auto kept = http::read_cookie(request, sign_on_cookie);
    const auto finished =
        workspace.sign_on().finish({.provider = provider,
                                    .state = parameter(request, "state"),
                                    .code = parameter(request, "code"),
                                    .error = parameter(request, "error"),
                                    .issuer = parameter(request, "iss"),
                                    .attempt = kept ? std::optional<std::string>(*kept) : std::nullopt,
                                    .visit = std::move(caller.visit)},
                                   caller.from);
    if (finished.begun)
        return workspace.begin(Workspace::go(page_after(request, finished)), *finished.begun)
            .set(http::HostCookie::forget(sign_on_cookie));
    const WorkspacePaths paths(words_of(request, finished.language));
    const std::string page = finished.aim == SignOnAim::prove ? paths.confirm() : paths.sign_in();
    const auto problem = finished.begun.error();
    auto response = Workspace::go(with_next(with_problem(page, problem, provider), finished.next));
    // What did not begin in this browser must not end what did: anybody can lead somebody to this address.
    if (problem != SignOnProblem::stale) response.set(http::HostCookie::forget(sign_on_cookie));
    return response;
}

http::Response not_there() { return http::Response::text(404, "404\n"); }

} // namespace

void add_sign_on_pages(Workspace& workspace, http::Router& router) {
    const auto everybody = http::Access::anyone();
    router.get("/sign-on/{provider}", everybody,
               [&workspace](const http::Request& request, const http::PathParameters& parameters) {
                   const std::string& provider = parameters.at("provider");
                   if (workspace.sign_on().find(provider) == nullptr || request.method != http::Method::get)
                       return not_there().keep_private();
                   return http::Response::later([&workspace, &request, provider] {
                       return come_back(workspace, request, provider).keep_private();
                   });
               });
    router.get("/sign-on/{provider}/signed-out", everybody,
               [&workspace](const http::Request& request, const http::PathParameters& parameters) {
                   if (workspace.sign_on().find(parameters.at("provider")) == nullptr)
                       return not_there().keep_private();
                   const auto language = Language::parse(request.query.text("state"));
                   const WorkspacePaths paths(words_of(request, language));
                   return Workspace::go(paths.sign_in() + "?done=out").keep_private();
               });
}

} // namespace interregio::workspace::web
