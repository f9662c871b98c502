#pragma once
// The routing table: which handler answers which path, and who may ask for it. Built once at start, then read by all
// threads.

#include "platform/http/access.h"
#include "platform/http/message.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio::http {

/// The values of the {placeholders} of a route.
class PathParameters {
  public:
    /// Asserts that the route has that placeholder.
    [[nodiscard]] const std::string& at(std::string_view name) const;
    void set(std::string name, std::string value);

  private:
    std::vector<std::pair<std::string, std::string>> values_;
};

using Handler = std::function<Response(const Request&, const PathParameters&)>;

/// Decides about a request for a route that is not for anyone: nothing to let it pass, or the answer in place of the
/// handler's.
using Guard = std::function<std::optional<Response>(const Request&, const Access&)>;

/// A route, for whoever looks at the whole table.
struct RegisteredRoute {
    std::string method;  ///< "GET", which also answers HEAD
    std::string pattern; ///< "/{language}/timeline"
    Access access;

    friend bool operator==(const RegisteredRoute&, const RegisteredRoute&) = default;
};

class Router {
  public:
    /// `pattern` is made of segments: literals, or {name} for exactly one non-empty segment. A slash at the end counts:
    /// "/de/" and "/de" are two. Literals win over placeholders, the leftmost segment first. Registering the same
    /// pattern and method twice, also under other placeholder names, is a programming error (asserted). `access` has no
    /// default on purpose.
    void get(std::string_view pattern, Access access, Handler handler);
    /// `body_bytes` is how large a body the route takes; 0 for what the server takes anywhere.
    void post(std::string_view pattern, Access access, Handler handler, std::size_t body_bytes = 0);
    /// What browsers ask before they read from another site (Fetch, CORS preflight). Other paths answer OPTIONS by 405.
    void options(std::string_view pattern, Access access, Handler handler);
    /// Is asked before the handler of any route whose access is not `anyone`, and only then. What it throws passes
    /// through. Once (asserted).
    void guard(Guard guard);
    /// Answers what no route matches (status 404).
    void not_found(std::function<Response(const Request&)> handler);

    /// Finds and calls the handler. HEAD is answered by the GET handler; the server leaves out the body. A path that
    /// exists for other methods only gives 405 with Allow. What a handler throws passes through. Asserts that there is
    /// a guard when the route is not for anyone.
    [[nodiscard]] Response answer(const Request& request) const;

    /// How large a body the route takes that answers this request; nothing when it has no limit of its own, or when
    /// there is no such route. For Server::limit_bodies().
    [[nodiscard]] std::optional<std::size_t> body_limit(const Request& request) const;

    /// The whole table, in the order in which routes are tried.
    [[nodiscard]] std::vector<RegisteredRoute> routes() const;

  private:
    struct Route {
        Method method;
        std::vector<std::string> segments;
        Access access;
        Handler handler;
        std::size_t body_bytes; ///< 0 for what the server takes anywhere
    };
    void add(Method method, std::string_view pattern, Access access, Handler handler, std::size_t body_bytes = 0);
    /// What the guard says; nothing where it is not asked.
    [[nodiscard]] std::optional<Response> refused(const Request& request, const Access& access) const;
    std::vector<Route> routes_; ///< the first that matches is the right one
    Guard guard_;
    std::function<Response(const Request&)> not_found_;
};

} // namespace interregio::http
