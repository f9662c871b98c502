#include "modules/workspace/web/workspace.h"

#include "modules/journal/journal.h"
#include "modules/workspace/web/fields.h"
#include "modules/workspace/web/shell.h"
#include "platform/http/request_origin.h"
#include "platform/secrets/encodings.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using accounts::Role;
using accounts::Stage;
using secrets::Token;
using secrets::TokenPurpose;

namespace {

constexpr http::HostCookieName session_cookie("__Host-session");
/// Known browsers are not slowed down by strangers.
constexpr http::HostCookieName device_cookie("__Host-device");
/// For forms of those who have not signed in.
constexpr http::HostCookieName visitor_cookie("__Host-visitor");

std::optional<Token> token_in(const http::Request& request, http::HostCookieName name) {
    const auto value = http::read_cookie(request, name);
    return value ? Token::parse(*value) : std::nullopt;
}

accounts::From from_of(const http::Request& request, std::string client) {
    return {std::move(client), std::string(request.header("User-Agent").value_or("")),
            token_in(request, device_cookie)};
}

Role role_of(http::Need need) {
    switch (need) {
    case http::Need::reader:
        return Role::reader;
    case http::Need::editor:
        return Role::editor;
    case http::Need::publisher:
        return Role::publisher;
    case http::Need::administrator:
        return Role::administrator;
    }
    return Role::administrator;
}

/// How far the record has come, and what of it somebody may see.
struct Outlook {
    std::int64_t journal = 0;
    db::Viewer viewer;
};
Outlook outlook_of(db::Connection& everything, const std::optional<accounts::Visit>& visit) {
    const bool whole = visit && visit->session.stage == Stage::whole;
    return {last_sequence(everything),
            whole ? accounts::viewer_of(everything, accounts::Actor(visit->account)) : db::Viewer::anyone()};
}

/// The pattern of a route with what the request has in the place of its placeholders.
std::string filled(const std::string& pattern, const http::PathParameters& parameters) {
    std::string path;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const auto begin = pattern.find('{', at);
        path += pattern.substr(at, begin - at);
        if (begin == std::string::npos) break;
        const auto end = pattern.find('}', begin);
        path += http::encode_segment(parameters.at(pattern.substr(begin + 1, end - begin - 1)));
        at = end + 1;
    }
    return path;
}

/// The language that an address begins with.
const Catalogue& words_for(const http::Request& request) {
    const auto rest = std::string_view(request.path).substr(std::min<std::size_t>(1, request.path.size()));
    const auto language = Language::parse(rest.substr(0, rest.find('/')));
    const auto* words = language ? Catalogue::find(*language) : nullptr;
    return words != nullptr ? *words : *Catalogue::find(Catalogue::spoken().front());
}

} // namespace

std::string form_token_of(const Token& token) { return secrets::base64url(token.hash(TokenPurpose::form).bytes()); }

accounts::From Call::from() const { return from_of(request, client); }

accounts::By Call::by() const {
    if (!visit || visit->session.stage != Stage::whole) return {accounts::Actor::anyone(), client};
    return {accounts::Actor(visit->account), client};
}

std::string Call::field(std::string_view name) const {
    return form == nullptr ? std::string() : std::string(form->value(name).value_or(""));
}

Workspace::Workspace(db::Database& database, const Clock& clock, accounts::SignIn& sign_in, accounts::SignOn& sign_on,
                     const portal::web::Portal& portal, Options options)
    : database_(database), clock_(clock), sign_in_(sign_in), sign_on_(sign_on), portal_(portal),
      options_(std::move(options)), origin_(http::Origin::of_address(options_.base_url)),
      passkeys_(std::make_unique<accounts::Passkeys>(
          database, clock, sign_in, origin_ ? passkeys::RelyingParty::of_origin(origin_->text()) : std::nullopt)) {}

bool Workspace::can_sign_in() const { return !origin_ || origin_->is_trustworthy(); }

std::optional<http::Response> Workspace::guard(const http::Request& request, const http::Access& access) {
    const WorkspacePaths paths(words_for(request));
    const auto token = token_in(request, session_cookie);
    const auto visit = token ? sign_in_.visit(*token) : std::nullopt;
    if (!visit) return go_and_return(paths.sign_in(), request).keep_private();
    if (visit->session.stage == Stage::second_factor) return go_and_return(paths.code(), request).keep_private();
    if (visit->session.stage == Stage::enrolment && request.path != paths.second_factor() &&
        request.path != paths.passkeys())
        return go(paths.second_factor()).keep_private();
    const auto need = access.need();
    if (!need || accounts::Actor(visit->account).may_anywhere(role_of(*need))) return std::nullopt;
    const auto reader = database_.read_as(db::Viewer::anyone());
    const auto& words = words_for(request);
    const auto site = portal::site_frame({*reader, words.language()});
    if (!site) return go("/").keep_private();
    const View view{words, *site, portal_.assets()};
    const http::PathParameters none;
    const Call call{.request = request,
                    .parameters = none,
                    .connection = *reader,
                    .view = view,
                    .paths = paths,
                    .token = {},
                    .visit = visit,
                    .form_token = form_token_of(*token)};
    return refuse(call, 403, {"refusal.account.not_allowed", {}});
}

void Workspace::add_page(http::Router& router, http::Access access, const MakePath& path,
                         const WorkspaceHandler& handler) {
    add(router, access, {Kind::page, path, handler});
}

void Workspace::add_slow_page(http::Router& router, http::Access access, const MakePath& path,
                              const WorkspaceHandler& handler) {
    add(router, access, {Kind::slow_page, path, handler});
}

void Workspace::add_form(http::Router& router, http::Access access, const MakePath& path,
                         const WorkspaceHandler& handler, const http::FormLimits& limits) {
    add(router, access, {Kind::form, path, handler, limits});
}

void Workspace::add(http::Router& router, http::Access access, const Registered& registered) {
    for (const Language language : Catalogue::spoken()) {
        const Catalogue& words = *Catalogue::find(language);
        const std::string pattern = registered.path(WorkspacePaths(words));
        if (registered.kind != Kind::form) {
            pages_.insert(pattern);
            const auto later = [=, this, &words](const http::Request& request, const http::PathParameters& parameters) {
                return http::Response::later(
                    [=, this, &words, &request] { return answer(words, registered, request, parameters); });
            };
            const auto now = [=, this, &words](const http::Request& request, const http::PathParameters& parameters) {
                return answer(words, registered, request, parameters);
            };
            if (registered.kind == Kind::slow_page)
                router.get(pattern, access, later);
            else
                router.get(pattern, access, now);
        } else {
            router.post(
                pattern, access,
                [=, this, &words](const http::Request& request, const http::PathParameters& parameters) {
                    return http::Response::later(
                        [=, this, &words, &request] { return answer(words, registered, request, parameters); });
                },
                registered.limits.bytes);
        }
    }
}

http::Response Workspace::answer(const Catalogue& words, const Registered& registered, const http::Request& request,
                                 const http::PathParameters& parameters) {
    using accounts::SignIn;
    const auto& [kind, path, handler, limits] = registered;
    const auto noting = kind == Kind::form ? SignIn::Noting::database : SignIn::Noting::memory;
    auto token = token_in(request, session_cookie);
    auto visit = token ? sign_in_.visit(*token, noting) : std::nullopt;
    if (!visit) token.reset();
    Outlook outlook = outlook_of(*database_.read(), visit);
    const auto reader = database_.read_as(outlook.viewer);
    const auto site = portal::site_frame({*reader, words.language()});
    if (!site) return go("/").keep_private();
    const WorkspacePaths paths(words);
    View view{words, *site, portal_.assets()};
    view.base_url = options_.base_url;
    for (const Language language : site->languages)
        if (const auto* other = Catalogue::find(language); other != nullptr && pages_.contains(path(paths)))
            view.alternates[language] = filled(path(WorkspacePaths(*other)), parameters);
    Call call{.request = request,
              .parameters = parameters,
              .connection = *reader,
              .view = view,
              .paths = paths,
              .token = std::move(token),
              .visit = std::move(visit)};
    call.client = http::client_address(request, options_.proxies);
    call.viewer = std::move(outlook.viewer);
    call.journal = outlook.journal;
    if (call.token) {
        call.form_token = form_token_of(*call.token);
    } else if (auto visitor = token_in(request, visitor_cookie)) {
        call.form_token = form_token_of(*visitor);
    } else {
        call.new_visitor = Token::random();
        call.form_token = form_token_of(*call.new_visitor);
    }
    if (kind != Kind::form) return handler(call).keep_private();

    if (const auto checked = http::check_origin(request, origin_); !checked)
        return refuse(call, 403, http::refusal_of(checked.error()));
    const auto form = http::Form::parse(request, limits);
    if (!form) return refuse(call, form.error().status(), form.error().in_words());
    const auto carried = form->value("form_token");
    if (call.new_visitor || !carried || !secrets::same_secret(*carried, call.form_token))
        return refuse(call, 403, {"refusal.form.stale", {}});
    call.form = &*form;
    return handler(call).keep_private();
}

http::Response Workspace::page(const Call& call, const WorkspaceParts& parts) const {
    auto response = http::Response::html(parts.status, workspace_document(call, parts));
    // The address of a link to set a password is a secret: it stays here (docs/adr/0025).
    response.with("Referrer-Policy", "same-origin");
    if (call.new_visitor)
        response.set(http::HostCookie::keep(visitor_cookie, call.new_visitor->text(), http::SameSite::strict));
    response.keep_private();
    return response;
}

http::Response Workspace::refuse(const Call& call, int status, const Refusal& refusal) const {
    const View& view = call.view;
    WorkspaceParts parts;
    parts.title = view.text("workspace.refused");
    parts.status = status;
    parts.contents = page_with_heading(parts.title, p(view.words.text(refusal)),
                                       p(a(href(Url::path(call.visit ? call.paths.desk() : call.paths.sign_in())),
                                           view.text(call.visit ? "workspace.to_desk" : "sign_in.heading"))));
    return page(call, parts);
}

http::Response Workspace::not_found(const Call& call) const {
    return refuse(call, 404, {"refusal.account.unknown", {}});
}

http::Response Workspace::go(const std::string& path) {
    const auto target = http::LocalTarget::parse(path);
    return http::Response::see_other(target ? *target : http::LocalTarget::parse("/").value());
}

http::Response Workspace::go_and_return(const std::string& path, const http::Request& request) {
    const auto back = request.method == http::Method::get ? http::LocalTarget::of(request) : std::nullopt;
    return go(back ? path + "?next=" + http::encode_query(back->text()) : path);
}

http::Response Workspace::begin(http::Response response, const accounts::Begun& begun) const {
    response.set(http::HostCookie::keep(session_cookie, begun.session.text(), http::SameSite::lax));
    if (begun.device)
        response.set(http::HostCookie::keep(device_cookie, begun.device->text(), http::SameSite::lax,
                                            accounts::device_lifetime));
    return response;
}

http::Response Workspace::end(http::Response response) const {
    response.set(http::HostCookie::forget(session_cookie));
    return response;
}

Workspace::Caller Workspace::caller(const http::Request& request) const {
    const auto token = token_in(request, session_cookie);
    return {from_of(request, http::client_address(request, options_.proxies)),
            token ? sign_in_.visit(*token) : std::nullopt};
}

bool Workspace::comes_from_inside(const http::Request& request) const noexcept {
    try {
        const auto token = token_in(request, session_cookie);
        const auto visit = token ? sign_in_.visit(*token) : std::nullopt;
        return visit && visit->session.stage == Stage::whole;
    } catch (const std::exception&) { // the handler meets it again, and says so
        return false;
    }
}

std::string Workspace::next(const Call& call, const std::string& otherwise) {
    const std::string asked = call.form != nullptr ? call.field("next") : call.request.query.text("next");
    const auto target = http::LocalTarget::parse(asked);
    return target ? target->text() : otherwise;
}

} // namespace interregio::workspace::web
