#include "platform/http/router.h"

#include "base/assert.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace interregio::http {
namespace {

bool is_placeholder(std::string_view segment) { return segment.starts_with('{'); }

/// "/de/timeline" has the segments "de" and "timeline", "/de/" has "de" and "".
std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
    return std::ranges::equal(pattern, path, [](const std::string& expected, std::string_view segment) {
        return is_placeholder(expected) ? !segment.empty() : segment == expected;
    });
}

/// Orders patterns so that the first which matches a path is the right one: at the leftmost segment in which two
/// patterns differ in kind, a literal comes before a placeholder.
bool comes_before(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    return std::ranges::lexicographical_compare(one, other, {}, is_placeholder, is_placeholder);
}

/// Whether two patterns match the same paths, whatever their placeholders are called.
bool same_shape(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    return std::ranges::equal(one, other, [](const std::string& left, const std::string& right) {
        return is_placeholder(left) ? is_placeholder(right) : left == right;
    });
}

std::string_view names_of(Method method) {
    switch (method) {
    case Method::get:
        return "GET, HEAD";
    case Method::post:
        return "POST";
    case Method::options:
        return "OPTIONS";
    case Method::head:
    case Method::other:
        break;
    }
    INTERREGIO_ASSERT(false, "no route is registered for this method");
}

/// For the header Allow (RFC 9110, 10.2.1).
std::string joined(const std::set<Method>& methods) {
    std::string list;
    for (const Method method : methods) {
        if (!list.empty()) list += ", ";
        list += names_of(method);
    }
    return list;
}

std::string join(const std::vector<std::string>& segments) {
    std::string pattern;
    for (const std::string& segment : segments) pattern.append("/").append(segment);
    return pattern;
}

} // namespace

const std::string& PathParameters::at(std::string_view name) const {
    const auto found = std::ranges::find(values_, name, &std::pair<std::string, std::string>::first);
    INTERREGIO_ASSERT(found != values_.end(), "the route has no placeholder of that name");
    return found->second;
}

void PathParameters::set(std::string name, std::string value) {
    values_.emplace_back(std::move(name), std::move(value));
}

void Router::get(std::string_view pattern, Access access, Handler handler) {
    add(Method::get, pattern, access, std::move(handler));
}

void Router::post(std::string_view pattern, Access access, Handler handler, std::size_t body_bytes) {
    add(Method::post, pattern, access, std::move(handler), body_bytes);
}

void Router::options(std::string_view pattern, Access access, Handler handler) {
    add(Method::options, pattern, access, std::move(handler));
}

void Router::guard(Guard guard) {
    INTERREGIO_ASSERT(guard && !guard_, "a routing table has one guard");
    guard_ = std::move(guard);
}

void Router::not_found(std::function<Response(const Request&)> handler) { not_found_ = std::move(handler); }

void Router::add(Method method, std::string_view pattern, Access access, Handler handler, std::size_t body_bytes) {
    INTERREGIO_ASSERT(pattern.starts_with('/'), "a pattern begins with a slash");
    INTERREGIO_ASSERT(handler, "a route has a handler");
    Route route{method, {}, access, std::move(handler), body_bytes};
    std::set<std::string_view> names;
    for (const std::string_view segment : split(pattern)) {
        if (is_placeholder(segment)) {
            INTERREGIO_ASSERT(segment.size() > 2 && segment.find_first_of("{}", 1) == segment.size() - 1,
                              "a placeholder is a whole segment: {name}");
            INTERREGIO_ASSERT(names.insert(segment).second, "a placeholder occurs once in a pattern");
        } else {
            INTERREGIO_ASSERT(segment.find_first_of("{}") == std::string_view::npos,
                              "a placeholder is a whole segment: {name}");
        }
        route.segments.emplace_back(segment);
    }
    for (const Route& other : routes_) {
        INTERREGIO_ASSERT(other.method != method || !same_shape(other.segments, route.segments),
                          "a pattern is registered once for a method");
    }
    const auto place = std::ranges::upper_bound(routes_, route.segments, comes_before, &Route::segments);
    routes_.insert(place, std::move(route));
}

std::optional<Response> Router::refused(const Request& request, const Access& access) const {
    if (access.is_anyone()) return std::nullopt;
    INTERREGIO_ASSERT(guard_, "a route that is not for anyone has a guard");
    return guard_(request, access);
}

Response Router::answer(const Request& request) const {
    const std::vector<std::string_view> path = split(request.path);
    const Method method = request.method == Method::head ? Method::get : request.method;
    std::set<Method> allowed;
    for (const Route& route : routes_) {
        if (!matches(route.segments, path)) continue;
        if (route.method == method) {
            if (auto refusal = refused(request, route.access)) return std::move(*refusal);
            PathParameters parameters;
            for (std::size_t index = 0; index < path.size(); ++index) {
                const std::string& segment = route.segments[index];
                if (is_placeholder(segment))
                    parameters.set(segment.substr(1, segment.size() - 2), std::string(path[index]));
            }
            return route.handler(request, parameters);
        }
        allowed.insert(route.method);
    }
    if (!allowed.empty())
        return Response::text(405, "405 Method Not Allowed\n").with("Allow", joined(allowed)); // RFC 9110, 15.5.6
    if (not_found_) return not_found_(request);
    return Response::text(404, "404 Not Found\n");
}

std::optional<std::size_t> Router::body_limit(const Request& request) const {
    const std::vector<std::string_view> path = split(request.path);
    const auto found = std::ranges::find_if(
        routes_, [&](const Route& route) { return route.method == request.method && matches(route.segments, path); });
    if (found == routes_.end() || found->body_bytes == 0) return std::nullopt;
    return found->body_bytes;
}

std::vector<RegisteredRoute> Router::routes() const {
    std::vector<RegisteredRoute> routes;
    for (const Route& route : routes_) {
        const auto names = names_of(route.method);
        routes.push_back({std::string(names.substr(0, names.find(','))), join(route.segments), route.access});
    }
    return routes;
}

} // namespace interregio::http
