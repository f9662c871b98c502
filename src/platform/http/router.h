#pragma once
// The routing table: which handler answers which path. Built once at start, then read by all threads.

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

class Router {
  public:
    /// `pattern` is made of segments: literals, or {name} for exactly one non-empty segment. A slash at the end counts:
    /// "/de/" and "/de" are two. Literals win over placeholders, the leftmost segment first. Registering the same
    /// pattern and method twice, also under other placeholder names, is a programming error (asserted).
    void get(std::string_view pattern, Handler handler);
    /// `body_bytes` is how large a body the route takes; 0 for what the server takes anywhere.
    void post(std::string_view pattern, Handler handler, std::size_t body_bytes = 0);
    /// What browsers ask before they read from another site (Fetch, CORS preflight). Other paths answer OPTIONS by 405.
    void options(std::string_view pattern, Handler handler);
    /// Answers what no route matches (status 404).
    void not_found(std::function<Response(const Request&)> handler);

    /// Finds and calls the handler. HEAD is answered by the GET handler; the server leaves out the body. A path that
    /// exists for other methods only gives 405 with Allow. What a handler throws passes through.
    [[nodiscard]] Response answer(const Request& request) const;

    /// How large a body the route takes that answers this request; nothing when it has no limit of its own, or when
    /// there is no such route. For Server::limit_bodies().
    [[nodiscard]] std::optional<std::size_t> body_limit(const Request& request) const;

    /// The registered patterns, in the order in which they are tried, for tests that walk the whole table:
    /// "GET /{language}/timeline".
    [[nodiscard]] std::vector<std::string> patterns() const;

  private:
    struct Route {
        Method method;
        std::vector<std::string> segments;
        Handler handler;
        std::size_t body_bytes; ///< 0 for what the server takes anywhere
    };
    void add(Method method, std::string_view pattern, Handler handler, std::size_t body_bytes = 0);
    std::vector<Route> routes_; ///< the first that matches is the right one
    std::function<Response(const Request&)> not_found_;
};

} // namespace interregio::http
