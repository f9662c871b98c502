#pragma once
// The workspace: pages for those who sign in. Whoever adds a page or a form says who may have it; this class sees to it
// that nobody else does, that forms come from our own pages, and that what is for one reader is kept by nobody.
//
// Registered once at start, from one thread; its handlers are called from all threads. Forms are answered on the slow
// threads of the server, as they write to the disk and some of them hash.

#include "modules/accounts/accounts.h"
#include "modules/accounts/passkeys.h"
#include "modules/accounts/sign_in.h"
#include "modules/accounts/sign_on.h"
#include "modules/portal/web/portal.h"
#include "modules/portal/web/view.h"
#include "modules/workspace/web/workspace_paths.h"
#include "platform/http/client_address.h"
#include "platform/http/cookies.h"
#include "platform/http/form.h"
#include "platform/http/local_target.h"
#include "platform/http/origin.h"
#include "platform/http/router.h"

#include <functional>
#include <memory>
#include <set>

namespace interregio::workspace::web {

using portal::web::View;

/// What a handler has at hand.
struct Call {
    const http::Request& request;
    const http::PathParameters& parameters;
    db::Connection& connection; ///< one state of the record, as far as the reader may see it
    const View& view;           ///< in the language of the address
    const WorkspacePaths& paths;
    std::optional<secrets::Token> token;       ///< of the session, whatever its stage
    std::optional<accounts::Visit> visit;      ///< the session; there where the route asks for it
    std::string form_token;                    ///< what a form of this reader has to carry
    std::optional<secrets::Token> new_visitor; ///< for a reader without session: what the form's token is made from
    const http::Form* form = nullptr;          ///< of a POST, with the right token
    std::string client;                        ///< address of the client
    db::Viewer viewer{};                       ///< as whom `connection` sees
    std::int64_t journal = 0;                  ///< the last entry of the journal, before `connection` was lent

    [[nodiscard]] accounts::From from() const;
    [[nodiscard]] accounts::By by() const;                        ///< anyone() for those who have not wholly signed in
    [[nodiscard]] std::string field(std::string_view name) const; ///< of the form; empty when it is not there once
};

enum class WorkspaceItem { none, desk, records, profile, accounts, events };

/// What a form carries to show that it was made for the reader with this token, of a session or a visitor.
[[nodiscard]] std::string form_token_of(const secrets::Token& token);

/// A page in the shell.
struct WorkspaceParts {
    std::string title; ///< plain text; the name of the site is added
    WorkspaceItem current = WorkspaceItem::none;
    html::Node contents{}; ///< of <main>
    int status = 200;
};

using WorkspaceHandler = std::function<http::Response(const Call&)>;
/// The path of a page in the language of the words.
using MakePath = std::function<std::string(const WorkspacePaths&)>;

class Workspace {
  public:
    struct Options {
        std::string base_url; ///< as PortalOptions
        http::TrustedProxies proxies{};
    };
    /// All must outlive it.
    Workspace(db::Database& database, const Clock& clock, accounts::SignIn& sign_in, accounts::SignOn& sign_on,
              const portal::web::Portal& portal, Options options);

    /// What the router asks before any route that is not for anyone: an answer where the reader may not go on. Those
    /// who have not signed in are sent to do so and come back; those who may not have it get 403.
    [[nodiscard]] std::optional<http::Response> guard(const http::Request& request, const http::Access& access);

    /// A page in every language of the program.
    void add_page(http::Router& router, http::Access access, const MakePath& path, const WorkspaceHandler& handler);
    /// One that may take long now and then: it is made on the slow threads, as forms are.
    void add_slow_page(http::Router& router, http::Access access, const MakePath& path,
                       const WorkspaceHandler& handler);
    /// A form; `path` may be that of its page.
    void add_form(http::Router& router, http::Access access, const MakePath& path, const WorkspaceHandler& handler,
                  const http::FormLimits& limits = {});

    // ---- answers
    [[nodiscard]] http::Response page(const Call& call, const WorkspaceParts& parts) const;
    /// Nobody else's business, or not there: a page with status 404.
    [[nodiscard]] http::Response not_found(const Call& call) const;
    /// A page that says why something may not be.
    [[nodiscard]] http::Response refuse(const Call& call, int status, const Refusal& refusal) const;
    [[nodiscard]] static http::Response go(const std::string& path);
    /// To sign in anew, and back to the page that was asked for.
    [[nodiscard]] static http::Response go_and_return(const std::string& path, const http::Request& request);
    /// The answer with the cookies of a session that has begun.
    [[nodiscard]] http::Response begin(http::Response response, const accounts::Begun& begun) const;
    /// Makes the browser forget the session.
    [[nodiscard]] http::Response end(http::Response response) const;

    /// Who asks for an address that is no page of the workspace.
    struct Caller {
        accounts::From from;
        std::optional<accounts::Visit> visit; ///< whatever the stage of the session
    };
    [[nodiscard]] Caller caller(const http::Request& request) const;

    /// Whether a request comes with a session that is whole: nobody else sends large bodies, which are kept in memory
    /// before the guard is asked. False where it cannot be told. To be asked with the head of a request alone.
    [[nodiscard]] bool comes_from_inside(const http::Request& request) const noexcept;

    /// Where the form said to go to afterwards, if that is a page of this site; else `otherwise`.
    [[nodiscard]] static std::string next(const Call& call, const std::string& otherwise);
    [[nodiscard]] const portal::web::Portal& portal() const { return portal_; }
    [[nodiscard]] bool can_sign_in() const; ///< whether browsers keep our cookies at the address of the site
    [[nodiscard]] accounts::SignIn& sign_in() const { return sign_in_; }
    [[nodiscard]] accounts::SignOn& sign_on() const { return sign_on_; }
    [[nodiscard]] accounts::Passkeys& passkeys() const { return *passkeys_; }
    [[nodiscard]] db::Database& database() const { return database_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }

  private:
    enum class Kind { page, slow_page, form };
    /// A page or form as it was registered.
    struct Registered {
        Kind kind;
        MakePath path;
        WorkspaceHandler handler;
        http::FormLimits limits{};
    };
    void add(http::Router& router, http::Access access, const Registered& registered);
    http::Response answer(const Catalogue& words, const Registered& registered, const http::Request& request,
                          const http::PathParameters& parameters);

    db::Database& database_;
    const Clock& clock_;
    accounts::SignIn& sign_in_;
    accounts::SignOn& sign_on_;
    const portal::web::Portal& portal_;
    Options options_;
    std::optional<http::Origin> origin_;
    std::unique_ptr<accounts::Passkeys> passkeys_;
    std::set<std::string> pages_; ///< patterns that have a page, which the language switch can lead to
};

} // namespace interregio::workspace::web
